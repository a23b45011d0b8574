package dev.lathe.model.quantize;

import dev.lathe.model.graph.Tensor;
import dev.lathe.model.layer.RewriteException;
import dev.lathe.model.work.Progress;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Quantizes float32 weights symmetrically around zero: `q = round(w / scale)` with ties to even
/// and `scale = max|w| / 127`, so that −128 is never used.
///
/// @param type of the integers
/// @param granularity one scale for each channel or for all
record WeightQuantizer(IntegerType type, Granularity granularity) {
    private static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int LEVELS = 127;
    private static final float ROUNDER = 0x1.8p23f;
    private static final int ROUNDER_BITS = Float.floatToRawIntBits(ROUNDER);

    /// The same with one scale for all channels.
    WeightQuantizer perTensor() {
        return new WeightQuantizer(type, Granularity.TENSOR);
    }

    /// Quantizes weights with scales that fit them.
    ///
    /// @param axis on which channels are
    QuantizedWeight quantize(Tensor weights, int axis, Progress progress)
            throws RewriteException, InterruptedException {
        return quantize(weights, axis, new float[0], progress);
    }

    /// Quantizes weights with scales of at least a given size.
    ///
    /// @param axis on which channels are
    /// @param atLeast for each channel; empty for no lower limit
    /// @throws RewriteException if a weight is infinite or not a number
    QuantizedWeight quantize(Tensor weights, int axis, float[] atLeast, Progress progress)
            throws RewriteException, InterruptedException {
        var rows = Rows.of(weights, axis);
        var peaks = rows.peaks(progress);
        for (float peak : peaks) {
            if (!Float.isFinite(peak)) {
                throw new RewriteException(
                        "Cannot quantize the weights '%s': they hold numbers that are infinite or NaN; exclude the layers that read them"
                                .formatted(weights.name()));
            }
        }
        if (granularity == Granularity.TENSOR) {
            float peak = 0;
            for (float p : peaks) {
                peak = Math.max(peak, p);
            }
            Arrays.fill(peaks, peak);
        }
        var scales = new float[peaks.length];
        for (int c = 0; c < scales.length; c++) {
            float limit = atLeast.length > 0 ? atLeast[c] : 0;
            scales[c] = scale(Math.max(peaks[c] / LEVELS, limit));
        }
        if (granularity == Granularity.TENSOR) {
            float largest = 0;
            for (float s : scales) {
                largest = Math.max(largest, s);
            }
            Arrays.fill(scales, largest);
        }
        var values = rows.quantize(scales, type.middle(), progress);
        return new QuantizedWeight(
                weights,
                weights.sizeStream().toArray(),
                values,
                granularity == Granularity.TENSOR ? new float[] {scales[0]} : scales,
                type);
    }

    /// A scale that can be divided by: 1 where all weights are zero.
    private static float scale(float wanted) {
        return wanted == 0 ? 1 : Math.max(wanted, Float.MIN_NORMAL);
    }

    /// Weights as `outer × channels × inner`, worked on in parallel.
    private record Rows(MemorySegment bytes, int outer, int channels, int inner) {

        static Rows of(Tensor weights, int axis) {
            var sizes = weights.sizes();
            int outer = 1;
            for (int i = 0; i < axis; i++) {
                outer = Math.multiplyExact(outer, Math.toIntExact(sizes.get(i)));
            }
            int channels = sizes.isEmpty() ? 1 : Math.toIntExact(sizes.get(axis));
            int inner = Math.toIntExact(weights.elements() / Math.max(1, outer * channels));
            return new Rows(weights.bytes().orElseThrow(), outer, channels, inner);
        }

        /// The largest magnitude of each channel.
        float[] peaks(Progress progress) throws InterruptedException {
            progress.checkCancelled();
            return IntStream.range(0, outer)
                    .parallel()
                    .mapToObj(this::peaksOf)
                    .reduce(new float[channels], Rows::larger);
        }

        private float[] peaksOf(int row) {
            var floats = read(row);
            var peaks = new float[channels];
            if (inner == 1) {
                for (int c = 0; c < channels; c++) {
                    peaks[c] = Math.abs(floats[c]);
                }
                return peaks;
            }
            for (int c = 0; c < channels; c++) {
                float peak = 0;
                for (int i = c * inner; i < (c + 1) * inner; i++) {
                    peak = Math.max(peak, Math.abs(floats[i]));
                }
                peaks[c] = peak;
            }
            return peaks;
        }

        private static float[] larger(float[] a, float[] b) {
            var result = new float[a.length];
            for (int i = 0; i < a.length; i++) {
                result[i] = Math.max(a[i], b[i]);
            }
            return result;
        }

        byte[] quantize(float[] scales, int zeroPoint, Progress progress)
                throws InterruptedException {
            progress.checkCancelled();
            var values = new byte[Math.multiplyExact(outer, channels * inner)];
            IntStream.range(0, outer)
                    .parallel()
                    .forEach(row -> quantizeRow(row, scales, zeroPoint, values));
            return values;
        }

        private void quantizeRow(int row, float[] scales, int zeroPoint, byte[] values) {
            var floats = read(row);
            int at = row * channels * inner;
            if (inner == 1) {
                for (int c = 0; c < channels; c++) {
                    values[at + c] = (byte) (level(floats[c], scales[c]) + zeroPoint);
                }
                return;
            }
            for (int c = 0; c < channels; c++) {
                float scale = scales[c];
                for (int i = c * inner; i < (c + 1) * inner; i++) {
                    values[at + i] = (byte) (level(floats[i], scale) + zeroPoint);
                }
            }
        }

        /// Rounds with ties to even by adding a number so large that the sum has no fraction.
        private static int level(float real, float scale) {
            int q = Float.floatToRawIntBits(real / scale + ROUNDER) - ROUNDER_BITS;
            return Math.min(Math.max(q, -LEVELS), LEVELS);
        }

        private float[] read(int row) {
            var floats = new float[channels * inner];
            MemorySegment.copy(bytes, FLOAT, 4L * row * channels * inner, floats, 0, floats.length);
            return floats;
        }
    }
}
