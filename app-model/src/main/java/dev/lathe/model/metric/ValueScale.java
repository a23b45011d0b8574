package dev.lathe.model.metric;

import java.util.Collection;

/// Gives values places on a scale from 0 to 1.
///
/// A linear scale starts at zero, or at the lowest value if that is below. A logarithmic one starts
/// at the lowest value above zero; zeros are at its start, too.
///
/// @param low the value at 0
/// @param high the value at 1
/// @param zeros whether there are zeros below the start of a logarithmic scale
public record ValueScale(Steps steps, double low, double high, boolean zeros) {

    /// How values go up along a scale.
    public enum Steps {
        LINEAR,
        LOGARITHMIC
    }

    /// The scale for some values. Of values below zero there are no logarithms: their scale is
    /// linear whatever is wished.
    public static ValueScale of(Steps wished, Collection<Double> values) {
        double lowest = Double.POSITIVE_INFINITY;
        double lowestAbove = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            lowest = Math.min(lowest, value);
            lowestAbove = value > 0 ? Math.min(lowestAbove, value) : lowestAbove;
            highest = Math.max(highest, value);
        }
        if (values.isEmpty()) {
            return new ValueScale(wished, 0, 0, false);
        }
        if (wished == Steps.LOGARITHMIC && lowest >= 0 && highest > 0) {
            return new ValueScale(wished, lowestAbove, highest, lowest == 0);
        }
        return new ValueScale(
                Steps.LINEAR,
                Math.min(0, lowest),
                lowest < 0 ? highest : Math.max(0, highest),
                false);
    }

    /// Where a value is, 0 to 1. If all values are the same, they are at the end.
    public double share(double value) {
        if (value >= high) {
            return high == 0 && low == 0 ? 0 : 1;
        }
        if (value <= low) {
            return 0;
        }
        return steps == Steps.LINEAR
                ? (value - low) / (high - low)
                : Math.log(value / low) / Math.log(high / low);
    }
}
