package dev.lathe.model.metric;

import dev.lathe.model.cost.AtLeast;

/// The value of a layer or of a group.
///
/// @param value what the known parts come to
/// @param unknownParts the number of parts that are not known and not in the value
/// @param knownParts the number of parts that are
public record Amount(double value, int unknownParts, int knownParts) {

    /// A value that is not known.
    public static final Amount UNKNOWN = new Amount(0, 1, 0);

    /// A known value.
    public static Amount of(double value) {
        return new Amount(value, 0, 1);
    }

    /// A value of which parts may not be known; with no known part above zero, nothing is.
    static Amount of(AtLeast value) {
        return new Amount(
                value.value(), value.unknown(), value.isExact() || value.value() > 0 ? 1 : 0);
    }

    /// Whether nothing is known.
    public boolean isUnknown() {
        return knownParts == 0;
    }

    /// Whether all is known.
    public boolean isExact() {
        return unknownParts == 0;
    }
}
