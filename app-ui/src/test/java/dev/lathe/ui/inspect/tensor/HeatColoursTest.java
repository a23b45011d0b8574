package dev.lathe.ui.inspect.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.ui.theme.KindPalette;
import dev.lathe.ui.theme.Tint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HeatColoursTest {

    @ParameterizedTest
    @EnumSource(KindPalette.class)
    void goOneWayInLightnessToBothSides(KindPalette palette) {
        var colours = new HeatColours(palette);
        double sign = palette == KindPalette.LIGHT ? -1 : 1;

        for (int side : new int[] {-1, 1}) {
            double before = lightness(colours.at(0));
            for (int step = 1; step <= 20; step++) {
                double now = lightness(colours.at(side * step / 20.0));
                assertThat(sign * (now - before)).isPositive();
                before = now;
            }
        }
    }

    @ParameterizedTest
    @EnumSource(KindPalette.class)
    void areBlueBelowAndOrangeAbove(KindPalette palette) {
        var colours = new HeatColours(palette);

        for (double place : new double[] {0.25, 0.5, 0.75, 1}) {
            var low = tint(colours.at(-place));
            var high = tint(colours.at(place));
            assertThat(low.blue()).isGreaterThan(low.red());
            assertThat(high.red()).isGreaterThan(high.blue());
        }
    }

    @ParameterizedTest
    @EnumSource(KindPalette.class)
    void keepWhatIsNoNumberApart(KindPalette palette) {
        var colours = new HeatColours(palette);
        var scale = new HeatScale(-1, 1);

        assertThat(colours.of(Double.NaN, scale)).isEqualTo(colours.noNumber());
        assertThat(colours.of(Double.NEGATIVE_INFINITY, scale)).isEqualTo(colours.noNumber());
        for (int step = -20; step <= 20; step++) {
            assertThat(tint(colours.at(step / 20.0)).contrast(tint(colours.noNumber())))
                    .isGreaterThan(1.3);
        }
    }

    private static double lightness(int argb) {
        return tint(argb).contrast(Tint.BLACK);
    }

    private static Tint tint(int argb) {
        return new Tint(argb & 0xffffff);
    }
}
