package dev.lathe.model.data;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.Arrays;

/// An array of numbers in row-major order, as a data file holds it.
final class NumberArray {
    final NumberType type;
    final long[] sizes;
    final MemorySegment data;
    final ByteOrder order;

    NumberArray(NumberType type, long[] sizes, MemorySegment data) {
        this(type, sizes, data, ByteOrder.LITTLE_ENDIAN);
    }

    NumberArray(NumberType type, long[] sizes, MemorySegment data, ByteOrder order) {
        this.type = type;
        this.sizes = sizes.clone();
        this.data = data;
        this.order = order;
    }

    /// The size of the first dimension.
    long count() {
        return sizes[0];
    }

    /// The sizes of one element of the first dimension.
    long[] itemSizes() {
        return Arrays.copyOfRange(sizes, 1, sizes.length);
    }

    /// The number of elements in one element of the first dimension.
    long itemElements() {
        return Arrays.stream(itemSizes()).reduce(1, Math::multiplyExact);
    }

    double get(long index) {
        return type.get(data, index, order);
    }

    /// The numbers of one element of the first dimension.
    float[] item(int position) {
        int length = Math.toIntExact(itemElements());
        long start = (long) position * length;
        var item = new float[length];
        for (int i = 0; i < length; i++) {
            item[i] = (float) get(start + i);
        }
        return item;
    }

    /// Adds type, sizes and bytes.
    void addTo(Fingerprint fingerprint) {
        fingerprint.line(type + " " + order + " " + Arrays.toString(sizes)).bytes(data);
    }
}
