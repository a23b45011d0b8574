package dev.lathe.model.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.onnx.OnnxReader;
import dev.lathe.model.shape.FreeDimensions;
import dev.lathe.model.shape.ShapeInference;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("corpus")
class PublishedFiguresTest {
    private static final Path MODELS = Path.of(System.getProperty("lathe.data", ""), "models");

    /// The channels and the elements that the convolutions of YOLOX-Nano put out at 416×416.
    private static final long CONVOLVED_CHANNELS = 7_951;

    private static final long CONVOLVED_ELEMENTS = 8_684_065;

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

    /// YOLOX model zoo: 0.91 M parameters, 1.08 GFLOPs at 416×416. Counted there with batch norms,
    /// which the file has folded into the convolutions: a scale and a shift for each channel in
    /// place of a bias, and two operations for each element (THOP). All convolutions but the 9 that
    /// predict have one.
    @Test
    void countsYoloxNano() throws Exception {
        var cost = cost("yolox/yolox_nano.onnx");
        long predicted = 3 * (80 + 4 + 1);

        assertThat(cost.parameters()).isEqualTo(904_463);
        assertThat(cost.macs().exact()).hasValue(522_553_408);
        assertThat(cost.parameters() + CONVOLVED_CHANNELS - predicted)
                .isCloseTo(910_000, Offset.offset(5_000L));
        assertThat(2 * (cost.macs().value() + 2 * CONVOLVED_ELEMENTS))
                .isCloseTo(1_080_000_000, Offset.offset(5_000_000L));
    }

    /// torchvision: 25,557,032 parameters and 4.09 GMACs at 224×224. The file has its weights made
    /// by ConstantOfShape; it holds the 53,120 running means and variances too.
    @Test
    void countsResNet50() throws Exception {
        var cost = cost("topology/light_resnet50.onnx");

        assertThat(cost.parameters()).isEqualTo(25_557_032 + 53_120);
        assertThat(cost.macs().exact()).hasValue(4_089_184_256L);
        assertThat(cost.weightBytes()).isLessThan(20_000);
    }

    /// torchvision: 7,978,856 parameters, with the 83,648 running means and variances 8,062,504,
    /// and 2.83 GMACs at 224×224. The file scales and shifts after each batch norm once more; one
    /// such pair, of 128 channels, is held as constants and counts.
    @Test
    void countsDenseNet121() throws Exception {
        var cost = cost("topology/light_densenet121.onnx");

        assertThat(cost.parameters()).isEqualTo(7_978_856 + 83_648 + 2 * 128);
        assertThat(cost.macs().value()).isCloseTo(2_830_000_000L, Offset.offset(5_000_000L));
    }

    /// A detector of speech whose layers are all inside branches: with the sizes of a window of 512
    /// samples, all but the branch for another sampling rate is known.
    @Test
    void keepsWhatIsKnownInsideBranches() throws Exception {
        var model = OnnxReader.read(MODELS.resolve("silero-vad/silero_vad.onnx"));
        var sizes = Map.of("input:0", 1L, "input:1", 512L, "state:1", 1L);

        var cost = SampleCost.of(model, FreeDimensions.of(model).resolve(sizes));

        assertThat(cost.macs().value()).isGreaterThan(500_000);
        assertThat(cost.macs().unknown()).isLessThan(5);
    }

    private static ModelCost cost(String file) throws Exception {
        var model = OnnxReader.read(MODELS.resolve(file));
        return CostAnalysis.compute(
                model, ShapeInference.infer(model, ShapeInference.batchOfOne(model)));
    }
}
