package dev.lathe.ui.graph;

import dev.lathe.ui.graph.paint.Area;
import dev.lathe.ui.graph.paint.FxBrush;
import dev.lathe.ui.graph.paint.FxBrush.FxFonts;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;

/// Makes the images of tiles. An image is there when its method returns, so that the time that it
/// took is known; a canvas in the scene would be painted later, with all others at once.
final class TilePress {
    /// The width and height of a tile in pixels of the screen.
    static final int SIDE = 256;

    private static final double FADED = 0.16;
    private static final int SPARES = 24;

    private final Canvas canvas = new Canvas(SIDE, SIDE);
    private final FxFonts fonts = FxFonts.create();
    private final SnapshotParameters parameters = new SnapshotParameters();
    private final Deque<WritableImage> spare = new ArrayDeque<>();

    /// Paints a tile.
    ///
    /// @param scale pixels of the screen for a unit of the picture
    WritableImage print(Painting painting, double scale, int column, int row) {
        double left = (double) column * SIDE / scale;
        double top = (double) row * SIDE / scale;
        var context = canvas.getGraphicsContext2D();
        context.setTransform(scale, 0, 0, scale, 0, 0);
        var area = new Area(left, top, SIDE / scale, SIDE / scale);
        var brush = new FxBrush(context, fonts).from(left, top);
        painting.paint(brush, brush.opacity(FADED), area, scale);
        var image = spare.isEmpty() ? new WritableImage(SIDE, SIDE) : spare.pop();
        return canvas.snapshot(parameters, image);
    }

    /// Takes an image back that is shown no more.
    void recycle(WritableImage image) {
        if (spare.size() < SPARES) {
            spare.push(image);
        }
    }
}
