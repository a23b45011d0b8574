package dev.lathe.model.metric;

/// What the numbers of values count.
///
/// @param kind how they are written
/// @param symbol what stands behind a number of kind {@link Kind#OTHER}; empty for a plain number
public record Unit(Kind kind, String symbol) {
    public static final Unit COUNT = new Unit(Kind.COUNT, "");
    public static final Unit BYTES = new Unit(Kind.BYTES, "");
    public static final Unit BITS = new Unit(Kind.BITS, "");
    public static final Unit SHARE = new Unit(Kind.SHARE, "");
    public static final Unit MILLISECONDS = new Unit(Kind.MILLISECONDS, "");

    /// How numbers are written.
    public enum Kind {
        /// Things that are counted: 1.2 M.
        COUNT,
        /// Bytes: 1.2 MiB.
        BYTES,
        /// Bits.
        BITS,
        /// A share, 0 to 1, written as a percentage.
        SHARE,
        /// A time in milliseconds.
        MILLISECONDS,
        /// Anything else, with a symbol.
        OTHER
    }

    /// A unit with a symbol; that of a time, of bytes or of a share is known as such where no
    /// number has to be changed for it.
    public static Unit named(String symbol) {
        return switch (symbol.strip()) {
            case "ms" -> MILLISECONDS;
            case "B", "bytes" -> BYTES;
            default -> new Unit(Kind.OTHER, symbol.strip());
        };
    }
}
