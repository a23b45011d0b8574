package dev.lathe.model.shape;

import dev.lathe.model.graph.Tensor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Optional;

/// Reads the elements of small constants.
final class ContentReader {
    private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ORDER);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ORDER);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ORDER);
    private static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ORDER);
    private static final ValueLayout.OfDouble DOUBLE =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ORDER);

    private ContentReader() {}

    /// The elements of a tensor, if it is small, numeric and at hand.
    static Optional<Content> read(Tensor tensor) {
        long count = count(tensor);
        if (count < 0 || count > Content.LIMIT || tensor.type().bits() < 8) {
            return Optional.empty();
        }
        var bytes = tensor.bytes();
        if (bytes.isEmpty() || bytes.get().byteSize() < tensor.type().bytes(count)) {
            return Optional.empty();
        }
        var elements = new ArrayList<Scalar>((int) count);
        for (int i = 0; i < count; i++) {
            elements.add(element(tensor, bytes.get(), i));
        }
        return Optional.of(new Content(tensor.sizes(), elements));
    }

    /// The number of elements; -1 if the sizes are no sizes or there are too many.
    private static long count(Tensor tensor) {
        long product = 1;
        for (long size : tensor.sizes()) {
            if (size < 0 || size > Content.LIMIT) {
                return -1;
            }
            product = Math.min(product * size, Content.LIMIT + 1L);
        }
        return product;
    }

    private static Scalar element(Tensor tensor, MemorySegment bytes, long i) {
        return switch (tensor.type()) {
            case INT64, UINT64 -> Scalar.of(bytes.getAtIndex(LONG, i));
            case INT32 -> Scalar.of(bytes.getAtIndex(INT, i));
            case UINT32 -> Scalar.of(Integer.toUnsignedLong(bytes.getAtIndex(INT, i)));
            case INT16 -> Scalar.of(bytes.getAtIndex(SHORT, i));
            case UINT16 -> Scalar.of(Short.toUnsignedLong(bytes.getAtIndex(SHORT, i)));
            case INT8 -> Scalar.of(bytes.get(ValueLayout.JAVA_BYTE, i));
            case UINT8, BOOL -> Scalar.of(Byte.toUnsignedLong(bytes.get(ValueLayout.JAVA_BYTE, i)));
            case FLOAT -> new Scalar.Real(bytes.getAtIndex(FLOAT, i));
            case DOUBLE -> new Scalar.Real(bytes.getAtIndex(DOUBLE, i));
            case FLOAT16 -> new Scalar.Real(Float.float16ToFloat(bytes.getAtIndex(SHORT, i)));
            default -> Scalar.UNKNOWN;
        };
    }
}
