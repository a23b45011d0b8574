package dev.lathe.model.flatbuffer;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// A flatbuffer in mapped bytes (FlatBuffers documentation, "Internals": little-endian; offsets to
/// parts are unsigned and lead forward; a table begins with a signed offset back to its vtable).
///
/// Every read is checked against the bounds. Because offsets lead forward only, no chain of them
/// can be a circle; because all that is read is paid from an allowance, no file can ask for more
/// than its size warrants.
public final class Flatbuffer {
    private static final int IDENTIFIER_AT = 4;
    private static final int IDENTIFIER_BYTES = 4;
    private static final long UNSIGNED_INT = 0xffff_ffffL;

    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final MemorySegment bytes;
    private final Allowance allowance;

    /// A flatbuffer over the given bytes, which are not copied.
    public Flatbuffer(MemorySegment bytes) {
        this.bytes = bytes;
        this.allowance = new Allowance(bytes.byteSize());
    }

    /// The four letters that say what kind of flatbuffer the bytes hold; empty if they are too few.
    public static String identifier(MemorySegment bytes) {
        return bytes.byteSize() < IDENTIFIER_AT + IDENTIFIER_BYTES
                ? ""
                : new String(
                        bytes.asSlice(IDENTIFIER_AT, IDENTIFIER_BYTES)
                                .toArray(ValueLayout.JAVA_BYTE),
                        StandardCharsets.ISO_8859_1);
    }

    /// The outermost table.
    public FlatTable root() throws DamagedFlatbufferException {
        return tableAt(followed(0));
    }

    /// A part of the whole file, where a file keeps data behind the flatbuffer itself.
    public MemorySegment slice(long offset, long length) throws DamagedFlatbufferException {
        check(offset, length);
        return bytes.asSlice(offset, length).asReadOnly();
    }

    FlatTable tableAt(long position) throws DamagedFlatbufferException {
        spend(Allowance.TABLE);
        return new FlatTable(this, position);
    }

    /// Where the offset at a position leads.
    long followed(long position) throws DamagedFlatbufferException {
        long offset = uint(position);
        if (offset == 0) {
            throw new DamagedFlatbufferException("an offset in it leads nowhere");
        }
        return position + offset;
    }

    /// The length of the vector at a position, whose elements have a size.
    int length(long position, int elementBytes) throws DamagedFlatbufferException {
        long length = uint(position);
        check(position + 4, length * elementBytes);
        if (length > Integer.MAX_VALUE) {
            throw new DamagedFlatbufferException("a list in it is too long");
        }
        return (int) length;
    }

    String string(long position) throws DamagedFlatbufferException {
        int length = length(position, 1);
        spend(1 + length / 4);
        return new String(
                bytes.asSlice(position + 4, length).toArray(ValueLayout.JAVA_BYTE),
                StandardCharsets.UTF_8);
    }

    byte byteAt(long position) throws DamagedFlatbufferException {
        check(position, 1);
        return bytes.get(ValueLayout.JAVA_BYTE, position);
    }

    short shortAt(long position) throws DamagedFlatbufferException {
        check(position, 2);
        return bytes.get(SHORT, position);
    }

    int intAt(long position) throws DamagedFlatbufferException {
        check(position, 4);
        return bytes.get(INT, position);
    }

    long uint(long position) throws DamagedFlatbufferException {
        return intAt(position) & UNSIGNED_INT;
    }

    long longAt(long position) throws DamagedFlatbufferException {
        check(position, 8);
        return bytes.get(LONG, position);
    }

    /// Pays for something that is not read through this class but made of what it tells.
    public void spend(long cost) throws DamagedFlatbufferException {
        allowance.spend(cost);
    }

    private void check(long position, long length) throws DamagedFlatbufferException {
        if (position < 0 || length < 0 || length > bytes.byteSize() - position) {
            throw new DamagedFlatbufferException(
                    position > bytes.byteSize() - 8
                            ? "it ends too early"
                            : "an offset in it leads out of the file");
        }
    }
}
