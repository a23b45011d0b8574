package dev.lathe.ui.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@Tag("corpus")
@ExtendWith(ApplicationExtension.class)
@Timeout(60)
class QuantizationSectionTest {
    @TempDir static Path folder;
    private Optional<InspectorBench> made = Optional.empty();

    @Start
    void show(Stage stage) {
        made = Optional.of(new InspectorBench(stage, folder));
    }

    @Test
    void anOperatorOnIntegersShowsInputWeightsAndOutput(FxRobot robot) {
        bench().open("models/mobilenet/mobilenetv2-12-int8-qoperator.onnx");

        bench().select("Conv_2_quant");

        assertThat(bench().words(robot))
                .contains(
                        "uint8 · one scale for the tensor",
                        "real = 0.0176 × q",
                        "0.0000 … 4.4900",
                        "int8 · per channel: 32 scales along axis 0",
                        "real = scale[c] × q",
                        "0.1187 at 18");
        assertThat(robot.lookup("#quantization-stairs").queryAll()).hasSize(2);
        assertThat(robot.lookup("#quantization-scales").queryAll()).hasSize(1);
    }

    @Test
    void anOperatorBetweenPairsShowsWhatTheyDo(FxRobot robot) {
        bench().open("models/qdq/conv_qdq_s8s8_perchannel.onnx");

        bench().select("Conv_0");

        assertThat(bench().words(robot))
                .contains(
                        "by input_DequantizeLinear",
                        "by conv1.weight_DequantizeLinear",
                        "by output_QuantizeLinear");
    }

    @Test
    void valuesOfTensorFlowLiteSayTheirScale(FxRobot robot) {
        bench().open("models/tflite/mlperf_resnet8_int8.tflite");
        var graph = bench().workbench().currentProperty().get().orElseThrow().model().graph();

        bench().select(graph.layerName(graph.nodes().getFirst()));

        assertThat(bench().words(robot))
                .contains("int8 · one scale for the tensor", "real = 1.0000 × (q + 128)")
                .anyMatch(words -> words.startsWith("int8 · per channel: 16 scales along axis 0"));
    }

    @Test
    void packedWeightsSayTheirBlocks(FxRobot robot) {
        bench().open("models/topology/phi-4-mm-speech.onnx");
        var graph = bench().workbench().currentProperty().get().orElseThrow().model().graph();
        var packed =
                graph.nodes().stream()
                        .filter(node -> node.opType().equals("MatMulNBits"))
                        .findFirst()
                        .orElseThrow();

        bench().select(graph.layerName(packed));

        assertThat(robot.lookup("#quantization").query().isVisible()).isTrue();
        assertThat(bench().words(robot)).contains("The scale is computed as the model runs.");
    }

    @Test
    void aLayerOfRealNumbersSaysNothing(FxRobot robot) {
        bench().open("models/yolox/yolox_nano.onnx");

        bench().select("Conv_41");

        assertThat(robot.lookup("#quantization").query().isVisible()).isFalse();
    }

    private InspectorBench bench() {
        return made.orElseThrow();
    }
}
