package dev.lathe.model.shape;

import dev.lathe.model.graph.Dimension;

/// One element of a small tensor whose elements are known in part.
sealed interface Scalar {

    /// An element that nothing is known of.
    Scalar UNKNOWN = new Whole(Dimension.UNKNOWN);

    /// A known integer; booleans are 0 and 1.
    static Scalar of(long value) {
        return new Whole(Dimension.of(value));
    }

    static Scalar of(boolean value) {
        return of(value ? 1 : 0);
    }

    /// An integer that may depend on symbols.
    record Whole(Dimension value) implements Scalar {}

    /// A known floating-point number.
    record Real(double value) implements Scalar {}
}
