package dev.lathe.model.data;

import dev.lathe.model.work.IoReason;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// Reads the IDX files of MNIST and its kin: unsigned bytes, images of rank 3, labels of rank 1,
/// each plain or compressed with gzip.
final class IdxFiles {
    private static final int IMAGES_MAGIC = 0x0803;
    private static final int LABELS_MAGIC = 0x0801;

    private IdxFiles() {}

    /// Whether the name of a file is that of IDX images.
    static boolean isImages(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith("-images-idx3-ubyte") || name.endsWith("-images-idx3-ubyte.gz");
    }

    /// Whether the name of a file is that of any IDX file.
    static boolean isIdx(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith("-ubyte") || name.endsWith("-ubyte.gz");
    }

    /// Opens images and the labels beside them.
    static Dataset open(Path images, Preprocess preprocess) throws DatasetException {
        if (!isImages(images)) {
            throw refusal(images, "give the file of images, whose name ends in -images-idx3-ubyte");
        }
        var pixels = read(images, IMAGES_MAGIC);
        var labelFile = labelsBeside(images);
        String name = images.getFileName().toString();
        return labelFile.isPresent()
                ? ArrayDataset.of(
                        name, pixels, Optional.of(read(labelFile.get(), LABELS_MAGIC)), preprocess)
                : ArrayDataset.of(name, pixels, Optional.empty(), preprocess);
    }

    private static Optional<Path> labelsBeside(Path images) {
        String name =
                images.getFileName().toString().replace("-images-idx3-ubyte", "-labels-idx1-ubyte");
        String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        return Stream.of(name, plain, plain + ".gz")
                .map(images::resolveSibling)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static NumberArray read(Path file, int magic) throws DatasetException {
        try (var stream = new DataInputStream(open(file))) {
            if (stream.readInt() != magic) {
                throw refusal(
                        file,
                        "it does not start as an IDX file of "
                                + (magic == IMAGES_MAGIC ? "images" : "labels")
                                + " does");
            }
            return readBody(stream, file, magic & 0xFF);
        } catch (EOFException e) {
            throw new DatasetException(
                    "Cannot use the IDX file " + file + ": it ends too early", e);
        } catch (ZipException e) {
            throw new DatasetException(
                    "Cannot use the IDX file " + file + ": its gzip compression is damaged", e);
        } catch (IOException e) {
            throw new DatasetException(
                    "Cannot use the IDX file " + file + ": " + IoReason.of(e), e);
        }
    }

    private static NumberArray readBody(DataInputStream stream, Path file, int rank)
            throws IOException, DatasetException {
        var sizes = new long[rank];
        long limit = HeapLimit.arrayBytes();
        long bytes = 1;
        for (int i = 0; i < rank; i++) {
            sizes[i] = Integer.toUnsignedLong(stream.readInt());
            bytes = sizes[i] == 0 ? 0 : bytes > limit ? bytes : bytes * sizes[i];
        }
        if (bytes == 0) {
            throw refusal(file, "its header says that it is empty");
        }
        if (bytes > limit) {
            throw refusal(
                    file,
                    "its header asks for more than the " + (limit >> 20) + " MiB that may be read");
        }
        // Reads in pieces, so that a lie in the header allocates nothing.
        byte[] body = stream.readNBytes((int) bytes);
        if (body.length < bytes) {
            throw new EOFException();
        }
        if (stream.read() >= 0) {
            throw refusal(file, "it is longer than its header says");
        }
        return new NumberArray(NumberType.UINT8, sizes, MemorySegment.ofArray(body));
    }

    private static InputStream open(Path file) throws IOException {
        var stream = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        if (!file.getFileName().toString().endsWith(".gz")) {
            return stream;
        }
        try {
            return new GZIPInputStream(stream, 1 << 16);
        } catch (IOException e) {
            stream.close();
            throw e;
        }
    }

    private static DatasetException refusal(Path file, String reason) {
        return new DatasetException("Cannot use the IDX file " + file + ": " + reason);
    }
}
