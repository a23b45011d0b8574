package dev.lathe.ui.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.diff.MergedModel.Typed;
import dev.lathe.model.format.ModelFiles;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.shape.ShapeInference;
import dev.lathe.model.work.Progress;
import dev.lathe.ui.graph.GraphViewModel;
import dev.lathe.ui.graph.layout.BoxRole;
import dev.lathe.ui.graph.layout.Quantizers;
import dev.lathe.ui.job.DirectJobs;
import dev.lathe.ui.text.Texts;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("corpus")
class DiffCorpusTest {
    private static final int MOST_ROWS = 12;
    private static final Path MODELS =
            Path.of(System.getProperty("lathe.data", "../../shared/data")).resolve("models");
    private final Texts texts = new Texts(Locale.ENGLISH);

    @ParameterizedTest
    @CsvSource({
        "pairs/alexa_v0.1.onnx, pairs/alexa_v0.1.tflite",
        "pairs/embedding_model.onnx, pairs/embedding_model.tflite",
        "silero-vad/silero_vad.onnx, silero-vad/silero_vad_half.onnx",
        "mobilenet/mobilenetv2-12-fp32-from-int8.onnx, mobilenet/mobilenetv2-12-int8-qoperator.onnx"
    })
    void everyChangeHasAMarkedBoxInEveryPictureThatHasIt(String first, String second)
            throws Exception {
        var made = Comparison.of(read(first), read(second), Progress.NONE);

        assertThat(made.isIdentical()).isFalse();
        for (Side side : Side.values()) {
            var graph = new GraphViewModel(new DirectJobs(), texts);
            graph.quantizersProperty().set(Quantizers.DRAWN);
            graph.show(made.model(side).model(), made.model(side).types());
            made.rows().stream()
                    .filter(row -> row.kind() != ChangeKind.RENAMED)
                    .filter(row -> row.id(side).isPresent())
                    .limit(MOST_ROWS)
                    .forEach(row -> assertShown(graph, made, side, row));
        }
    }

    private static void assertShown(
            GraphViewModel graph, Comparison made, Side side, ChangeRow row) {
        var id = row.id(side).orElseThrow();

        graph.select(id);

        var picture = graph.pictureProperty().get().graph();
        var box = picture.boxes().get(picture.boxOf(id).orElseThrow());
        assertThat(box.box().role()).as(id).isIn(BoxRole.NODE, BoxRole.OPEN_NODE);
        assertThat(made.marks(side).layers()).containsKey(id);
    }

    private static Typed read(String name) throws ModelFormatException, InterruptedException {
        var model = ModelFiles.read(MODELS.resolve(name));
        return new Typed(model, ShapeInference.infer(model));
    }
}
