package dev.lathe.ui.graph.paint;

import dev.lathe.ui.graph.layout.BoxRole;
import dev.lathe.ui.graph.layout.LaidOutGraph;
import dev.lathe.ui.graph.layout.PlacedBox;
import dev.lathe.ui.theme.Tint;
import java.util.Arrays;

/// A small image of a whole picture: its boxes as areas of colour, each pixel the mean of what lies
/// in it. Takes a few milliseconds for ten thousand boxes.
public final class Overview {
    private static final double FRAME = 0.12;

    private final int width;
    private final int height;
    private final double scaleX;
    private final double scaleY;
    private final float[] red;
    private final float[] green;
    private final float[] blue;

    private Overview(LaidOutGraph graph, int width, int height, Tint surface) {
        this.width = width;
        this.height = height;
        this.scaleX = width / graph.width();
        this.scaleY = height / graph.height();
        int size = width * height;
        this.red = filled(size, surface.red());
        this.green = filled(size, surface.green());
        this.blue = filled(size, surface.blue());
    }

    /// Paints a picture, stretched into an image.
    ///
    /// @return pixels row by row: `0xffrrggbb`
    public static int[] paint(GraphPainter painter, int width, int height) {
        var graph = painter.picture().graph();
        var image = new Overview(graph, width, height, painter.surface());
        for (PlacedBox box : graph.boxes()) {
            if (box.box().role().isFrame()) {
                image.fill(box, painter.tint(box), FRAME);
            } else if (box.box().role() != BoxRole.JUNCTION) {
                image.fill(box, painter.tint(box), 1);
            }
        }
        return image.pixels();
    }

    private void fill(PlacedBox box, Tint tint, double opacity) {
        double left = Math.max(0, box.x() * scaleX);
        double right = Math.min(width, box.right() * scaleX);
        double top = Math.max(0, box.y() * scaleY);
        double bottom = Math.min(height, box.bottom() * scaleY);
        for (int y = (int) top; y < bottom; y++) {
            double tall = Math.min(y + 1, bottom) - Math.max(y, top);
            for (int x = (int) left; x < right; x++) {
                double wide = Math.min(x + 1, right) - Math.max(x, left);
                blend(y * width + x, tint, (float) (opacity * tall * wide));
            }
        }
    }

    private void blend(int pixel, Tint tint, float share) {
        red[pixel] += (tint.red() - red[pixel]) * share;
        green[pixel] += (tint.green() - green[pixel]) * share;
        blue[pixel] += (tint.blue() - blue[pixel]) * share;
    }

    private int[] pixels() {
        var pixels = new int[red.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] =
                    0xff000000
                            | Math.round(red[i]) << 16
                            | Math.round(green[i]) << 8
                            | Math.round(blue[i]);
        }
        return pixels;
    }

    private static float[] filled(int size, int value) {
        var array = new float[size];
        Arrays.fill(array, value);
        return array;
    }
}
