package dev.lathe.ui.compress;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Tensor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Optional;

/// How the magnitudes of the weights of one layer are spread: counts over the leading bits of the
/// absolute values, which are ordered like the values themselves. Bin 0 holds just the zeros.
///
/// With 8 bits of exponent and 6 of fraction a bin is at most 1.6 % wide.
final class Magnitudes {
    static final int BINS = 1 << 14;
    private static final int SHIFT = 31 - 14;
    private static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final String layer;
    private final long weights;
    private final long[] upTo;

    private Magnitudes(String layer, long weights, long[] upTo) {
        this.layer = layer;
        this.weights = weights;
        this.upTo = upTo;
    }

    /// Counts the elements of a tensor if it is float32 and has them.
    static Optional<Magnitudes> ofFloats(String layer, Tensor tensor) {
        return tensor.type() == DataType.FLOAT
                ? tensor.bytes().map(floats -> of(layer, floats))
                : Optional.empty();
    }

    private static Magnitudes of(String layer, MemorySegment floats) {
        long weights = floats.byteSize() / 4;
        var counts = new long[BINS];
        for (long i = 0; i < weights; i++) {
            int bits = floats.get(INT, i * 4) & 0x7fff_ffff;
            int bin = bits >>> SHIFT;
            counts[bits == 0 ? 0 : Math.max(1, bin)]++;
        }
        for (int bin = 1; bin < BINS; bin++) {
            counts[bin] += counts[bin - 1];
        }
        return new Magnitudes(layer, weights, counts);
    }

    String layer() {
        return layer;
    }

    long weights() {
        return weights;
    }

    /// How many weights are in a bin or below it.
    long upTo(int bin) {
        return upTo[bin];
    }

    /// How many weights are zero.
    long zeros() {
        return upTo[0];
    }
}
