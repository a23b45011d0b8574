package dev.lathe.model.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lathe.model.graph.Tensor;
import dev.lathe.model.work.Progress;
import org.junit.jupiter.api.Test;

final class ChannelRangesTest {

    @Test
    void areThoseOfNumPyAlongTheFirstAxis() throws Exception {
        var ranges = ChannelRanges.of(Ramp.numbers(), 0, Progress.NONE);

        assertThat(ranges.size()).isEqualTo(4);
        assertThat(ranges.min(1)).isEqualTo(-1.9759999513626099);
        assertThat(ranges.max(3)).isEqualTo(1.9479999542236328);
        assertThat(ranges.mean(2)).isCloseTo(-0.06577777175439728, within(1e-15));
        assertThat(ranges.std(2)).isCloseTo(1.097083180271388, within(1e-14));
    }

    @Test
    void areThoseOfNumPyAlongInnerAxes() throws Exception {
        var second = ChannelRanges.of(Ramp.numbers(), 1, Progress.NONE);
        var last = ChannelRanges.of(Ramp.numbers(), 3, Progress.NONE);

        assertThat(second.mean(2)).isCloseTo(-0.10911111109372643, within(1e-15));
        assertThat(second.std(4)).isCloseTo(1.172269824539622, within(1e-14));
        assertThat(last.min(1)).isEqualTo(-1.9880000352859497);
        assertThat(last.mean(0)).isCloseTo(-0.07400000374764204, within(1e-15));
    }

    @Test
    void runOnWhereABlockEndsInsideAChannel() throws Exception {
        var elements = new float[3 * 10_000];
        for (int i = 0; i < elements.length; i++) {
            int channel = i / 10_000;
            elements[i] = channel;
        }

        var ranges =
                ChannelRanges.of(
                        Numbers.of(Tensor.ofFloats("w", elements, 3, 10_000)).orElseThrow(),
                        0,
                        Progress.NONE);

        assertThat(ranges.min(1)).isEqualTo(1);
        assertThat(ranges.max(1)).isEqualTo(1);
        assertThat(ranges.std(2)).isZero();
        assertThat(ranges.zeroShare(0)).isEqualTo(1);
    }

    @Test
    void leaveOutWhatIsNoFiniteNumber() throws Exception {
        var tensor = Tensor.ofFloats("w", new float[] {Float.NaN, Float.NaN, 3, Float.NaN}, 2, 2);

        var ranges = ChannelRanges.of(Numbers.of(tensor).orElseThrow(), 0, Progress.NONE);

        assertThat(ranges.min(0)).isNaN();
        assertThat(ranges.nonFinite(0)).isEqualTo(2);
        assertThat(ranges.max(1)).isEqualTo(3);
        assertThat(ranges.nonFinite(1)).isEqualTo(1);
    }
}
