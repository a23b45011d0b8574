package dev.lathe.model.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.onnx.OnnxReader;
import dev.lathe.model.shape.ShapeInference;
import java.nio.file.Path;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("corpus")
class PublishedFiguresTest {
    private static final Path MODELS = Path.of(System.getProperty("lathe.data", ""), "models");

    /// Sandler et al. 2018, table 4: 3.4 M parameters and 300 M mult-adds; torchvision's weights:
    /// 3,504,872 parameters. The file has batch norms folded, so a bias takes the place of scale
    /// and shift: 17,056 fewer.
    @Test
    void countsMobileNetV2() throws Exception {
        var cost = cost("mobilenet/mobilenetv2-12-fp32-from-int8.onnx");

        assertThat(cost.parameters()).isEqualTo(3_504_872 - 17_056);
        assertThat(cost.macs().exact()).hasValue(300_774_272);
    }

    @Test
    void countsTheQuantizedTwinAlike() throws Exception {
        var original = cost("mobilenet/mobilenetv2-12-fp32-from-int8.onnx");
        var quantized = cost("mobilenet/mobilenetv2-12-int8-qoperator.onnx");

        assertThat(quantized.parameters()).isEqualTo(original.parameters());
        assertThat(quantized.macs()).isEqualTo(original.macs());
        assertThat(quantized.weightBytes()).isLessThan(original.weightBytes() / 3);
    }

    /// YOLOX model zoo: 0.91 M parameters, 1.08 GFLOPs at 416×416, two operations a MAC, counted
    /// before the batch norms were folded into the convolutions.
    @Test
    void countsYoloxNano() throws Exception {
        var cost = cost("yolox/yolox_nano.onnx");

        assertThat(cost.parameters()).isCloseTo(910_000, Percentage.withPercentage(1));
        assertThat(2 * cost.macs().exact().orElse(0))
                .isCloseTo(1_080_000_000, Percentage.withPercentage(4));
    }

    /// torchvision: 4.09 GMACs at 224×224.
    @Test
    void countsResNet50() throws Exception {
        assertThat(cost("topology/light_resnet50.onnx").macs().exact()).hasValue(4_089_184_256L);
    }

    private static ModelCost cost(String file) throws Exception {
        var model = OnnxReader.read(MODELS.resolve(file));
        return CostAnalysis.compute(
                model, ShapeInference.infer(model, ShapeInference.batchOfOne(model)));
    }
}
