package dev.lathe.model.tflite;

import dev.lathe.model.flatbuffer.DamagedFlatbufferException;
import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.AttributeValue;
import dev.lathe.model.graph.AttributeValue.FloatValue;
import dev.lathe.model.graph.AttributeValue.FloatsValue;
import dev.lathe.model.graph.AttributeValue.IntValue;
import dev.lathe.model.graph.AttributeValue.IntsValue;
import dev.lathe.model.graph.AttributeValue.StringValue;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads a FlexBuffers map of numbers, texts and lists of numbers (FlexBuffers documentation,
/// "Internals": the root is at the end, offsets lead back, a value's type is kept apart from it).
final class FlexOptions {
    private static final int INT = 1;
    private static final int UINT = 2;
    private static final int FLOAT = 3;
    private static final int KEY = 4;
    private static final int STRING = 5;
    private static final int INDIRECT_INT = 6;
    private static final int INDIRECT_UINT = 7;
    private static final int INDIRECT_FLOAT = 8;
    private static final int MAP = 9;
    private static final int VECTOR_INT = 11;
    private static final int VECTOR_UINT = 12;
    private static final int VECTOR_FLOAT = 13;
    private static final int FIRST_TUPLE = 16;
    private static final int LAST_TUPLE = 24;
    private static final int BOOL = 26;
    private static final int VECTOR_BOOL = 36;

    private static final int LONGEST = 4096;

    private static final ValueLayout.OfShort SHORT_LAYOUT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT_LAYOUT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG_LAYOUT =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final MemorySegment bytes;

    FlexOptions(MemorySegment bytes) {
        this.bytes = bytes;
    }

    /// The entries of the map.
    ///
    /// @throws DamagedFlatbufferException if this is no such map or holds anything else
    List<Attribute> read() throws DamagedFlatbufferException {
        long size = bytes.byteSize();
        int width = unsigned(size - 1, 1) > 8 ? 0 : (int) unsigned(size - 1, 1);
        int type = (int) unsigned(size - 2, 1);
        if ((type >> 2) != MAP) {
            throw new DamagedFlatbufferException("it is no map");
        }
        long root = size - 2 - width;
        return map(root - unsigned(root, width), 1 << (type & 3));
    }

    private List<Attribute> map(long map, int width) throws DamagedFlatbufferException {
        int count = count(map, width);
        long keysField = map - 3L * width;
        long keys = keysField - unsigned(keysField, width);
        int keyWidth = (int) Math.min(9, unsigned(map - 2L * width, width));
        var result = new ArrayList<Attribute>(count);
        for (int i = 0; i < count; i++) {
            long keyField = keys + (long) i * keyWidth;
            var key = key(keyField - unsigned(keyField, keyWidth));
            int type = (int) unsigned(map + (long) count * width + i, 1);
            result.add(new Attribute(key, value(map + (long) i * width, width, type)));
        }
        return result;
    }

    private AttributeValue value(long at, int width, int packedType)
            throws DamagedFlatbufferException {
        int type = packedType >> 2;
        switch (type) {
            case INT -> {
                return new IntValue(signed(at, width));
            }
            case UINT, BOOL -> {
                return new IntValue(unsigned(at, width));
            }
            case FLOAT -> {
                return new FloatValue((float) real(at, width));
            }
            default -> {}
        }
        long target = at - unsigned(at, width);
        int inner = 1 << (packedType & 3);
        return switch (type) {
            case INDIRECT_INT -> new IntValue(signed(target, inner));
            case INDIRECT_UINT -> new IntValue(unsigned(target, inner));
            case INDIRECT_FLOAT -> new FloatValue((float) real(target, inner));
            case KEY -> new StringValue(key(target));
            case STRING -> new StringValue(text(target, count(target, inner)));
            case VECTOR_INT, VECTOR_UINT, VECTOR_BOOL, VECTOR_FLOAT ->
                    list(target, inner, count(target, inner), type);
            default -> tuple(target, inner, type);
        };
    }

    /// A list of two to four numbers, whose length is in its type.
    private AttributeValue tuple(long at, int width, int type) throws DamagedFlatbufferException {
        if (type < FIRST_TUPLE || type > LAST_TUPLE) {
            throw new DamagedFlatbufferException("it holds more than plain values");
        }
        int kind = (type - FIRST_TUPLE) % 3 + VECTOR_INT;
        return list(at, width, (type - FIRST_TUPLE) / 3 + 2, kind);
    }

    private AttributeValue list(long at, int width, int count, int kind)
            throws DamagedFlatbufferException {
        var wholes = new ArrayList<Long>();
        var reals = new ArrayList<Float>();
        for (int i = 0; i < count; i++) {
            long element = at + (long) i * width;
            if (kind == VECTOR_FLOAT) {
                reals.add((float) real(element, width));
            } else {
                wholes.add(kind == VECTOR_INT ? signed(element, width) : unsigned(element, width));
            }
        }
        return kind == VECTOR_FLOAT ? new FloatsValue(reals) : new IntsValue(wholes);
    }

    private int count(long at, int width) throws DamagedFlatbufferException {
        long count = unsigned(at - width, width);
        if (count < 0 || count > LONGEST) {
            throw new DamagedFlatbufferException("it is too long");
        }
        return (int) count;
    }

    private String key(long at) throws DamagedFlatbufferException {
        int length = 0;
        while (unsigned(at + length, 1) != 0) {
            length++;
            if (length > LONGEST) {
                throw new DamagedFlatbufferException("it is too long");
            }
        }
        return text(at, length);
    }

    private String text(long at, int length) throws DamagedFlatbufferException {
        check(at, length);
        return new String(
                bytes.asSlice(at, length).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
    }

    private long signed(long at, int width) throws DamagedFlatbufferException {
        check(at, width);
        return switch (width) {
            case 1 -> bytes.get(ValueLayout.JAVA_BYTE, at);
            case 2 -> bytes.get(SHORT_LAYOUT, at);
            case 4 -> bytes.get(INT_LAYOUT, at);
            case 8 -> bytes.get(LONG_LAYOUT, at);
            default -> throw new DamagedFlatbufferException("a width in it is none");
        };
    }

    private long unsigned(long at, int width) throws DamagedFlatbufferException {
        long signed = signed(at, width);
        return width == 8 ? signed : signed & ((1L << (8 * width)) - 1);
    }

    private double real(long at, int width) throws DamagedFlatbufferException {
        return width == 8
                ? Double.longBitsToDouble(signed(at, width))
                : Float.intBitsToFloat((int) signed(at, 4));
    }

    private void check(long at, int length) throws DamagedFlatbufferException {
        if (at < 0 || at > bytes.byteSize() - length) {
            throw new DamagedFlatbufferException("an offset in it leads out of it");
        }
    }
}
