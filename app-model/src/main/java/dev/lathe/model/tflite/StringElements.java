package dev.lathe.model.tflite;

import dev.lathe.model.flatbuffer.DamagedFlatbufferException;
import dev.lathe.model.flatbuffer.Flatbuffer;
import dev.lathe.model.graph.TensorContent.Strings;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;

/// The elements of a string tensor: their number, the offsets of their beginnings and of the end of
/// the last one, all int32 from the start of the buffer, then their bytes (LiteRT `string_util.h`).
final class StringElements {
    /// What an array costs beside its bytes.
    private static final int COST = 4;

    private static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private StringElements() {}

    static Strings read(MemorySegment bytes, Flatbuffer file) throws DamagedFlatbufferException {
        int count = bytes.byteSize() < 4 ? 0 : bytes.get(INT, 0);
        if (count < 0 || 4L * count + 8 > bytes.byteSize()) {
            throw new DamagedFlatbufferException("a text tensor in it is cut off");
        }
        file.spend((long) COST * count + bytes.byteSize() / 8);
        var elements = new ArrayList<byte[]>(count);
        for (int i = 0; i < count; i++) {
            int from = bytes.get(INT, 4L + 4L * i);
            int to = bytes.get(INT, 8L + 4L * i);
            if (from < 0 || to < from || to > bytes.byteSize()) {
                throw new DamagedFlatbufferException("a text tensor in it is cut off");
            }
            file.spend((to - from) / 8);
            elements.add(bytes.asSlice(from, to - from).toArray(ValueLayout.JAVA_BYTE));
        }
        return new Strings(elements);
    }
}
