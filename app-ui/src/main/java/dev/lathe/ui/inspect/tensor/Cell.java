package dev.lathe.ui.inspect.tensor;

/// A place in a plane.
record Cell(long row, long column) {}
