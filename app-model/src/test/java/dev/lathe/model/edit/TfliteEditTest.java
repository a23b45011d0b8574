package dev.lathe.model.edit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.model.edit.Edit.PruneMagnitude;
import dev.lathe.model.edit.Edit.QuantizeDynamic;
import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.ModelFormat;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.ModelHeader;
import dev.lathe.model.prune.PruneScope;
import dev.lathe.model.quantize.Granularity;
import dev.lathe.model.quantize.IntegerType;
import dev.lathe.model.work.Progress;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class TfliteEditTest {
    private static final ModelGraph MODEL =
            new ModelGraph(
                    new ModelHeader(
                            ModelFormat.TFLITE,
                            3,
                            new LinkedHashMap<>(),
                            "",
                            "",
                            "",
                            0,
                            "",
                            new LinkedHashMap<>()),
                    new Graph(
                            "main",
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            Extras.NONE));

    @Test
    void refusesEveryEditOfATfliteModelInOneSentence() {
        var edits =
                List.of(
                        new PruneMagnitude(0.5, PruneScope.GLOBAL, LayerSelection.ALL),
                        new QuantizeDynamic(
                                IntegerType.S8, Granularity.CHANNEL, LayerSelection.ALL));

        for (Edit edit : edits) {
            assertThatThrownBy(() -> Edits.apply(MODEL, edit, EditTools.NONE, Progress.NONE))
                    .isInstanceOf(EditException.class)
                    .hasMessage(
                            "Cannot edit a TensorFlow Lite model: Lathe knows how to change ONNX"
                                    + " operators only; edit the ONNX model that it was converted"
                                    + " from");
        }
    }
}
