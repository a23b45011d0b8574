package dev.lathe.model.data;

import dev.lathe.model.work.IoReason;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Reads `.npy`, an unlabelled array of samples, and `.npz`, with the samples under `x`, `images`
/// or `data` and the labels, if any, under `y` or `labels`.
final class NumpyFiles {
    private static final List<String> SAMPLES = List.of("x", "images", "data");
    private static final List<String> LABELS = List.of("y", "labels");

    private NumpyFiles() {}

    static Dataset openArray(Path file, Preprocess preprocess) throws DatasetException {
        return dataset(file, map(file), Optional.empty(), preprocess);
    }

    static Dataset openArchive(Path file, Preprocess preprocess) throws DatasetException {
        try (var zip = new ZipFile(file.toFile())) {
            var samples = find(zip, SAMPLES);
            if (samples.isEmpty()) {
                throw new IOException("it has no array named x, images or data");
            }
            var labels = find(zip, LABELS);
            var x = read(zip, samples.get());
            return labels.isEmpty()
                    ? dataset(file, x, Optional.empty(), preprocess)
                    : dataset(file, x, Optional.of(read(zip, labels.get())), preprocess);
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private static Dataset dataset(
            Path file, NumberArray samples, Optional<NumberArray> labels, Preprocess preprocess)
            throws DatasetException {
        if (samples.sizes.length == 0 || samples.count() == 0 || samples.itemElements() == 0) {
            throw failure(file, new IOException("its array holds no samples"));
        }
        if (labels.isPresent() && labels.get().sizes.length == 0) {
            throw failure(file, new IOException("its labels are a single number"));
        }
        return ArrayDataset.of(file.getFileName().toString(), samples, labels, preprocess);
    }

    private static NumberArray map(Path file) throws DatasetException {
        try (var channel = FileChannel.open(file)) {
            var bytes = channel.map(MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
            return NpyHeader.read(bytes);
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private static Optional<ZipEntry> find(ZipFile zip, List<String> names) {
        for (String name : names) {
            var entry = zip.getEntry(name + ".npy");
            if (entry != null) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    private static NumberArray read(ZipFile zip, ZipEntry entry) throws IOException {
        int limit = (int) HeapLimit.arrayBytes();
        try (var stream = zip.getInputStream(entry)) {
            // Reads in pieces, so that a lie in the directory allocates nothing.
            byte[] bytes = stream.readNBytes(limit);
            if (bytes.length == limit) {
                throw new IOException(
                        "its array "
                                + entry.getName()
                                + " is larger than the "
                                + (limit >> 20)
                                + " MiB that may be read; save it as .npy");
            }
            return NpyHeader.read(MemorySegment.ofArray(bytes));
        }
    }

    private static DatasetException failure(Path file, IOException e) {
        return new DatasetException("Cannot use the NumPy file " + file + ": " + IoReason.of(e), e);
    }
}
