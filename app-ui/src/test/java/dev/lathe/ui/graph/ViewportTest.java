package dev.lathe.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lathe.ui.graph.paint.Area;
import org.junit.jupiter.api.Test;

class ViewportTest {
    private static final double TINY = 1e-9;

    private final Viewport viewport = new Viewport(0.5, 30, -70, 800, 600);

    @Test
    void thePointUnderThePointerStaysWhenZooming() {
        var zoomed = viewport.zoomed(1.7, 123, 456);

        assertThat(zoomed.toPictureX(123)).isCloseTo(viewport.toPictureX(123), within(TINY));
        assertThat(zoomed.toPictureY(456)).isCloseTo(viewport.toPictureY(456), within(TINY));
        assertThat(zoomed.scale()).isCloseTo(0.85, within(TINY));
    }

    @Test
    void zoomsNoFurtherThanItsLimits() {
        assertThat(viewport.zoomed(1e9, 0, 0).scale()).isEqualTo(Viewport.LARGEST);
        assertThat(viewport.zoomed(1e-9, 0, 0).scale()).isEqualTo(Viewport.SMALLEST);
    }

    @Test
    void fitsAnAreaInTheMiddle() {
        var fitted = viewport.fitted(new Area(100, 100, 400, 1200), 1);

        assertThat(fitted.scale()).isCloseTo(0.5, within(TINY));
        assertThat(fitted.toPictureX(400)).isCloseTo(300, within(TINY));
        assertThat(fitted.toPictureY(300)).isCloseTo(700, within(TINY));
    }

    @Test
    void neverLosesThePicture() {
        var lost = viewport.panned(1e6, -1e6).within(1000, 1000);

        assertThat(lost.area().meets(0, 0, 1000, 1000)).isTrue();
    }
}
