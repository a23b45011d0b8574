package dev.lathe.model.quantize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.model.graph.Tensor;
import dev.lathe.model.layer.RewriteException;
import dev.lathe.model.work.Progress;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;

final class WeightQuantizerTest {
    private static final Tensor WEIGHTS =
            Tensor.ofFloats("w", new float[] {1, -2, 127, 0.5f, -1, 63.5f}, 2, 3);

    @Test
    void givesEachRowItsScale() throws Exception {
        var quantized = quantize(WEIGHTS, IntegerType.S8, Granularity.CHANNEL, 0);

        assertThat(quantized.scales()).containsExactly(1f, 0.5f);
        assertThat(bytes(quantized)).containsExactly(1, -2, 127, 1, -2, 127);
    }

    @Test
    void givesEachColumnItsScale() throws Exception {
        var quantized = quantize(WEIGHTS, IntegerType.S8, Granularity.CHANNEL, 1);

        assertThat(quantized.scales()).containsExactly(1f / 127, 2f / 127, 1f);
        assertThat(bytes(quantized)).containsExactly(127, -127, 127, 64, -64, 64);
    }

    @Test
    void givesTheTensorOneScale() throws Exception {
        var quantized = quantize(WEIGHTS, IntegerType.S8, Granularity.TENSOR, 0);

        assertThat(quantized.scales()).containsExactly(1f);
        assertThat(bytes(quantized)).containsExactly(1, -2, 127, 0, -1, 64);
    }

    @Test
    void putsZeroInTheMiddleOfUnsignedIntegers() throws Exception {
        var quantized = quantize(WEIGHTS, IntegerType.U8, Granularity.TENSOR, 0);

        assertThat(bytes(quantized))
                .containsExactly((byte) 129, 126, (byte) 255, (byte) 128, 127, (byte) 192);
    }

    @Test
    void survivesChannelsOfZeros() throws Exception {
        var zeros = Tensor.ofFloats("w", new float[4], 2, 2);

        var quantized = quantize(zeros, IntegerType.S8, Granularity.CHANNEL, 0);

        assertThat(quantized.scales()).containsExactly(1f, 1f);
    }

    @Test
    void keepsScalesAboveALimit() throws Exception {
        var quantized =
                new WeightQuantizer(IntegerType.S8, Granularity.CHANNEL)
                        .quantize(WEIGHTS, 0, new float[] {0, 10}, Progress.NONE);

        assertThat(quantized.scales()).containsExactly(1f, 10f);
        assertThat(bytes(quantized)).containsExactly(1, -2, 127, 0, 0, 6);
    }

    @Test
    void refusesWeightsThatAreNotFinite() {
        var weights = Tensor.ofFloats("w", new float[] {1, Float.NaN}, 2, 1);

        assertThatThrownBy(() -> quantize(weights, IntegerType.S8, Granularity.TENSOR, 0))
                .isInstanceOf(RewriteException.class)
                .hasMessageContaining("the weights 'w'");
    }

    private static QuantizedWeight quantize(
            Tensor weights, IntegerType type, Granularity granularity, int axis) throws Exception {
        return new WeightQuantizer(type, granularity).quantize(weights, axis, Progress.NONE);
    }

    private static byte[] bytes(QuantizedWeight weight) {
        return weight.tensor("q").bytes().orElseThrow().toArray(ValueLayout.JAVA_BYTE);
    }
}
