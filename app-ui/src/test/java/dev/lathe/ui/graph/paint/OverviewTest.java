package dev.lathe.ui.graph.paint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.ui.graph.layout.CharWidths;
import dev.lathe.ui.graph.layout.Graphs;
import dev.lathe.ui.graph.layout.Pictures;
import dev.lathe.ui.theme.KindPalette;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OverviewTest {
    @Test
    void showsBoxesOnTheSurfaceInAnyShape() throws InterruptedException {
        var picture = new PictureIndex(Pictures.laidOut(Graphs.chain(30)));
        var painter =
                new GraphPainter(
                        picture,
                        GraphColors.of(KindPalette.LIGHT),
                        NodeOverlay.NONE,
                        new CharWidths());
        int surface = 0xff000000 | painter.surface().rgb();

        var pixels = Overview.paint(painter, 40, 100);

        assertThat(pixels).hasSize(4000);
        assertThat(pixels[0]).isEqualTo(surface);
        assertThat(Arrays.stream(pixels).filter(pixel -> pixel != surface).count())
                .isGreaterThan(400);
    }
}
