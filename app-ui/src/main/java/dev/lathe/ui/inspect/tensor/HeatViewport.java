package dev.lathe.ui.inspect.tensor;

import dev.lathe.model.tensor.PlanePart;

/// Which part of a plane is seen in an area, and how large its cells are.
///
/// Cells are square, but where all of a long and narrow plane is seen, they are as wide or high as
/// the area allows.
final class HeatViewport {
    private static final double LARGEST = 96;
    private static final double STRETCHED = 16;

    private long rows = 1;
    private long columns = 1;
    private double width = 1;
    private double height = 1;
    private double cellWidth = 1;
    private double cellHeight = 1;
    private double left;
    private double top;
    private boolean isFit = true;

    /// Looks at a plane of other sizes, all of it.
    void setPlane(long newRows, long newColumns) {
        rows = Math.max(1, newRows);
        columns = Math.max(1, newColumns);
        fit();
    }

    void resize(double newWidth, double newHeight) {
        width = Math.max(1, newWidth);
        height = Math.max(1, newHeight);
        if (isFit) {
            fit();
        } else {
            keepInView();
        }
    }

    /// Shows all of the plane.
    void fit() {
        isFit = true;
        double size = Math.min(LARGEST, Math.min(width / columns, height / rows));
        cellWidth = size < 1 ? Math.max(size, Math.min(STRETCHED, width / columns)) : size;
        cellHeight = size < 1 ? Math.max(size, Math.min(STRETCHED, height / rows)) : size;
        keepInView();
    }

    /// Makes cells larger or smaller; what is at a point stays there.
    void zoom(double factor, double x, double y) {
        double column = columnAt(x);
        double row = rowAt(y);
        double least = Math.min(1, Math.min(width / columns, height / rows));
        double smaller = Math.min(cellWidth, cellHeight);
        double larger = Math.max(cellWidth, cellHeight);
        double allowed =
                Math.clamp(factor, Math.min(1, least / smaller), Math.max(1, LARGEST / larger));
        cellWidth *= allowed;
        cellHeight *= allowed;
        if (Math.min(cellWidth, cellHeight) >= 1) {
            double square = Math.max(cellWidth, cellHeight);
            cellWidth = square;
            cellHeight = square;
        }
        left = column - x / cellWidth;
        top = row - y / cellHeight;
        isFit = false;
        keepInView();
    }

    /// Moves the plane by so many pixels.
    void pan(double dx, double dy) {
        left -= dx / cellWidth;
        top -= dy / cellHeight;
        isFit = false;
        keepInView();
    }

    /// Moves the plane so that a cell is in view.
    void reveal(long row, long column) {
        left =
                Math.clamp(
                        left,
                        column + 1 - width / cellWidth,
                        Math.max((double) column, column + 1 - width / cellWidth));
        top =
                Math.clamp(
                        top,
                        row + 1 - height / cellHeight,
                        Math.max((double) row, row + 1 - height / cellHeight));
        keepInView();
    }

    private void keepInView() {
        left = kept(left, (double) columns, width / cellWidth);
        top = kept(top, (double) rows, height / cellHeight);
    }

    private static double kept(double start, double all, double seen) {
        return seen >= all ? (all - seen) / 2 : Math.clamp(start, 0, all - seen);
    }

    /// The part of the plane that is seen.
    PlanePart part() {
        long firstColumn = Math.clamp((long) Math.floor(left), 0, columns - 1);
        long firstRow = Math.clamp((long) Math.floor(top), 0, rows - 1);
        long endColumn = Math.clamp((long) Math.ceil(columnAt(width)), firstColumn + 1, columns);
        long endRow = Math.clamp((long) Math.ceil(rowAt(height)), firstRow + 1, rows);
        return new PlanePart(
                firstRow, firstColumn, endRow - firstRow, (int) (endColumn - firstColumn));
    }

    double cellWidth() {
        return cellWidth;
    }

    double cellHeight() {
        return cellHeight;
    }

    /// The column at a place, with how far into it that is.
    double columnAt(double x) {
        return left + x / cellWidth;
    }

    /// The row at a place, with how far into it that is.
    double rowAt(double y) {
        return top + y / cellHeight;
    }

    /// Where a column starts.
    double x(double column) {
        return (column - left) * cellWidth;
    }

    /// Where a row starts.
    double y(double row) {
        return (row - top) * cellHeight;
    }

    boolean isInPlane(double x, double y) {
        double column = columnAt(x);
        double row = rowAt(y);
        return column >= 0 && row >= 0 && column < columns && row < rows;
    }

    long rows() {
        return rows;
    }

    long columns() {
        return columns;
    }
}
