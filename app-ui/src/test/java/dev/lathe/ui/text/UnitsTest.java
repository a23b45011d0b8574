package dev.lathe.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnitsTest {

    @Test
    void bytesAreCountedInPowersOf1024() {
        assertThat(Units.bytes(0)).isEqualTo("0 B");
        assertThat(Units.bytes(1023)).isEqualTo("1023 B");
        assertThat(Units.bytes(1536)).isEqualTo("1.50 KiB");
        assertThat(Units.bytes(102_236_160)).isEqualTo("97.5 MiB");
    }

    @Test
    void countsAreCountedInPowersOf1000() {
        assertThat(Units.count(640)).isEqualTo("640");
        assertThat(Units.count(12_340)).isEqualTo("12.3 k");
        assertThat(Units.count(3_504_872)).isEqualTo("3.50 M");
    }

    @Test
    void shortDurationsKeepTheirDigits() {
        assertThat(Units.milliseconds(0.0421)).isEqualTo("0.042 ms");
        assertThat(Units.milliseconds(12.34)).isEqualTo("12.3 ms");
        assertThat(Units.milliseconds(1500)).isEqualTo("1.50 s");
    }

    @Test
    void numbersOfAnySizeStayShort() {
        assertThat(Units.number(0)).isEqualTo("0.0000");
        assertThat(Units.number(-1.25)).isEqualTo("-1.2500");
        assertThat(Units.number(123.456)).isEqualTo("123.46");
        assertThat(Units.number(3.2e-7)).isEqualTo("3.20e-07");
    }
}
