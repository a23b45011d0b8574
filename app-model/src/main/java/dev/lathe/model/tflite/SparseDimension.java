package dev.lathe.model.tflite;

import dev.lathe.model.flatbuffer.DamagedFlatbufferException;
import dev.lathe.model.flatbuffer.FlatTable;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// One dimension of a sparse tensor.
///
/// @param size of a dense dimension
/// @param segments of a sparse dimension: where the indices of each entry before it begin, and
///   where the last end
/// @param indices of a sparse dimension
record SparseDimension(boolean isDense, long size, IndexList segments, IndexList indices) {
    private static final int FORMAT = 0;
    private static final int DENSE_SIZE = 1;
    private static final int SEGMENTS_TYPE = 2;
    private static final int SEGMENTS = 3;
    private static final int INDICES_TYPE = 4;
    private static final int INDICES = 5;

    private static final int VALUES = 0;

    private static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /// Numbers of 32, 16 or 8 bits, in place.
    record IndexList(MemorySegment bytes, int width) {
        static final IndexList NONE = new IndexList(MemorySegment.NULL, 1);

        long length() {
            return bytes.byteSize() / width;
        }

        long get(long i) {
            return switch (width) {
                case 1 -> Byte.toUnsignedInt(bytes.get(ValueLayout.JAVA_BYTE, i));
                case 2 -> Short.toUnsignedInt(bytes.get(SHORT, i * 2));
                default -> bytes.get(INT, i * 4);
            };
        }
    }

    static SparseDimension of(FlatTable table) throws DamagedFlatbufferException {
        return new SparseDimension(
                table.int8(FORMAT) == 0,
                table.int32(DENSE_SIZE, 0),
                list(table, SEGMENTS_TYPE, SEGMENTS),
                list(table, INDICES_TYPE, INDICES));
    }

    private static IndexList list(FlatTable table, int typeField, int field)
            throws DamagedFlatbufferException {
        int width =
                switch (table.uint8(typeField)) {
                    case 1 -> 4;
                    case 2 -> 2;
                    default -> 1;
                };
        var vector = table.table(field);
        if (vector.isEmpty()) {
            return IndexList.NONE;
        }
        return vector.get()
                .bytes(VALUES, width)
                .map(bytes -> new IndexList(bytes, width))
                .orElse(IndexList.NONE);
    }

    /// How many entries this dimension makes of so many; -1 if its lists do not fit them.
    long entries(long before) {
        if (isDense) {
            return size <= 0 ? -1 : Math.multiplyExact(before, size);
        }
        if (segments.length() != before + 1 || segments.get(0) != 0) {
            return -1;
        }
        for (long i = 0; i < before; i++) {
            if (segments.get(i + 1) < segments.get(i)) {
                return -1;
            }
        }
        return segments.get(before) == indices.length() ? indices.length() : -1;
    }

    /// The positions of the entries that this dimension makes of others; an index that the
    /// dimension does not have leads to a negative position.
    ///
    /// @param limit how many indices there are
    long[] expanded(long[] before, long stride, long limit) {
        var after = new long[Math.toIntExact(entries(before.length))];
        int next = 0;
        for (int i = 0; i < before.length; i++) {
            long from = isDense ? 0 : segments.get(i);
            long to = isDense ? size : segments.get(i + 1);
            for (long at = from; at < to; at++) {
                long index = isDense ? at : indices.get(at);
                boolean isInside = index >= 0 && index < limit && before[i] >= 0;
                after[next] = isInside ? before[i] + index * stride : -1;
                next++;
            }
        }
        return after;
    }
}
