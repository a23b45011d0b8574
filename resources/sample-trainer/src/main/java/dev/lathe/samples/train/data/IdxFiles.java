package dev.lathe.samples.train.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// A pair of gzip files in the IDX format of MNIST, one with images and one with their labels. The
/// format is described at the end of <http://yann.lecun.com/exdb/mnist/>.
///
/// @param images the `NAME-images-idx3-ubyte.gz`
/// @param labels the `NAME-labels-idx1-ubyte.gz`
public record IdxFiles(Path images, Path labels) {
    private static final int UBYTE_VECTOR = 0x0801;
    private static final int UBYTE_CUBE = 0x0803;

    /// The pair that is called `name` in a folder.
    public static IdxFiles named(Path folder, String name) {
        return new IdxFiles(
                folder.resolve(name + "-images-idx3-ubyte.gz"),
                folder.resolve(name + "-labels-idx1-ubyte.gz"));
    }

    /// Reads both files.
    ///
    /// @throws IOException if one is missing, or is not an IDX file of 28 × 28 byte images
    public LabelledImages read() throws IOException {
        byte[] imageBytes = unzip(images);
        byte[] labelBytes = unzip(labels);
        int count = count(images, imageBytes, UBYTE_CUBE);
        if (count != count(labels, labelBytes, UBYTE_VECTOR)) {
            throw new IOException("Cannot pair " + images + " with " + labels + ": counts differ");
        }
        return new LabelledImages(
                Arrays.copyOfRange(imageBytes, 16, 16 + count * LabelledImages.PIXELS),
                Arrays.copyOfRange(labelBytes, 8, 8 + count));
    }

    /// Writes both files. The same images always give the same bytes.
    public void write(LabelledImages content) throws IOException {
        ByteBuffer imageHeader =
                ByteBuffer.allocate(16)
                        .putInt(UBYTE_CUBE)
                        .putInt(content.count())
                        .putInt(LabelledImages.SIDE)
                        .putInt(LabelledImages.SIDE);
        ByteBuffer labelHeader =
                ByteBuffer.allocate(8).putInt(UBYTE_VECTOR).putInt(content.count());
        Files.write(images, zip(imageHeader.array(), content.pixels()));
        Files.write(labels, zip(labelHeader.array(), content.labels()));
    }

    private static byte[] unzip(Path file) throws IOException {
        try (InputStream zipped = new GZIPInputStream(Files.newInputStream(file))) {
            return zipped.readAllBytes();
        }
    }

    private static int count(Path file, byte[] bytes, int magic) throws IOException {
        ByteBuffer header = ByteBuffer.wrap(bytes);
        if (bytes.length < 8 || header.getInt() != magic) {
            throw new IOException("Cannot read " + file + ": it is not the expected IDX file");
        }
        return header.getInt();
    }

    private static byte[] zip(byte[] header, byte[] body) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zipped = new BestGzip(bytes)) {
            zipped.write(header);
            zipped.write(body);
        }
        return bytes.toByteArray();
    }

    /// Gzip at the strongest level. Java writes no name and no time into the header.
    private static final class BestGzip extends GZIPOutputStream {
        BestGzip(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
