package dev.lathe.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChangeColorsTest {
    private static final Tint LIGHT_SURFACE = new Tint(0xf6f8fa);
    private static final Tint DARK_SURFACE = new Tint(0x0d1117);

    @ParameterizedTest
    @EnumSource(ColourVision.class)
    void addedRemovedAndChangedKeepApart(ColourVision vision) {
        for (KindPalette palette : KindPalette.values()) {
            var colors = all(palette);

            assertThat(vision.distance(colors.get(0), colors.get(1))).isGreaterThan(0.08);
            assertThat(vision.distance(colors.get(0), colors.get(2))).isGreaterThan(0.08);
            assertThat(vision.distance(colors.get(1), colors.get(2))).isGreaterThan(0.08);
        }
    }

    @ParameterizedTest
    @EnumSource(KindPalette.class)
    void eachStandsOutFromTheSurfaceAndCarriesText(KindPalette palette) {
        var surface = palette == KindPalette.LIGHT ? LIGHT_SURFACE : DARK_SURFACE;
        for (Tint color : all(palette)) {
            assertThat(color.contrast(surface)).isGreaterThanOrEqualTo(4.5);
            assertThat(color.contrast(color.readableText())).isGreaterThanOrEqualTo(4.5);
        }
    }

    private static List<Tint> all(KindPalette palette) {
        var colors = ChangeColors.of(palette);
        return List.of(colors.added(), colors.removed(), colors.changed());
    }
}
