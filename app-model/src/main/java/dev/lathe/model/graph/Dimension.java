package dev.lathe.model.graph;

/// One dimension of a shape.
public sealed interface Dimension {

    /// A dimension that nothing is known of.
    Dimension UNKNOWN = new Unknown();

    /// The dimension of a known size.
    static Dimension of(long size) {
        return new Fixed(size);
    }

    /// The dimension that a symbol names.
    static Dimension of(String symbol) {
        return new Symbolic(symbol);
    }

    /// A known size.
    record Fixed(long size) implements Dimension {
        @Override
        public String toString() {
            return Long.toString(size);
        }
    }

    /// A size named by a symbol: equal symbols in one model are equal sizes.
    record Symbolic(String symbol) implements Dimension {
        @Override
        public String toString() {
            return symbol;
        }
    }

    /// A size that nothing is known of.
    record Unknown() implements Dimension {
        @Override
        public String toString() {
            return "?";
        }
    }
}
