package dev.lathe.model.flatbuffer;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A table of a flatbuffer: fields by number, in the order in which the schema declares them (a
/// union takes two, first its type). A field that the file leaves out has the default of the
/// schema.
public final class FlatTable {
    private static final int VTABLE_HEADER_BYTES = 4;

    private final Flatbuffer buffer;
    private final long position;
    private final long vtable;
    private final int vtableBytes;

    FlatTable(Flatbuffer buffer, long position) throws DamagedFlatbufferException {
        this.buffer = buffer;
        this.position = position;
        this.vtable = position - buffer.intAt(position);
        this.vtableBytes = Short.toUnsignedInt(buffer.shortAt(vtable));
        if (vtableBytes < VTABLE_HEADER_BYTES) {
            throw new DamagedFlatbufferException("a table in it has no fields at all");
        }
    }

    /// Where the table is, by which two references to it can be told to be one.
    public long position() {
        return position;
    }

    /// Whether the file states a field.
    public boolean has(int field) throws DamagedFlatbufferException {
        return at(field) != 0;
    }

    public byte int8(int field) throws DamagedFlatbufferException {
        long at = at(field);
        return at == 0 ? 0 : buffer.byteAt(at);
    }

    public int uint8(int field) throws DamagedFlatbufferException {
        return Byte.toUnsignedInt(int8(field));
    }

    public int int32(int field, int defaultValue) throws DamagedFlatbufferException {
        long at = at(field);
        return at == 0 ? defaultValue : buffer.intAt(at);
    }

    public long uint32(int field) throws DamagedFlatbufferException {
        long at = at(field);
        return at == 0 ? 0 : buffer.uint(at);
    }

    public long int64(int field, long defaultValue) throws DamagedFlatbufferException {
        long at = at(field);
        return at == 0 ? defaultValue : buffer.longAt(at);
    }

    public float float32(int field) throws DamagedFlatbufferException {
        long at = at(field);
        return at == 0 ? 0 : Float.intBitsToFloat(buffer.intAt(at));
    }

    /// A text, empty if it is left out. Bytes that are no UTF-8 become the replacement character.
    public String string(int field) throws DamagedFlatbufferException {
        long at = at(field);
        return at == 0 ? "" : buffer.string(buffer.followed(at));
    }

    public Optional<FlatTable> table(int field) throws DamagedFlatbufferException {
        long at = at(field);
        return at == 0 ? Optional.empty() : Optional.of(buffer.tableAt(buffer.followed(at)));
    }

    public List<FlatTable> tables(int field) throws DamagedFlatbufferException {
        var vector = vector(field, 4);
        buffer.spend((long) vector.length * Allowance.TABLE);
        var result = new ArrayList<FlatTable>(vector.length);
        for (int i = 0; i < vector.length; i++) {
            result.add(new FlatTable(buffer, buffer.followed(vector.at(i))));
        }
        return result;
    }

    public List<String> strings(int field) throws DamagedFlatbufferException {
        var vector = vector(field, 4);
        buffer.spend(vector.length);
        var result = new ArrayList<String>(vector.length);
        for (int i = 0; i < vector.length; i++) {
            result.add(buffer.string(buffer.followed(vector.at(i))));
        }
        return result;
    }

    public int[] ints(int field) throws DamagedFlatbufferException {
        var vector = vector(field, 4);
        buffer.spend(vector.length);
        var result = new int[vector.length];
        for (int i = 0; i < vector.length; i++) {
            result[i] = buffer.intAt(vector.at(i));
        }
        return result;
    }

    public List<Long> longs(int field) throws DamagedFlatbufferException {
        var vector = vector(field, 8);
        buffer.spend(vector.length);
        var result = new ArrayList<Long>(vector.length);
        for (int i = 0; i < vector.length; i++) {
            result.add(buffer.longAt(vector.at(i)));
        }
        return result;
    }

    public List<Float> floats(int field) throws DamagedFlatbufferException {
        var vector = vector(field, 4);
        buffer.spend(vector.length);
        var result = new ArrayList<Float>(vector.length);
        for (int i = 0; i < vector.length; i++) {
            result.add(Float.intBitsToFloat(buffer.intAt(vector.at(i))));
        }
        return result;
    }

    /// The bytes of a vector whose elements have a size, in place; empty if the file leaves the
    /// field out.
    public Optional<MemorySegment> bytes(int field, int elementBytes)
            throws DamagedFlatbufferException {
        if (!has(field)) {
            return Optional.empty();
        }
        var vector = vector(field, elementBytes);
        return Optional.of(buffer.slice(vector.start, (long) vector.length * elementBytes));
    }

    /// A part of the whole file that a field tells the place of.
    public MemorySegment slice(long offset, long length) throws DamagedFlatbufferException {
        return buffer.slice(offset, length);
    }

    /// Pays for something that is made of what this table tells.
    public void spend(long cost) throws DamagedFlatbufferException {
        buffer.spend(cost);
    }

    private record Vector(long start, int length, int elementBytes) {
        long at(int index) {
            return start + (long) index * elementBytes;
        }
    }

    private Vector vector(int field, int elementBytes) throws DamagedFlatbufferException {
        long at = at(field);
        if (at == 0) {
            return new Vector(0, 0, elementBytes);
        }
        long start = buffer.followed(at);
        return new Vector(start + 4, buffer.length(start, elementBytes), elementBytes);
    }

    /// Where a field is; 0 if the file leaves it out.
    private long at(int field) throws DamagedFlatbufferException {
        int entry = VTABLE_HEADER_BYTES + 2 * field;
        if (entry + 2 > vtableBytes) {
            return 0;
        }
        int offset = Short.toUnsignedInt(buffer.shortAt(vtable + entry));
        return offset == 0 ? 0 : position + offset;
    }
}
