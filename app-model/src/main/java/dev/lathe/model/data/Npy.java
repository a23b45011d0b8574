package dev.lathe.model.data;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Tensor;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// Tensors in NumPy's `.npy` format (NEP 1). Equal tensors give equal bytes.
public final class Npy {
    private static final int ALIGNMENT = 64;
    private static final int PREAMBLE = 10;
    private static final byte[] MAGIC_AND_VERSION = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};

    private Npy() {}

    /// Whether the format has a type of elements.
    public static boolean canHold(DataType type) {
        return codeOf(type).isPresent();
    }

    /// A tensor as the content of a file.
    ///
    /// @throws IllegalArgumentException if the format cannot hold its type or it has no elements at
    ///   hand
    public static byte[] encode(Tensor tensor) {
        var code =
                codeOf(tensor.type())
                        .orElseThrow(() -> new IllegalArgumentException(tensor.type().label()));
        var bytes =
                tensor.bytes()
                        .orElseThrow(() -> new IllegalArgumentException("elements are missing"));
        byte[] header = header(code, tensor);
        int size = Math.addExact(header.length, Math.toIntExact(bytes.byteSize()));
        var file = MemorySegment.ofArray(Arrays.copyOf(header, size));
        MemorySegment.copy(bytes, 0, file, header.length, bytes.byteSize());
        return file.toArray(ValueLayout.JAVA_BYTE);
    }

    /// The tensor in the content of a file.
    ///
    /// @throws DatasetException if it is no array of numbers in row-major, little-endian order
    public static Tensor decode(String name, byte[] file) throws DatasetException {
        try {
            var array = NpyHeader.read(MemorySegment.ofArray(file));
            if (array.order == ByteOrder.BIG_ENDIAN && array.type.bytes() > 1) {
                throw new IOException("its elements are big-endian");
            }
            var sizes = Arrays.stream(array.sizes).boxed().toList();
            return Tensor.of(name, array.type.dataType(), sizes, array.data);
        } catch (IOException e) {
            throw new DatasetException(
                    "Cannot read the array '" + name + "': " + e.getMessage(), e);
        }
    }

    private static byte[] header(String code, Tensor tensor) {
        String sizes =
                tensor.sizes().stream().map(size -> size + ",").collect(Collectors.joining(" "));
        String shape = tensor.sizes().size() > 1 ? sizes.substring(0, sizes.length() - 1) : sizes;
        String dictionary =
                "{'descr': '" + code + "', 'fortran_order': False, 'shape': (" + shape + "), }";
        int used = PREAMBLE + dictionary.length() + 1;
        int padding = Math.ceilDiv(used, ALIGNMENT) * ALIGNMENT - used;
        byte[] text = (dictionary + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] header = Arrays.copyOf(MAGIC_AND_VERSION, PREAMBLE + text.length);
        header[8] = (byte) text.length;
        header[9] = (byte) (text.length >> 8);
        System.arraycopy(text, 0, header, PREAMBLE, text.length);
        return header;
    }

    private static Optional<String> codeOf(DataType type) {
        return Arrays.stream(NumberType.values())
                .filter(number -> number.dataType() == type)
                .map(number -> (number.bytes() == 1 ? "|" : "<") + number.code())
                .findFirst();
    }
}
