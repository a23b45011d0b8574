package dev.lathe.model.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.format.ModelFiles;
import dev.lathe.model.graph.ModelFormatException;
import java.nio.file.Path;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("corpus")
class TfliteCostCorpusTest {
    private static final Path DATA = Path.of(System.getProperty("lathe.data", ""));

    @Test
    void reproducesWhatIsPublishedOfMobileNet() throws Exception {
        var cost = cost("models/tflite/mobilenet_v1_0.25_128_quant.tflite");

        // Open Model Zoo, mobilenet-v1-0.25-128: 0.468 million parameters, 0.028 GFLOPs.
        assertThat(cost.parameters()).isCloseTo(468_000, Percentage.withPercentage(0.5));
        assertThat(cost.macs().value()).isCloseTo(14_000_000, Percentage.withPercentage(5));
    }

    @Test
    void reproducesWhatIsPublishedOfMlperfTiny() throws Exception {
        for (String variant : new String[] {"", "_int8"}) {
            var resnet = cost("models/tflite/mlperf_resnet8" + variant + ".tflite");
            var speech = cost("models/tflite/mlperf_kws" + variant + ".tflite");

            assertThat(resnet.macs().exact()).hasValue(12_501_632);
            assertThat(resnet.parameters()).isEqualTo(77_706);
            assertThat(speech.macs().exact()).hasValue(2_656_768);
            // 10×4×64+64, four times 3×3×64+64+64×64+64, 64×12+12
            assertThat(speech.parameters()).isEqualTo(22_604);
        }
    }

    @Test
    void countsTheSameInBothFormatsOfOneNetwork() throws Exception {
        var wakeWord = cost("models/pairs/alexa_v0.1.tflite");
        var embedding = cost("models/pairs/embedding_model.tflite");
        var detector = cost("models/yolox/yolox_nano_dynamic_range.tflite");

        assertThat(wakeWord.macs()).isEqualTo(cost("models/pairs/alexa_v0.1.onnx").macs());
        assertThat(wakeWord.parameters())
                .isEqualTo(cost("models/pairs/alexa_v0.1.onnx").parameters());
        assertThat(embedding.macs()).isEqualTo(cost("models/pairs/embedding_model.onnx").macs());
        // The last convolution has a bias of 96 zeros there and none in ONNX.
        assertThat(embedding.parameters())
                .isEqualTo(cost("models/pairs/embedding_model.onnx").parameters() + 96);
        assertThat(detector.macs()).isEqualTo(cost("models/yolox/yolox_nano.onnx").macs());
        assertThat(detector.parameters())
                .isEqualTo(cost("models/yolox/yolox_nano.onnx").parameters());
    }

    @Test
    void saysThatTheCostOfACompiledModelIsNotKnown() throws Exception {
        assertThat(cost("models/tflite/mobilenet_v1_0.25_128_quant_edgetpu.tflite").macs().exact())
                .isEmpty();
    }

    private static ModelCost cost(String file) throws ModelFormatException {
        return SampleCost.of(ModelFiles.read(DATA.resolve(file)));
    }
}
