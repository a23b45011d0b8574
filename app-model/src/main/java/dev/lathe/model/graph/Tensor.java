package dev.lathe.model.graph;

import dev.lathe.model.graph.TensorContent.External;
import dev.lathe.model.graph.TensorContent.Missing;
import dev.lathe.model.graph.TensorContent.Sparse;
import dev.lathe.model.graph.TensorContent.Stored;
import dev.lathe.model.graph.TensorContent.Strings;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/// A constant tensor: type, sizes, and elements that stay where the file has them.
///
/// @param name empty for a tensor that is the value of an attribute
/// @param sizes outermost first; empty for a scalar
/// @param extras what else the file says of it
public record Tensor(
        String name, DataType type, List<Long> sizes, TensorContent content, Extras extras) {

    private static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    public Tensor {
        sizes = List.copyOf(sizes);
    }

    /// A tensor over the given bytes, which are not copied.
    public static Tensor of(String name, DataType type, List<Long> sizes, MemorySegment bytes) {
        return new Tensor(name, type, sizes, new Stored(bytes.asReadOnly()), Extras.NONE);
    }

    /// A float tensor with a copy of the given elements.
    public static Tensor ofFloats(String name, float[] elements, long... sizes) {
        var bytes = MemorySegment.ofArray(new byte[Math.multiplyExact(elements.length, 4)]);
        MemorySegment.copy(elements, 0, bytes, FLOAT, 0, elements.length);
        return of(name, DataType.FLOAT, boxed(sizes), bytes);
    }

    /// An int64 tensor with a copy of the given elements.
    public static Tensor ofLongs(String name, long[] elements, long... sizes) {
        var bytes = MemorySegment.ofArray(new byte[Math.multiplyExact(elements.length, 8)]);
        MemorySegment.copy(elements, 0, bytes, LONG, 0, elements.length);
        return of(name, DataType.INT64, boxed(sizes), bytes);
    }

    /// An int32 tensor with a copy of the given elements.
    public static Tensor ofInts(String name, int[] elements, long... sizes) {
        var bytes = MemorySegment.ofArray(new byte[Math.multiplyExact(elements.length, 4)]);
        MemorySegment.copy(elements, 0, bytes, INT, 0, elements.length);
        return of(name, DataType.INT32, boxed(sizes), bytes);
    }

    /// A tensor of one-byte elements (int8, uint8, bool) with a copy of them.
    public static Tensor ofBytes(String name, DataType type, byte[] elements, long... sizes) {
        return of(name, type, boxed(sizes), MemorySegment.ofArray(elements.clone()));
    }

    /// The number of elements.
    ///
    /// @throws ArithmeticException if the count does not fit a long
    public long elements() {
        long product = 1;
        for (long size : sizes) {
            product = Math.multiplyExact(product, size);
        }
        return product;
    }

    public Shape shape() {
        return Shape.of(sizes.stream().mapToLong(Long::longValue).toArray());
    }

    /// The type as a value type.
    public ValueType.TensorType valueType() {
        return new ValueType.TensorType(type, shape());
    }

    /// The bytes of the elements, if they can be had and are not strings. Those of a sparse tensor
    /// are made anew by each call; a tensor that is too large in comparison with what is stored of
    /// it has none.
    public Optional<MemorySegment> bytes() {
        return switch (content) {
            case Stored(var bytes) -> Optional.of(bytes);
            case External(_, _, var bytes) -> Optional.of(bytes);
            case Sparse sparse -> DenseElements.of(this, sparse);
            case Missing _, Strings _ -> Optional.empty();
        };
    }

    /// The number of bytes that the elements take in the file.
    public long byteSize() {
        return switch (content) {
            case Stored(var bytes) -> bytes.byteSize();
            case External(_, _, var bytes) -> bytes.byteSize();
            case Sparse(var values, var positions) -> values.byteSize() + positions.byteSize();
            case Missing(_, _, long length, _) -> length;
            case Strings(var elements) -> elements.stream().mapToLong(e -> e.length).sum();
        };
    }

    /// A copy of the elements of a float tensor.
    ///
    /// @throws IllegalStateException if this is no float tensor or its elements are missing
    public float[] toFloats() {
        var bytes = bytesOf(DataType.FLOAT);
        var result = new float[Math.toIntExact(bytes.byteSize() / 4)];
        MemorySegment.copy(bytes, FLOAT, 0, result, 0, result.length);
        return result;
    }

    /// A copy of the elements of an int64 tensor.
    ///
    /// @throws IllegalStateException if this is no int64 tensor or its elements are missing
    public long[] toLongs() {
        var bytes = bytesOf(DataType.INT64);
        var result = new long[Math.toIntExact(bytes.byteSize() / 8)];
        MemorySegment.copy(bytes, LONG, 0, result, 0, result.length);
        return result;
    }

    /// A copy of the elements of an int32 tensor.
    ///
    /// @throws IllegalStateException if this is no int32 tensor or its elements are missing
    public int[] toInts() {
        var bytes = bytesOf(DataType.INT32);
        var result = new int[Math.toIntExact(bytes.byteSize() / 4)];
        MemorySegment.copy(bytes, INT, 0, result, 0, result.length);
        return result;
    }

    /// This tensor with other elements, as many as it had; what else the file says of it stays. A
    /// sparse tensor that becomes dense, or had no elements, is encoded otherwise and loses that.
    public Tensor withContent(TensorContent other) {
        return new Tensor(name, type, sizes, other, keptBy(other));
    }

    /// This tensor with what the file says of another one, which it takes the place of.
    public Tensor inPlaceOf(Tensor other) {
        return new Tensor(name, type, sizes, content, other.keptBy(content));
    }

    /// The extras, if a tensor with other content is encoded like this one.
    private Extras keptBy(TensorContent other) {
        boolean alike =
                content instanceof Sparse == other instanceof Sparse
                        && content instanceof Missing == other instanceof Missing;
        return alike ? extras : Extras.NONE;
    }

    /// This tensor under another name.
    public Tensor withName(String other) {
        return new Tensor(other, type, sizes, content, extras);
    }

    private MemorySegment bytesOf(DataType expected) {
        if (type != expected) {
            throw new IllegalStateException(
                    "tensor " + name + " holds " + type.label() + ", not " + expected.label());
        }
        return bytes().orElseThrow(
                        () -> new IllegalStateException("tensor " + name + " has no elements"));
    }

    private static List<Long> boxed(long[] sizes) {
        return Arrays.stream(sizes).boxed().toList();
    }

    /// The sizes as a stream of primitive longs.
    public LongStream sizeStream() {
        return sizes.stream().mapToLong(Long::longValue);
    }
}
