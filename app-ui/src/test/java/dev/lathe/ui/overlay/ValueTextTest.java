package dev.lathe.ui.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.metric.Amount;
import dev.lathe.model.metric.Unit;
import org.junit.jupiter.api.Test;

class ValueTextTest {

    @Test
    void writesEachUnitAsPeopleReadIt() {
        assertThat(ValueText.of(Unit.COUNT, 1_234_567)).isEqualTo("1.23 M");
        assertThat(ValueText.of(Unit.BYTES, 2048)).isEqualTo("2.00 KiB");
        assertThat(ValueText.of(Unit.BITS, 8.25)).isEqualTo("8.25 bit");
        assertThat(ValueText.of(Unit.SHARE, 0.125)).isEqualTo("12.5 %");
        assertThat(ValueText.of(Unit.MILLISECONDS, 1.5)).isEqualTo("1.50 ms");
        assertThat(ValueText.of(Unit.MILLISECONDS, 0.0425)).isEqualTo("42.5 µs");
    }

    @Test
    void writesNumbersOfFilesWithFourDigits() {
        assertThat(ValueText.of(Unit.named("dB"), 2.25)).isEqualTo("2.25 dB");
        assertThat(ValueText.of(Unit.named(""), 1 / 3.0)).isEqualTo("0.3333");
        assertThat(ValueText.of(Unit.named(""), -12)).isEqualTo("-12");
        assertThat(ValueText.of(Unit.named(""), 0)).isEqualTo("0");
        assertThat(ValueText.of(Unit.named("us"), 12_345_678)).isEqualTo("12.3 M us");
        assertThat(ValueText.of(Unit.named(""), 1e-9)).isEqualTo("1.00e-09");
        assertThat(ValueText.of(Unit.named(""), 1e300)).isEqualTo("1.00e+300");
    }

    @Test
    void saysWhatIsNotKnown() {
        assertThat(ValueText.of(Unit.COUNT, Amount.UNKNOWN)).isEqualTo("?");
        assertThat(ValueText.of(Unit.COUNT, new Amount(12_000, 1, 3))).isEqualTo("≥ 12.0 k");
    }
}
