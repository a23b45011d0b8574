package dev.lathe.model.onnx;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Finds bytes in memory (Horspool, "Practical fast searching in strings", 1980).
final class ByteSearch {
    private ByteSearch() {}

    static boolean contains(MemorySegment bytes, byte[] wanted) {
        int last = wanted.length - 1;
        var skip = new int[256];
        java.util.Arrays.fill(skip, wanted.length);
        for (int i = 0; i < last; i++) {
            skip[Byte.toUnsignedInt(wanted[i])] = last - i;
        }
        long at = last;
        while (at < bytes.byteSize()) {
            int end = Byte.toUnsignedInt(bytes.get(ValueLayout.JAVA_BYTE, at));
            if (end == Byte.toUnsignedInt(wanted[last]) && matches(bytes, at - last, wanted)) {
                return true;
            }
            at += skip[end];
        }
        return false;
    }

    private static boolean matches(MemorySegment bytes, long at, byte[] wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (bytes.get(ValueLayout.JAVA_BYTE, at + i) != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
