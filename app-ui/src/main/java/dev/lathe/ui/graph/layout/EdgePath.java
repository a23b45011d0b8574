package dev.lathe.ui.graph.layout;

import java.util.Arrays;

/// A path of points along the flow of a graph. Between two points it is a cubic curve that leaves
/// and arrives along the flow with its control points halfway; so it is straight where both are on
/// one line along the flow, and it never leaves the rectangle that they span.
public final class EdgePath {
    private final Direction direction;
    private final double[] coordinates;
    private final double left;
    private final double right;

    /// @param path across and along the flow in turn; at least two points
    /// @param across how far the path is moved across the flow
    EdgePath(double[] path, Direction direction, double across, double along) {
        this.direction = direction;
        coordinates = new double[path.length];
        int first = direction == Direction.DOWN ? 0 : 1;
        for (int i = 0; i < path.length; i += 2) {
            coordinates[i + first] = path[i] + across;
            coordinates[i + 1 - first] = path[i + 1] + along;
        }
        left = extreme(0, -1);
        right = extreme(0, 1);
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

    /// Whether the curve that ends in a point is a straight line along the flow.
    public boolean isStraight(int point) {
        return direction == Direction.DOWN ? x(point) == x(point - 1) : y(point) == y(point - 1);
    }

    /// Where the path flows to.
    public Direction direction() {
        return direction;
    }

    /// The x of the first control point of the curve that ends in a point.
    public double firstControlX(int point) {
        return direction == Direction.DOWN ? x(point - 1) : middle(x(point - 1), x(point));
    }

    /// The y of the first control point of the curve that ends in a point.
    public double firstControlY(int point) {
        return direction == Direction.DOWN ? middle(y(point - 1), y(point)) : y(point - 1);
    }

    /// The x of the second control point of the curve that ends in a point.
    public double secondControlX(int point) {
        return direction == Direction.DOWN ? x(point) : middle(x(point - 1), x(point));
    }

    /// The y of the second control point of the curve that ends in a point.
    public double secondControlY(int point) {
        return direction == Direction.DOWN ? middle(y(point - 1), y(point)) : y(point);
    }

    /// The least y of all points.
    public double top() {
        return direction == Direction.DOWN ? coordinates[1] : extreme(1, -1);
    }

    /// The greatest y of all points.
    public double bottom() {
        return direction == Direction.DOWN ? coordinates[coordinates.length - 1] : extreme(1, 1);
    }

    /// The least x of all points.
    public double left() {
        return left;
    }

    /// The greatest x of all points.
    public double right() {
        return right;
    }

    private double extreme(int first, int sign) {
        double extreme = coordinates[first];
        for (int i = first; i < coordinates.length; i += 2) {
            extreme = sign * Math.max(sign * extreme, sign * coordinates[i]);
        }
        return extreme;
    }

    private static double middle(double a, double b) {
        return (a + b) / 2;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EdgePath that
                && direction == that.direction
                && Arrays.equals(coordinates, that.coordinates);
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
