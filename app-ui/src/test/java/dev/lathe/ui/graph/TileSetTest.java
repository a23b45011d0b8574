package dev.lathe.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.ui.graph.TileSet.Screen;
import dev.lathe.ui.graph.layout.CharWidths;
import dev.lathe.ui.graph.layout.Graphs;
import dev.lathe.ui.graph.layout.Pictures;
import dev.lathe.ui.graph.paint.Focus;
import dev.lathe.ui.graph.paint.GraphColors;
import dev.lathe.ui.graph.paint.GraphPainter;
import dev.lathe.ui.graph.paint.NodeOverlay;
import dev.lathe.ui.graph.paint.PictureIndex;
import dev.lathe.ui.theme.KindPalette;
import javafx.geometry.BoundingBox;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class TileSetTest {
    private final TileSet tiles;

    TileSetTest() throws InterruptedException {
        var picture = new PictureIndex(Pictures.laidOut(Graphs.chain(60)));
        var painter =
                new GraphPainter(
                        picture,
                        GraphColors.of(KindPalette.LIGHT),
                        NodeOverlay.NONE,
                        new CharWidths());
        tiles = new TileSet(new Painting(picture, painter, Focus.ALL), 1.5);
    }

    @Test
    void meetWithoutGapsAtAnyZoomAndDensity() {
        var screen = Screen.of(new Viewport(1, 13.3, -77.7, 300, 900), 1.5);
        fill(screen);

        for (double zoom : new double[] {1, 0.77, 1.31}) {
            var zoomed = Screen.of(new Viewport(zoom, 13.3, -77.7, 300, 900), 1.5);
            tiles.place(zoomed);
            var places =
                    tiles.group().getChildren().stream()
                            .map(ImageView.class::cast)
                            .map(v ->
                                    new BoundingBox(
                                            v.getX(), v.getY(), v.getFitWidth(), v.getFitHeight()))
                            .toList();
            assertThat(places).hasSizeGreaterThan(3);
            for (var place : places) {
                assertThat(place.getMinY() * 1.5).isEqualTo(Math.rint(place.getMinY() * 1.5));
                assertThat(places)
                        .filteredOn(other -> other.getMinY() > place.getMinY() + 1)
                        .allMatch(other -> other.getMinY() >= place.getMaxY() - 1e-9);
            }
        }
    }

    @Test
    void areKeptOnlyNearTheWindow() {
        int most = 0;
        for (int y = 0; y > -5000; y -= 100) {
            var screen = Screen.of(new Viewport(1, 0, y, 300, 400), 1.5);
            tiles.dropUnseen(screen);
            fill(screen);
            most = Math.max(most, tiles.size());
        }

        assertThat(most).isLessThanOrEqualTo(24);
    }

    private void fill(Screen screen) {
        for (var place = tiles.missing(screen, 0);
                place.isPresent();
                place = tiles.missing(screen, 0)) {
            tiles.add(place.get(), new WritableImage(1, 1), screen);
        }
    }
}
