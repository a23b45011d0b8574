package dev.lathe.model.tensor;

import dev.lathe.model.work.Progress;
import java.util.Arrays;

/// Statistics of each slice of a tensor across one axis. Numbers that are NaN or infinite are
/// counted and otherwise left out.
public final class ChannelRanges {
    /// More channels are not told apart.
    public static final long MOST = 1 << 20;

    private final int axis;
    private final double[] min;
    private final double[] max;
    private final double[] mean;
    private final double[] std;
    private final long[] zeros;
    private final long[] finite;
    private final long perChannel;

    private ChannelRanges(int axis, int channels, long perChannel) {
        this.axis = axis;
        this.min = new double[channels];
        this.max = new double[channels];
        this.mean = new double[channels];
        this.std = new double[channels];
        this.zeros = new long[channels];
        this.finite = new long[channels];
        this.perChannel = perChannel;
        Arrays.fill(min, Double.POSITIVE_INFINITY);
        Arrays.fill(max, Double.NEGATIVE_INFINITY);
    }

    /// The statistics along an axis, in two passes: the second sums squared deviations from the
    /// means.
    public static ChannelRanges of(Numbers numbers, int axis, Progress progress)
            throws InterruptedException {
        int channels = Math.toIntExact(numbers.sizes().get(axis));
        var ranges = new ChannelRanges(axis, channels, numbers.count() / Math.max(1, channels));
        long inner =
                numbers.sizes().subList(axis + 1, numbers.sizes().size()).stream()
                        .reduce(1L, (a, b) -> a * b);
        long total = numbers.count() * 2;
        Blocks.forEach(
                numbers,
                progress,
                0,
                total,
                (from, block, length) ->
                        forEachRun(from, length, inner, channels, block, ranges::addFirst));
        for (int i = 0; i < channels; i++) {
            ranges.mean[i] /= ranges.finite[i];
        }
        Blocks.forEach(
                numbers,
                progress,
                numbers.count(),
                total,
                (from, block, length) ->
                        forEachRun(from, length, inner, channels, block, ranges::addSecond));
        ranges.finish();
        return ranges;
    }

    private interface Run {
        void add(int channel, double[] block, int start, int end);
    }

    private static void forEachRun(
            long from, int length, long inner, int channels, double[] block, Run run) {
        int channel = (int) (from / inner % channels);
        long left = inner - from % inner;
        int start = 0;
        while (start < length) {
            int end = (int) Math.min(length, start + left);
            run.add(channel, block, start, end);
            start = end;
            left = inner;
            channel = channel + 1 == channels ? 0 : channel + 1;
        }
    }

    private void addFirst(int channel, double[] block, int start, int end) {
        for (int i = start; i < end; i++) {
            double x = block[i];
            if (Math.abs(x) <= Double.MAX_VALUE) {
                min[channel] = Math.min(min[channel], x);
                max[channel] = Math.max(max[channel], x);
                mean[channel] += x;
                zeros[channel] += x == 0 ? 1 : 0;
                finite[channel]++;
            }
        }
    }

    private void addSecond(int channel, double[] block, int start, int end) {
        for (int i = start; i < end; i++) {
            double deviation = block[i] - mean[channel];
            if (Math.abs(block[i]) <= Double.MAX_VALUE) {
                std[channel] += deviation * deviation;
            }
        }
    }

    private void finish() {
        for (int i = 0; i < min.length; i++) {
            if (finite[i] == 0) {
                min[i] = Double.NaN;
                max[i] = Double.NaN;
                std[i] = Double.NaN;
            } else {
                std[i] = Math.sqrt(std[i] / finite[i]);
            }
        }
    }

    /// The axis that the channels are on.
    public int axis() {
        return axis;
    }

    /// The number of channels.
    public int size() {
        return min.length;
    }

    /// The smallest finite number of a channel; NaN if it has none, as are the next three.
    public double min(int channel) {
        return min[channel];
    }

    /// The largest finite number of a channel.
    public double max(int channel) {
        return max[channel];
    }

    /// The mean of a channel.
    public double mean(int channel) {
        return mean[channel];
    }

    /// The standard deviation of the population of a channel.
    public double std(int channel) {
        return std[channel];
    }

    /// The share of the elements of a channel that are zero.
    public double zeroShare(int channel) {
        return perChannel == 0 ? 0 : (double) zeros[channel] / perChannel;
    }

    /// The elements of a channel that are NaN or infinite.
    public long nonFinite(int channel) {
        return perChannel - finite[channel];
    }
}
