package dev.lathe.samples.train;

/// How far two rows of numbers are apart.
final class Differences {
    private Differences() {}

    /// The largest absolute difference of two numbers at the same place.
    static double largest(float[] one, float[] other) {
        if (one.length != other.length) {
            throw new IllegalArgumentException(
                    one.length + " against " + other.length + " numbers");
        }
        double largest = 0;
        for (int index = 0; index < one.length; index++) {
            largest = Math.max(largest, Math.abs(one[index] - other[index]));
        }
        return largest;
    }
}
