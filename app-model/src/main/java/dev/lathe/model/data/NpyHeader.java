package dev.lathe.model.data;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/// The header of NumPy's `.npy` format, versions 1 to 3 (NEP 1).
final class NpyHeader {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int MAX_HEADER = 1 << 16;
    private static final Pattern DESCR =
            Pattern.compile("'descr'\\s*:\\s*'([<>|=])([a-zA-Z]\\d*)'");
    private static final Pattern OBJECTS = Pattern.compile("'descr'\\s*:\\s*'[|<>=]?O");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([\\d\\s,L]*)\\)");
    private static final Pattern FORTRAN = Pattern.compile("'fortran_order'\\s*:\\s*True");

    private NpyHeader() {}

    /// The array in a file.
    ///
    /// @throws IOException with a clause for people if it cannot be used
    static NumberArray read(MemorySegment file) throws IOException {
        if (file.byteSize() < 12
                || !Arrays.equals(file.asSlice(0, 6).toArray(ValueLayout.JAVA_BYTE), MAGIC)) {
            throw new IOException("it does not start as a NumPy array does");
        }
        boolean isLong = file.get(ValueLayout.JAVA_BYTE, 6) > 1;
        long length =
                isLong ? Integer.toUnsignedLong(file.get(INT, 8)) : file.get(SHORT, 8) & 0xFFFF;
        long start = isLong ? 12 : 10;
        if (length > MAX_HEADER || start + length > file.byteSize()) {
            throw new IOException("its header is cut off or too long");
        }
        var text =
                new String(
                        file.asSlice(start, length).toArray(ValueLayout.JAVA_BYTE),
                        StandardCharsets.UTF_8);
        return array(text, file.asSlice(start + length));
    }

    private static NumberArray array(String header, MemorySegment data) throws IOException {
        if (OBJECTS.matcher(header).find()) {
            throw new IOException("it holds pickled Python objects, which could run code");
        }
        if (FORTRAN.matcher(header).find()) {
            throw new IOException("it is in Fortran order; save it after numpy.ascontiguousarray");
        }
        var descr = DESCR.matcher(header);
        var shape = SHAPE.matcher(header);
        if (!descr.find() || !shape.find()) {
            throw new IOException("its header is not that of an array of numbers");
        }
        String code = descr.group(2);
        var type =
                NumberType.ofCode(code)
                        .orElseThrow(() ->
                                new IOException(
                                        "its element type '"
                                                + code
                                                + "' is not a number"
                                                + " type that is known"));
        var order = descr.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        var sizes = sizes(shape.group(1));
        long bytes = bytes(sizes, type);
        if (bytes > data.byteSize()) {
            throw new IOException("it ends too early");
        }
        return new NumberArray(type, sizes, data.asSlice(0, bytes), order);
    }

    private static long[] sizes(String list) throws IOException {
        try {
            return Arrays.stream(list.split(",", -1))
                    .map(size -> size.replace("L", "").strip())
                    .filter(size -> !size.isEmpty())
                    .mapToLong(Long::parseLong)
                    .toArray();
        } catch (NumberFormatException e) {
            throw new IOException("its header states an impossible shape", e);
        }
    }

    private static long bytes(long[] sizes, NumberType type) throws IOException {
        try {
            long product = type.bytes();
            for (long size : sizes) {
                product = Math.multiplyExact(product, size);
            }
            return product;
        } catch (ArithmeticException e) {
            throw new IOException("its header states an impossible shape", e);
        }
    }
}
