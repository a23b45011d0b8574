package dev.lathe.model.tensor;

import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorContent.Strings;
import dev.lathe.model.work.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// The elements of a tensor as NumPy has them. Types that NumPy does not know become the smallest
/// that it knows and that holds all their numbers: bfloat16 and smaller floats become float32,
/// integers under eight bits become int8 and uint8.
///
/// @param code the type (NumPy, "array interface protocol", `typestr`)
/// @param size bytes of all elements
record NpyElements(String code, long size, Body body) {
    private static final int CHUNK = 1 << 16;

    /// Writes all elements.
    @FunctionalInterface
    interface Body {
        void writeTo(OutputStream stream, Progress progress)
                throws IOException, InterruptedException;
    }

    /// The stored elements; empty if they are missing or of no type that is known.
    static Optional<NpyElements> of(Tensor tensor) {
        if (tensor.content() instanceof Strings strings) {
            return Optional.of(strings(strings));
        }
        return switch (tensor.type()) {
            case UNDEFINED, STRING -> Optional.empty();
            case FLOAT -> same(tensor, "<f4");
            case DOUBLE -> same(tensor, "<f8");
            case FLOAT16 -> same(tensor, "<f2");
            case COMPLEX64 -> same(tensor, "<c8");
            case COMPLEX128 -> same(tensor, "<c16");
            case INT8 -> same(tensor, "|i1");
            case UINT8 -> same(tensor, "|u1");
            case INT16 -> same(tensor, "<i2");
            case UINT16 -> same(tensor, "<u2");
            case INT32 -> same(tensor, "<i4");
            case UINT32 -> same(tensor, "<u4");
            case INT64 -> same(tensor, "<i8");
            case UINT64 -> same(tensor, "<u8");
            case BOOL -> numbers(tensor, "|b1");
            case INT4, INT2 -> numbers(tensor, "|i1");
            case UINT4, UINT2 -> numbers(tensor, "|u1");
            case BFLOAT16,
                    FLOAT8E4M3FN,
                    FLOAT8E4M3FNUZ,
                    FLOAT8E5M2,
                    FLOAT8E5M2FNUZ,
                    FLOAT8E8M0,
                    FLOAT6E2M3,
                    FLOAT6E3M2,
                    FLOAT4E2M1 ->
                    numbers(tensor, "<f4");
        };
    }

    /// Real numbers, as float32.
    static NpyElements of(Numbers numbers) {
        return new NpyElements(
                "<f4",
                Math.multiplyExact(4, numbers.count()),
                (stream, progress) -> write(numbers, "<f4", stream, progress));
    }

    private static Optional<NpyElements> same(Tensor tensor, String code) {
        long size = tensor.type().bytes(tensor.elements());
        return tensor.bytes()
                .filter(bytes -> bytes.byteSize() >= size)
                .map(bytes ->
                        new NpyElements(
                                code,
                                size,
                                (stream, progress) ->
                                        copy(bytes.asSlice(0, size), stream, progress)));
    }

    private static Optional<NpyElements> numbers(Tensor tensor, String code) {
        int width = code.charAt(2) - '0';
        return Numbers.of(tensor)
                .map(numbers ->
                        new NpyElements(
                                code,
                                Math.multiplyExact(width, numbers.count()),
                                (stream, progress) -> write(numbers, code, stream, progress)));
    }

    private static void copy(MemorySegment bytes, OutputStream stream, Progress progress)
            throws IOException, InterruptedException {
        var chunk = new byte[CHUNK];
        for (long from = 0; from < bytes.byteSize(); from += CHUNK) {
            progress.checkCancelled();
            progress.update(from, bytes.byteSize());
            int length = (int) Math.min(CHUNK, bytes.byteSize() - from);
            MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, from, chunk, 0, length);
            stream.write(chunk, 0, length);
        }
    }

    private static void write(Numbers numbers, String code, OutputStream stream, Progress progress)
            throws IOException, InterruptedException {
        var block = new double[CHUNK];
        int width = code.charAt(2) - '0';
        var chunk = ByteBuffer.allocate(CHUNK * width).order(ByteOrder.LITTLE_ENDIAN);
        for (long from = 0; from < numbers.count(); from += CHUNK) {
            progress.checkCancelled();
            progress.update(from, numbers.count());
            int length = (int) Math.min(CHUNK, numbers.count() - from);
            numbers.read(from, block, length);
            chunk.clear();
            for (int i = 0; i < length; i++) {
                switch (code) {
                    case "<f4" -> chunk.putFloat((float) block[i]);
                    case "|b1" -> chunk.put((byte) (block[i] == 0 ? 0 : 1));
                    default -> chunk.put((byte) (int) block[i]);
                }
            }
            stream.write(chunk.array(), 0, length * width);
        }
    }

    /// Strings of a fixed width, of code points or, where they are no UTF-8, of bytes. NumPy cannot
    /// tell zeros at their end from none.
    private static NpyElements strings(Strings strings) {
        try {
            var decoder = StandardCharsets.UTF_8.newDecoder();
            int longest = 1;
            for (byte[] element : strings.elements()) {
                var text = decoder.decode(ByteBuffer.wrap(element));
                longest = Math.max(longest, (int) text.codePoints().count());
            }
            int width = longest;
            return new NpyElements(
                    "<U" + width,
                    4L * width * strings.elements().size(),
                    (stream, progress) -> codePoints(strings, width, stream, progress));
        } catch (CharacterCodingException e) {
            return bytes(strings);
        }
    }

    private static void codePoints(
            Strings strings, int width, OutputStream stream, Progress progress)
            throws IOException, InterruptedException {
        for (byte[] element : strings.elements()) {
            progress.checkCancelled();
            var points = ByteBuffer.allocate(width * 4).order(ByteOrder.LITTLE_ENDIAN);
            new String(element, StandardCharsets.UTF_8).codePoints().forEach(points::putInt);
            stream.write(points.array());
        }
    }

    private static NpyElements bytes(Strings strings) {
        int width = strings.elements().stream().mapToInt(e -> e.length).max().orElse(1);
        return new NpyElements(
                "|S" + Math.max(1, width),
                (long) Math.max(1, width) * strings.elements().size(),
                (stream, progress) -> {
                    for (byte[] element : strings.elements()) {
                        progress.checkCancelled();
                        stream.write(Arrays.copyOf(element, Math.max(1, width)));
                    }
                });
    }
}
