package dev.lathe.model.tensor;

import dev.lathe.model.graph.Tensor;
import dev.lathe.model.work.AtomicFile;
import dev.lathe.model.work.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A tensor in NumPy's `.npy` format, version 1.0 (NEP 1), or 2.0 where the header is too long for
/// that. Equal tensors give equal bytes.
public final class NpyFile {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int ALIGNMENT = 64;
    private static final int MOST_IN_VERSION_1 = 0xffff;

    private final byte[] header;
    private final NpyElements elements;

    private NpyFile(List<Long> sizes, NpyElements elements) {
        this.header = header(elements.code(), sizes);
        this.elements = elements;
    }

    /// The stored elements of a tensor; empty if they are missing or of no type that is known.
    public static Optional<NpyFile> of(Tensor tensor) {
        return NpyElements.of(tensor).map(elements -> new NpyFile(tensor.sizes(), elements));
    }

    /// Real numbers, as float32.
    public static NpyFile of(Numbers numbers) {
        return new NpyFile(numbers.sizes(), NpyElements.of(numbers));
    }

    /// The number of bytes of the file.
    public long size() {
        return header.length + elements.size();
    }

    /// Writes the file beside its target and moves it there.
    ///
    /// @throws java.nio.file.FileSystemException if it cannot be written
    public void write(Path target, Progress progress) throws IOException, InterruptedException {
        AtomicFile.write(target, stream -> writeTo(stream, progress));
    }

    void writeTo(OutputStream stream, Progress progress) throws IOException, InterruptedException {
        stream.write(header);
        elements.body().writeTo(stream, progress);
    }

    private static byte[] header(String code, List<Long> sizes) {
        var list = sizes.stream().map(String::valueOf).collect(Collectors.joining(", "));
        var shape = sizes.size() == 1 ? list + "," : list;
        var dictionary =
                "{'descr': '" + code + "', 'fortran_order': False, 'shape': (" + shape + "), }";
        boolean isLong = dictionary.length() + ALIGNMENT > MOST_IN_VERSION_1;
        int preamble = isLong ? 12 : 10;
        int used = preamble + dictionary.length() + 1;
        int padding = Math.ceilDiv(used, ALIGNMENT) * ALIGNMENT - used;
        var text = (dictionary + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII);
        var header = Arrays.copyOf(MAGIC, preamble + text.length);
        header[6] = (byte) (isLong ? 2 : 1);
        for (int i = 8; i < preamble; i++) {
            header[i] = (byte) (text.length >> ((i - 8) * Byte.SIZE));
        }
        System.arraycopy(text, 0, header, preamble, text.length);
        return header;
    }
}
