package dev.lathe.profiler.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes small flatbuffers that a verifier accepts (FlatBuffers documentation, "Internals").
final class Flatbuffer {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ArrayDeque<Reference> open = new ArrayDeque<>();
    private final ArrayDeque<int[]> patches = new ArrayDeque<>();

    private Flatbuffer() {}

    /// A table.
    ///
    /// @param fields by number: integers, bytes, texts, tables, lists of tables, arrays of
    ///   integers; null for a field that is left out
    record Table(List<@Nullable Object> fields) {
        static Table of(@Nullable Object... fields) {
            return new Table(Arrays.asList(fields));
        }
    }

    private record Reference(int at, Object part) {}

    static byte[] write(String identifier, Table root) {
        return new Flatbuffer().all(identifier, root);
    }

    private byte[] all(String identifier, Table root) {
        reference(root);
        out.writeBytes(identifier.getBytes(StandardCharsets.US_ASCII));
        while (!open.isEmpty()) {
            var reference = open.poll();
            patches.add(new int[] {reference.at, place(reference.part) - reference.at});
        }
        var bytes = out.toByteArray();
        var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        patches.forEach(patch -> buffer.putInt(patch[0], patch[1]));
        return bytes;
    }

    private int place(Object part) {
        align(0);
        return switch (part) {
            case Table(var fields) -> table(fields);
            case String text -> text(text);
            case int[] elements -> {
                int place = vector(elements.length);
                Arrays.stream(elements).forEach(this::writeInt);
                yield place;
            }
            case List<?> parts -> {
                int place = vector(parts.size());
                parts.forEach(this::reference);
                yield place;
            }
            default -> throw new IllegalArgumentException(part.getClass().getName());
        };
    }

    /// Numbers of four bytes and references come before those of one, so that all are aligned.
    private int table(List<@Nullable Object> fields) {
        int vtable = 4 + 2 * fields.size();
        align(vtable);
        long wide = fields.stream().filter(f -> f != null && !(f instanceof Byte)).count();
        int nextWide = 4;
        int nextByte = 4 + 4 * (int) wide;
        writeShort(vtable);
        writeShort(nextByte + (int) fields.stream().filter(Byte.class::isInstance).count());
        for (Object field : fields) {
            writeShort(field == null ? 0 : field instanceof Byte ? nextByte++ : nextWide);
            nextWide += field == null || field instanceof Byte ? 0 : 4;
        }
        int place = out.size();
        writeInt(vtable);
        for (Object field : fields) {
            if (field instanceof Integer number) {
                writeInt(number);
            } else if (field != null && !(field instanceof Byte)) {
                reference(field);
            }
        }
        fields.stream().filter(Byte.class::isInstance).forEach(field -> out.write((Byte) field));
        return place;
    }

    private int text(String text) {
        var encoded = text.getBytes(StandardCharsets.UTF_8);
        int place = vector(encoded.length);
        out.writeBytes(encoded);
        out.write(0);
        return place;
    }

    private int vector(int length) {
        int place = out.size();
        writeInt(length);
        return place;
    }

    private void reference(Object part) {
        open.add(new Reference(out.size(), part));
        writeInt(0);
    }

    /// Fills up so that what follows so many bytes begins at a multiple of four.
    private void align(int before) {
        while ((out.size() + before) % 4 != 0) {
            out.write(0);
        }
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
