package dev.lathe.ui.graph.layout;

import java.util.Arrays;

/// Collects the points of a path; of points on one vertical line it keeps the ends.
final class PointList {
    private double[] coordinates = new double[12];
    private int length;

    void add(double x, double y) {
        boolean straight =
                length >= 4 && coordinates[length - 2] == x && coordinates[length - 4] == x;
        if (straight) {
            coordinates[length - 1] = y;
            return;
        }
        if (length >= 2 && coordinates[length - 2] == x && coordinates[length - 1] == y) {
            return;
        }
        if (length == coordinates.length) {
            coordinates = Arrays.copyOf(coordinates, length * 2);
        }
        coordinates[length++] = x;
        coordinates[length++] = y;
    }

    double[] toArray() {
        return Arrays.copyOf(coordinates, length);
    }
}
