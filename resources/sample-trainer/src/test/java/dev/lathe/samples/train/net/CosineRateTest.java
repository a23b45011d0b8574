package dev.lathe.samples.train.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CosineRateTest {
    private final CosineRate rate = new CosineRate(0.5f, 10, 110);

    @Test
    void risesInAStraightLine() {
        assertThat(rate.getNewValue(5)).isEqualTo(0.25f);
        assertThat(rate.getNewValue(10)).isEqualTo(0.5f);
    }

    @Test
    void isHalfWayDownInTheMiddle() {
        assertThat(rate.getNewValue(60)).isCloseTo(0.25f, within(1e-6f));
    }

    @Test
    void endsAtZeroAndStaysThere() {
        assertThat(rate.getNewValue(110)).isZero();
        assertThat(rate.getNewValue(500)).isZero();
    }
}
