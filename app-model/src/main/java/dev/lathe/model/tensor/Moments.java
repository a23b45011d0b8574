package dev.lathe.model.tensor;

/// Extremes, mean and sum of squared deviations, block by block (Chan, Golub, LeVeque, "Updating
/// Formulae and a Pairwise Algorithm for Computing Sample Variances", 1979), and counts of what is
/// no finite number.
final class Moments {
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private double mean;
    private double squares;
    private long finite;
    private long zeros;
    private long nans;
    private long positiveInfinities;
    private long negativeInfinities;
    private boolean areWhole = true;

    void add(double[] block, int length) {
        double sum = 0;
        int count = 0;
        int zerosHere = 0;
        double low = min;
        double high = max;
        for (int i = 0; i < length; i++) {
            double x = block[i];
            if (Math.abs(x) <= Double.MAX_VALUE) {
                low = x < low ? x : low;
                high = x > high ? x : high;
                zerosHere += x == 0 ? 1 : 0;
                sum += x;
                count++;
            } else {
                countOther(x);
            }
        }
        min = low;
        max = high;
        zeros += zerosHere;
        if (count > 0) {
            merge(block, length, sum / count, count);
        }
        for (int i = 0; i < length && areWhole; i++) {
            areWhole = block[i] == Math.rint(block[i]) || !Double.isFinite(block[i]);
        }
    }

    private void countOther(double x) {
        if (Double.isNaN(x)) {
            nans++;
        } else if (x > 0) {
            positiveInfinities++;
        } else {
            negativeInfinities++;
        }
    }

    private void merge(double[] block, int length, double blockMean, int count) {
        double blockSquares = 0;
        for (int i = 0; i < length; i++) {
            double deviation = block[i] - blockMean;
            blockSquares += Math.abs(block[i]) <= Double.MAX_VALUE ? deviation * deviation : 0;
        }
        double difference = blockMean - mean;
        long total = finite + count;
        squares += blockSquares + difference * difference * finite * count / total;
        mean += difference * count / total;
        finite = total;
    }

    double min() {
        return finite == 0 ? Double.NaN : min;
    }

    double max() {
        return finite == 0 ? Double.NaN : max;
    }

    double mean() {
        return finite == 0 ? Double.NaN : mean;
    }

    double std() {
        return finite == 0 ? Double.NaN : Math.sqrt(squares / finite);
    }

    long zeros() {
        return zeros;
    }

    long nans() {
        return nans;
    }

    long positiveInfinities() {
        return positiveInfinities;
    }

    long negativeInfinities() {
        return negativeInfinities;
    }

    /// Whether all finite numbers are whole.
    boolean areWhole() {
        return areWhole;
    }
}
