package dev.lathe.model.tensor;

import java.util.Arrays;

/// Counts numbers in equal parts of their range. Whole numbers get parts of whole width, each with
/// its number in the middle, so that no part holds one number more than its neighbours.
final class HistogramCount {
    private static final int PARTS = 128;

    private final double from;
    private final double width;
    private final long[] counts;

    HistogramCount(double min, double max, boolean areWhole) {
        double range = max - min;
        if (Double.isNaN(range)) {
            from = 0;
            width = 0;
            counts = new long[0];
        } else if (areWhole && range < 1L << 52) {
            width = Math.ceil((range + 1) / PARTS);
            from = min - 0.5;
            counts = new long[(int) Math.ceil((range + 1) / width)];
        } else if (range == 0) {
            from = min;
            width = 0;
            counts = new long[1];
        } else {
            // the range of very large numbers may not be a number
            width = max / PARTS - min / PARTS;
            from = min;
            counts = new long[PARTS];
        }
    }

    void add(double[] block, int length) {
        double perPart = width == 0 ? 0 : 1 / width;
        int last = counts.length - 1;
        for (int i = 0; i < length; i++) {
            double x = block[i];
            if (Math.abs(x) <= Double.MAX_VALUE) {
                int part = (int) ((x - from) * perPart);
                counts[part < last ? part : last]++;
            }
        }
    }

    NumberHistogram result() {
        return new NumberHistogram(from, width, Arrays.stream(counts).boxed().toList());
    }
}
