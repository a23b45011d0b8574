package dev.lathe.ui.graph.paint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.ui.theme.KindPalette;
import dev.lathe.ui.theme.Tint;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HeatScaleTest {
    private static final int STEPS = 50;

    @ParameterizedTest
    @EnumSource(KindPalette.class)
    void titlesOnEveryColourCanBeRead(KindPalette palette) {
        assertThat(IntStream.rangeClosed(0, STEPS).mapToObj(i -> at(i, palette)))
                .allMatch(tint -> tint.contrast(tint.readableText()) >= 4.5);
    }

    @ParameterizedTest
    @EnumSource(KindPalette.class)
    void higherStandsOutMoreFromTheSurface(KindPalette palette) {
        var surface = GraphColors.of(palette).surface();

        for (int i = 1; i <= STEPS; i++) {
            assertThat(at(i, palette).contrast(surface))
                    .isGreaterThan(at(i - 1, palette).contrast(surface));
        }
    }

    private static Tint at(int step, KindPalette palette) {
        return HeatScale.at((double) step / STEPS, palette);
    }
}
