package dev.lathe.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DifferencesTest {

    @Test
    void aDifferenceHasATrueSign() {
        assertThat(Differences.relative(100, 32)).isEqualTo("−68 %");
        assertThat(Differences.relative(100, 103)).isEqualTo("+3 %");
        assertThat(Differences.points(0.921, 0.917)).isEqualTo("−0.4");
    }

    @Test
    void whatRoundsToNothingHasBothSigns() {
        assertThat(Differences.relative(1000, 1001)).isEqualTo("±0 %");
        assertThat(Differences.points(0.92, 0.9199)).isEqualTo("±0.0");
    }

    @Test
    void nothingIsSaidBesideNothing() {
        assertThat(Differences.relative(0, 5)).isEqualTo("—");
        assertThat(Differences.ratio(0, 5)).isEqualTo("—");
    }
}
