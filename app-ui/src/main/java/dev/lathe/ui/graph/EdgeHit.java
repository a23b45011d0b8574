package dev.lathe.ui.graph;

import dev.lathe.ui.graph.layout.EdgePath;
import dev.lathe.ui.graph.paint.Area;
import dev.lathe.ui.graph.paint.PictureIndex;
import java.util.OptionalInt;

/// Finds the edge at a point.
final class EdgeHit {
    private static final int STEPS = 12;

    private EdgeHit() {}

    /// The edge that comes nearest to a point, if it is no further away than so many units.
    static OptionalInt at(PictureIndex picture, double x, double y, double reach) {
        var near = new Area(x - reach, y - reach, 2 * reach, 2 * reach);
        double nearest = reach;
        var found = OptionalInt.empty();
        for (int i : picture.edgesIn(near)) {
            double distance = distance(picture.graph().edges().get(i).path(), x, y, nearest);
            if (distance <= nearest) {
                nearest = distance;
                found = OptionalInt.of(i);
            }
        }
        return found;
    }

    private static double distance(EdgePath path, double x, double y, double reach) {
        double least = Double.MAX_VALUE;
        for (int i = 1; i < path.size(); i++) {
            double left = Math.min(path.x(i - 1), path.x(i)) - reach;
            double right = Math.max(path.x(i - 1), path.x(i)) + reach;
            double top = Math.min(path.y(i - 1), path.y(i)) - reach;
            double bottom = Math.max(path.y(i - 1), path.y(i)) + reach;
            if (x >= left && x <= right && y >= top && y <= bottom) {
                least = Math.min(least, ofCurve(path, i, x, y));
            }
        }
        return least;
    }

    /// The distance to the curve that ends in a point of a path.
    private static double ofCurve(EdgePath path, int point, double x, double y) {
        double fromX = path.x(point - 1);
        double fromY = path.y(point - 1);
        double least = Double.MAX_VALUE;
        for (int step = 1; step <= STEPS; step++) {
            double t = (double) step / STEPS;
            double toX =
                    cubic(
                            t,
                            path.x(point - 1),
                            path.firstControlX(point),
                            path.secondControlX(point),
                            path.x(point));
            double toY =
                    cubic(
                            t,
                            path.y(point - 1),
                            path.firstControlY(point),
                            path.secondControlY(point),
                            path.y(point));
            least = Math.min(least, ofLine(fromX, fromY, toX, toY, x, y));
            fromX = toX;
            fromY = toY;
        }
        return least;
    }

    private static double cubic(double t, double a, double b, double c, double d) {
        double u = 1 - t;
        return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
    }

    private static double ofLine(
            double fromX, double fromY, double toX, double toY, double x, double y) {
        double dx = toX - fromX;
        double dy = toY - fromY;
        double length = dx * dx + dy * dy;
        double t = length == 0 ? 0 : ((x - fromX) * dx + (y - fromY) * dy) / length;
        double at = Math.clamp(t, 0, 1);
        return Math.hypot(x - fromX - at * dx, y - fromY - at * dy);
    }
}
