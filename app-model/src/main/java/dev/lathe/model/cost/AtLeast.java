package dev.lathe.model.cost;

import java.util.OptionalLong;

/// A figure that is put together from parts of which some may not be known.
///
/// @param value what the known parts come to
/// @param unknown the number of parts that are not known and not in the value
public record AtLeast(long value, int unknown) {

    /// Nothing, and nothing unknown.
    public static final AtLeast ZERO = new AtLeast(0, 0);

    /// One part of which nothing is known.
    public static final AtLeast UNKNOWN = new AtLeast(0, 1);

    /// One part.
    static AtLeast of(OptionalLong part) {
        return part.isPresent() ? new AtLeast(part.getAsLong(), 0) : UNKNOWN;
    }

    public boolean isExact() {
        return unknown == 0;
    }

    /// The value, if every part is known.
    public OptionalLong exact() {
        return isExact() ? OptionalLong.of(value) : OptionalLong.empty();
    }

    /// The sum of both; a value that fits no long counts as unknown.
    public AtLeast plus(AtLeast other) {
        long sum = value + other.value;
        return sum < 0
                ? new AtLeast(value, addUnknown(other.unknown, 1))
                : new AtLeast(sum, addUnknown(other.unknown, 0));
    }

    private int addUnknown(int more, int overflow) {
        return (int) Math.min(Integer.MAX_VALUE, (long) unknown + more + overflow);
    }

    /// The larger value, with all that is unknown in either: what is not known might be larger.
    AtLeast orMore(AtLeast other) {
        return new AtLeast(Math.max(value, other.value), addUnknown(other.unknown, 0));
    }

    /// So many times this; a value that fits no long counts as unknown.
    AtLeast times(long count) {
        long high = Math.multiplyHigh(value, count);
        long low = value * count;
        return high != 0 || low < 0
                ? new AtLeast(value, addUnknown(0, 1))
                : new AtLeast(low, unknown);
    }
}
