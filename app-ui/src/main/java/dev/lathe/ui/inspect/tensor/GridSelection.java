package dev.lathe.ui.inspect.tensor;

/// A rectangle of cells between the one where it was started and the one where it ends.
record GridSelection(Cell start, Cell end) {

    static GridSelection of(Cell cell) {
        return new GridSelection(cell, cell);
    }

    GridSelection to(Cell other) {
        return new GridSelection(start, other);
    }

    long top() {
        return Math.min(start.row(), end.row());
    }

    long bottom() {
        return Math.max(start.row(), end.row());
    }

    long left() {
        return Math.min(start.column(), end.column());
    }

    long right() {
        return Math.max(start.column(), end.column());
    }

    /// The number of cells.
    long cells() {
        return (bottom() - top() + 1) * (right() - left() + 1);
    }
}
