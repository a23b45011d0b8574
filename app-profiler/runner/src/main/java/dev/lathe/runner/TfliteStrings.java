package dev.lathe.runner;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// The elements of a string tensor as TensorFlow Lite holds them (`tensorflow/lite/string_util.h`):
/// their number, the offset of each and of the end, and their bytes; numbers are little-endian
/// 32-bit integers and offsets count from the beginning.
final class TfliteStrings {
    private TfliteStrings() {}

    /// Turns strings as they travel into those of the runtime.
    static ByteBuffer encode(ByteBuffer wire) {
        ByteBuffer in = wire.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        List<ByteBuffer> strings = new ArrayList<>();
        int bytes = 0;
        while (in.hasRemaining()) {
            int length = in.getInt();
            strings.add(in.slice(in.position(), length));
            in.position(in.position() + length);
            bytes += length;
        }
        int offset = Integer.BYTES * (strings.size() + 2);
        ByteBuffer out = ByteBuffer.allocate(offset + bytes).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(strings.size());
        for (ByteBuffer string : strings) {
            out.putInt(offset);
            offset += string.remaining();
        }
        out.putInt(offset);
        strings.forEach(out::put);
        return out.flip();
    }

    /// Turns strings of the runtime into those that travel.
    static ByteBuffer decode(ByteBuffer tensor) {
        ByteBuffer in = tensor.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        int start = in.position();
        int count = in.remaining() == 0 ? 0 : in.getInt(start);
        int bytes = count == 0 ? 0 : offset(in, start, count) - offset(in, start, 0);
        ByteBuffer out =
                ByteBuffer.allocate(Integer.BYTES * count + bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            int from = offset(in, start, i);
            int length = offset(in, start, i + 1) - from;
            out.putInt(length).put(in.slice(start + from, length));
        }
        return out.flip();
    }

    private static int offset(ByteBuffer in, int start, int index) {
        return in.getInt(start + Integer.BYTES * (index + 1));
    }
}
