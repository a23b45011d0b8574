package dev.lathe.ui.inspect.tensor;

/// Where numbers are on a scale from −1 to 1. Those beyond its ends are at the ends.
///
/// @param low what −1 stands for
/// @param high what 1 stands for, larger than `low`
record HeatScale(double low, double high) {

    /// A scale; one about the number if both ends are the same, and about zero if there is none.
    static HeatScale of(double low, double high) {
        if (Double.isNaN(low) || Double.isNaN(high)) {
            return new HeatScale(-1, 1);
        }
        return low < high ? new HeatScale(low, high) : new HeatScale(low - 1, low + 1);
    }

    /// The number in the middle.
    double middle() {
        return low / 2 + high / 2;
    }

    /// Where a finite number is.
    double place(double number) {
        return Math.clamp((number - middle()) / (high / 2 - low / 2), -1, 1);
    }
}
