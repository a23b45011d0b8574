package dev.lathe.runner;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The elements of a string tensor as they travel: each as UTF-8 after its length.
final class StringElements {
    private StringElements() {}

    static String[] decode(ByteBuffer elements) {
        ByteBuffer in = elements.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        List<String> strings = new ArrayList<>();
        while (in.hasRemaining()) {
            byte[] bytes = new byte[in.getInt()];
            in.get(bytes);
            strings.add(new String(bytes, StandardCharsets.UTF_8));
        }
        return strings.toArray(String[]::new);
    }

    /// Encodes a string or an array of arrays of strings, of whatever depth.
    static ByteBuffer encode(Object value) {
        List<byte[]> strings = new ArrayList<>();
        flatten(value, strings);
        int size = strings.stream().mapToInt(bytes -> 4 + bytes.length).sum();
        ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        strings.forEach(bytes -> out.putInt(bytes.length).put(bytes));
        return out.flip();
    }

    private static void flatten(Object value, List<byte[]> strings) {
        if (value instanceof Object[] array) {
            for (Object element : array) {
                flatten(element, strings);
            }
        } else {
            strings.add(value.toString().getBytes(StandardCharsets.UTF_8));
        }
    }
}
