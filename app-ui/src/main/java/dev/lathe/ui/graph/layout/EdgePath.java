package dev.lathe.ui.graph.layout;

import java.util.Arrays;

/// A path of points from top to bottom. Between two points it is a cubic curve that leaves and
/// arrives vertically with its control points halfway down; so it is straight where both have the
/// same x, and it never leaves the rectangle that they span.
public final class EdgePath {
    private final double[] coordinates;

    /// @param coordinates x and y in turn; at least two points
    EdgePath(double[] coordinates, int length) {
        this.coordinates = Arrays.copyOf(coordinates, length);
    }

    /// The number of points.
    public int size() {
        return coordinates.length / 2;
    }

    public double x(int point) {
        return coordinates[2 * point];
    }

    public double y(int point) {
        return coordinates[2 * point + 1];
    }

    /// The y of the first point.
    public double top() {
        return coordinates[1];
    }

    /// The y of the last point.
    public double bottom() {
        return coordinates[coordinates.length - 1];
    }

    /// This path moved.
    EdgePath moved(double dx, double dy) {
        var moved = coordinates.clone();
        for (int i = 0; i < moved.length; i += 2) {
            moved[i] += dx;
            moved[i + 1] += dy;
        }
        return new EdgePath(moved, moved.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EdgePath that && Arrays.equals(coordinates, that.coordinates);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(coordinates);
    }

    @Override
    public String toString() {
        return "EdgePath" + Arrays.toString(coordinates);
    }
}
