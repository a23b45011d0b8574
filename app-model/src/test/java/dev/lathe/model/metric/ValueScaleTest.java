package dev.lathe.model.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lathe.model.metric.ValueScale.Steps;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValueScaleTest {

    @Test
    void aLinearScaleStartsAtZero() {
        var scale = ValueScale.of(Steps.LINEAR, List.of(2.0, 8.0));

        assertThat(scale.low()).isZero();
        assertThat(scale.share(2)).isEqualTo(0.25);
        assertThat(scale.share(8)).isEqualTo(1);
    }

    @Test
    void equalFactorsAreEqualStepsOfALogarithmicScale() {
        var scale = ValueScale.of(Steps.LOGARITHMIC, List.of(1.0, 10.0, 1000.0));

        assertThat(scale.share(1)).isZero();
        assertThat(scale.share(10)).isEqualTo(1 / 3.0, within(1e-12));
        assertThat(scale.share(1000)).isEqualTo(1);
    }

    @Test
    void zerosAreAtTheStartOfALogarithmicScale() {
        var scale = ValueScale.of(Steps.LOGARITHMIC, List.of(0.0, 10.0, 1000.0));

        assertThat(scale.low()).isEqualTo(10);
        assertThat(scale.zeros()).isTrue();
        assertThat(scale.share(0)).isZero();
    }

    @Test
    void valuesBelowZeroHaveALinearScaleFromTheLowest() {
        var scale = ValueScale.of(Steps.LOGARITHMIC, List.of(-1.0, 3.0));

        assertThat(scale.steps()).isEqualTo(Steps.LINEAR);
        assertThat(scale.share(-1)).isZero();
        assertThat(scale.share(1)).isEqualTo(0.5);
    }

    @Test
    void valuesThatAreAllTheSameAreAtTheEnd() {
        assertThat(ValueScale.of(Steps.LINEAR, List.of(3.0, 3.0)).share(3)).isEqualTo(1);
        assertThat(ValueScale.of(Steps.LOGARITHMIC, List.of(3.0, 3.0)).share(3)).isEqualTo(1);
        assertThat(ValueScale.of(Steps.LINEAR, List.of(-2.0, -2.0)).share(-2)).isEqualTo(1);
    }

    @Test
    void zerosAloneAreLow() {
        assertThat(ValueScale.of(Steps.LINEAR, List.of(0.0)).share(0)).isZero();
        assertThat(ValueScale.of(Steps.LOGARITHMIC, List.of(0.0)).share(0)).isZero();
    }
}
