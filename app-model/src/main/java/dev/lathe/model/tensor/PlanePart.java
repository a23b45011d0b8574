package dev.lathe.model.tensor;

/// A rectangle of a plane, of at least one row and column.
public record PlanePart(long row, long column, long rows, int columns) {}
