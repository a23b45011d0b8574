package dev.lathe.model.tensor;

import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorNumbers;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/// The elements of a tensor as real numbers in row-major order, read in blocks: as they are stored,
/// or as what they stand for.
public final class Numbers {
    private static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfDouble DOUBLE =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final List<Long> sizes;
    private final long count;
    private final Reader reader;

    private Numbers(List<Long> sizes, long count, Reader reader) {
        this.sizes = sizes;
        this.count = count;
        this.reader = reader;
    }

    private interface Reader {
        void read(long from, double[] into, int length);
    }

    /// The elements as they are stored, complex ones by their magnitude; empty if they are missing
    /// or are no numbers.
    public static Optional<Numbers> of(Tensor tensor) {
        return switch (tensor.type()) {
            case COMPLEX64, COMPLEX128 -> magnitudes(tensor);
            default ->
                    TensorNumbers.of(tensor)
                            .map(numbers ->
                                    new Numbers(tensor.sizes(), numbers.count(), numbers::read));
        };
    }

    /// The real numbers that the stored integers stand for; empty if they are missing, are no
    /// numbers or do not go with the quantization.
    public static Optional<Numbers> of(Tensor tensor, Dequantization dequantization) {
        return of(tensor)
                .filter(_ -> dequantization.fits(tensor.sizes()))
                .map(stored -> {
                    var decoder = dequantization.decoder(tensor.sizes());
                    return new Numbers(
                            stored.sizes,
                            stored.count,
                            (from, into, length) -> {
                                stored.read(from, into, length);
                                decoder.decode(from, into, length);
                            });
                });
    }

    private static Optional<Numbers> magnitudes(Tensor tensor) {
        boolean isWide = tensor.type().bits() == 128;
        return tensor.bytes()
                .filter(bytes -> bytes.byteSize() >= tensor.type().bytes(tensor.elements()))
                .map(bytes ->
                        new Numbers(
                                tensor.sizes(),
                                tensor.elements(),
                                isWide ? wide(bytes) : narrow(bytes)));
    }

    private static Reader wide(MemorySegment bytes) {
        return (from, into, length) -> {
            for (int i = 0; i < length; i++) {
                long at = (from + i) * 16;
                into[i] = Math.hypot(bytes.get(DOUBLE, at), bytes.get(DOUBLE, at + 8));
            }
        };
    }

    private static Reader narrow(MemorySegment bytes) {
        return (from, into, length) -> {
            for (int i = 0; i < length; i++) {
                long at = (from + i) * 8;
                into[i] = Math.hypot(bytes.get(FLOAT, at), bytes.get(FLOAT, at + 4));
            }
        };
    }

    /// The sizes of the tensor, outermost first.
    public List<Long> sizes() {
        return sizes;
    }

    /// The number of elements.
    public long count() {
        return count;
    }

    /// Copies a run of elements to the start of an array.
    public void read(long from, double[] into, int length) {
        reader.read(from, into, length);
    }
}
