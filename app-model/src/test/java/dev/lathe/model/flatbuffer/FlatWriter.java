package dev.lathe.model.flatbuffer;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Writes small flatbuffers for tests: tables as lists of fields, by number. Parts that are the
/// same object are stored once where offsets can reach them.
public final class FlatWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final IdentityHashMap<Object, Integer> places = new IdentityHashMap<>();
    private final ArrayDeque<Reference> open = new ArrayDeque<>();
    private byte[] bytes = {};

    private FlatWriter() {}

    /// A table.
    ///
    /// @param fields numbers, texts, tables, lists of tables or texts, arrays; null is left out
    public record Table(List<@Nullable Object> fields) {
        public static Table of(@Nullable Object... fields) {
            return new Table(Arrays.asList(fields));
        }
    }

    private record Reference(int at, Object part) {}

    /// The bytes of a flatbuffer.
    public static byte[] write(String identifier, Table root) {
        return new FlatWriter().all(identifier, root);
    }

    private byte[] all(String identifier, Table root) {
        open.add(new Reference(0, root));
        writeInt(0);
        out.writeBytes(identifier.getBytes(StandardCharsets.US_ASCII));
        var patches = new ArrayDeque<int[]>();
        while (!open.isEmpty()) {
            var reference = open.poll();
            var known = places.get(reference.part);
            int place = known != null && known > reference.at ? known : place(reference.part);
            patches.add(new int[] {reference.at, place - reference.at});
        }
        bytes = out.toByteArray();
        var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        patches.forEach(patch -> buffer.putInt(patch[0], patch[1]));
        return bytes;
    }

    /// Writes a part, and says where it begins.
    private int place(Object part) {
        int place =
                switch (part) {
                    case Table(var fields) -> table(fields);
                    case String text -> text(text);
                    case byte[] elements -> vector(elements, elements.length);
                    case int[] elements ->
                            numbers(
                                    elements.length,
                                    4,
                                    b -> Arrays.stream(elements).forEach(b::putInt));
                    case long[] elements ->
                            numbers(
                                    elements.length,
                                    8,
                                    b -> Arrays.stream(elements).forEach(b::putLong));
                    case float[] elements ->
                            numbers(
                                    elements.length,
                                    4,
                                    b -> {
                                        for (float element : elements) {
                                            b.putFloat(element);
                                        }
                                    });
                    case List<?> elements -> references(elements);
                    default -> throw new IllegalArgumentException(part.getClass().getName());
                };
        places.put(part, place);
        return place;
    }

    private int table(List<@Nullable Object> fields) {
        int vtable = out.size();
        writeShort(4 + 2 * fields.size());
        writeShort(0);
        int offset = 4;
        for (Object field : fields) {
            writeShort(field == null ? 0 : offset);
            offset += field == null ? 0 : size(field);
        }
        int place = out.size();
        writeInt(place - vtable);
        for (Object field : fields) {
            if (field != null) {
                inline(field);
            }
        }
        return place;
    }

    private static int size(Object field) {
        return switch (field) {
            case Byte _ -> 1;
            case Long _ -> 8;
            default -> 4;
        };
    }

    private void inline(Object field) {
        switch (field) {
            case Byte number -> out.write(number);
            case Integer number -> writeInt(number);
            case Float number -> writeInt(Float.floatToIntBits(number));
            case Long number -> {
                writeInt((int) (long) number);
                writeInt((int) (number >> 32));
            }
            default -> reference(field);
        }
    }

    private void reference(Object part) {
        open.add(new Reference(out.size(), part));
        writeInt(0);
    }

    private int references(List<?> parts) {
        int place = out.size();
        writeInt(parts.size());
        parts.forEach(this::reference);
        return place;
    }

    private int text(String text) {
        var encoded = text.getBytes(StandardCharsets.UTF_8);
        return vector(encoded, encoded.length);
    }

    private int vector(byte[] elements, int length) {
        int place = out.size();
        writeInt(length);
        out.writeBytes(elements);
        return place;
    }

    private int numbers(int count, int size, Consumer<ByteBuffer> elements) {
        var buffer = ByteBuffer.allocate(count * size).order(ByteOrder.LITTLE_ENDIAN);
        elements.accept(buffer);
        return vector(buffer.array(), count);
    }

    private void writeShort(int number) {
        out.write(number);
        out.write(number >> 8);
    }

    private void writeInt(int number) {
        writeShort(number);
        writeShort(number >> 16);
    }
}
