package dev.lathe.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KindPaletteTest {
    @ParameterizedTest
    @EnumSource(KindPalette.class)
    void textOnEveryKindReachesTheContrastOfWcagAa(KindPalette palette) {
        for (OperatorKind kind : OperatorKind.values()) {
            double contrast = palette.fill(kind).contrast(palette.text(kind));

            assertThat(contrast).as("%s in %s", kind, palette).isGreaterThanOrEqualTo(4.5);
        }
    }

    @ParameterizedTest
    @EnumSource(ColourVision.class)
    void anyTwoKindsKeepApart(ColourVision vision) {
        for (KindPalette palette : KindPalette.values()) {
            for (OperatorKind a : OperatorKind.values()) {
                for (OperatorKind b : OperatorKind.values()) {
                    if (a.compareTo(b) < 0) {
                        double distance = vision.distance(palette.fill(a), palette.fill(b));

                        assertThat(distance)
                                .as("%s and %s in %s", a, b, palette)
                                .isGreaterThanOrEqualTo(0.07);
                    }
                }
            }
        }
    }
}
