package dev.lathe.model.tensor;

import dev.lathe.model.graph.Tensor;
import dev.lathe.model.work.AtomicFile;
import dev.lathe.model.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Tensors under their names in NumPy's `.npz` format: a ZIP file of `.npy` files, not compressed.
/// Equal tensors give equal bytes.
public final class NpzFile {
    /// The earliest time that a ZIP file can state.
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final SequencedMap<String, NpyFile> arrays = new LinkedHashMap<>();
    private final List<String> left = new ArrayList<>();

    /// Adds a tensor under a name, or another one if that is taken.
    public void add(String name, Tensor tensor) {
        NpyFile.of(tensor)
                .ifPresentOrElse(array -> arrays.put(free(name), array), () -> left.add(name));
    }

    /// The names of the arrays, in the order of the file.
    public List<String> names() {
        return List.copyOf(arrays.keySet());
    }

    /// The names of tensors that are not in the file because their elements are missing or of a
    /// type that is not known.
    public List<String> leftOut() {
        return List.copyOf(left);
    }

    /// The number of bytes of the arrays.
    public long size() {
        return arrays.values().stream().mapToLong(NpyFile::size).sum();
    }

    /// Writes the file beside its target and moves it there.
    ///
    /// @throws java.nio.file.FileSystemException if it cannot be written
    public void write(Path target, Progress progress) throws IOException, InterruptedException {
        long total = size();
        AtomicFile.write(
                target,
                stream -> {
                    // closing would close the stream of the file too early
                    var zip = new ZipOutputStream(stream);
                    zip.setLevel(Deflater.NO_COMPRESSION);
                    long done = 0;
                    for (var array : arrays.entrySet()) {
                        progress.checkCancelled();
                        progress.update(done, total);
                        var entry = new ZipEntry(array.getKey() + ".npy");
                        entry.setTimeLocal(TIME);
                        zip.putNextEntry(entry);
                        long before = done;
                        long size = array.getValue().size();
                        array.getValue()
                                .writeTo(
                                        zip,
                                        (part, of) ->
                                                progress.update(
                                                        before + (long) ((double) size * part / of),
                                                        total));
                        zip.closeEntry();
                        done += size;
                    }
                    zip.finish();
                });
    }

    /// The name without steps to the folder above, which programs that unpack files might follow.
    private String free(String name) {
        var safe = name.replace("..", "__");
        var result = safe;
        for (int i = 2; arrays.containsKey(result); i++) {
            result = safe + " (" + i + ")";
        }
        return result;
    }
}
