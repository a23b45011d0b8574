package dev.lathe.model.data;

import dev.lathe.model.work.IoReason;
import dev.lathe.model.work.SpecialFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Serial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Decodes image files (JPEG, PNG, BMP, GIF) to grey or red-green-blue pixels of 8 bits.
///
/// Transparency is dropped, 16-bit samples are scaled to 8 bits, of an animation the first frame
/// counts, and an orientation in the metadata is not applied.
final class ImageDecoder {
    private static final Set<String> EXTENSIONS = Set.of("jpg", "jpeg", "png", "bmp", "gif");
    private static final long MAX_FILE_BYTES = 256L << 20;
    private static final int CMYK = 4;

    private ImageDecoder() {}

    /// Whether the name of a file is that of an image.
    static boolean isImage(Path file) {
        String name = file.getFileName().toString();
        String extension = name.substring(name.lastIndexOf('.') + 1);
        return !name.startsWith(".") && EXTENSIONS.contains(extension.toLowerCase(Locale.ROOT));
    }

    static Pixels decode(Path file) throws DatasetException {
        try {
            var special = SpecialFile.kind(file);
            if (special.isPresent()) {
                throw new UnusableException("it is " + special.get() + " and no file");
            }
            if (Files.size(file) > MAX_FILE_BYTES) {
                throw new UnusableException("it is larger than 256 MiB");
            }
            return decode(Files.readAllBytes(file));
        } catch (UnusableException e) {
            throw failure(file, e.clause, e);
        } catch (IIOException | RuntimeException e) {
            // The readers of javax.imageio throw all kinds of runtime exceptions on broken files.
            throw failure(file, "it is damaged (" + e.getMessage() + ")", e);
        } catch (IOException e) {
            throw failure(file, "it cannot be read (" + IoReason.of(e) + ")", e);
        }
    }

    private static Pixels decode(byte[] bytes) throws IOException {
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new UnusableException("it is no JPEG, PNG, BMP or GIF image");
            }
            var reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                return decode(reader, bytes);
            } finally {
                reader.dispose();
            }
        }
    }

    private static Pixels decode(ImageReader reader, byte[] bytes) throws IOException {
        long count = (long) reader.getWidth(0) * reader.getHeight(0);
        if (count > HeapLimit.pixels()) {
            throw new UnusableException(
                    "it has " + count + " pixels, more than there is memory for");
        }
        var truncation = new TruncationListener();
        reader.addIIOReadWarningListener(truncation);
        var pixels = read(reader, bytes);
        if (truncation.seen()) {
            throw new UnusableException("it ends too early");
        }
        return pixels;
    }

    private static Pixels read(ImageReader reader, byte[] bytes) throws IOException {
        if ("JPEG".equalsIgnoreCase(reader.getFormatName())) {
            var markers = JpegMarkers.of(bytes);
            if (markers.components() == CMYK) {
                return PixelConversion.ofCmyk(reader.readRaster(0, null), markers.adobeTransform());
            }
        }
        return PixelConversion.of(reader.read(0));
    }

    private static DatasetException failure(Path file, String reason, Exception cause) {
        return new DatasetException(
                "Cannot read the image "
                        + file
                        + ": "
                        + reason
                        + "; repair it or take it out of the data",
                cause);
    }

    /// An image that this decoder refuses, with a clause for people.
    private static final class UnusableException extends IOException {
        @Serial private static final long serialVersionUID = 1L;

        private final String clause;

        UnusableException(String clause) {
            super(clause);
            this.clause = clause;
        }
    }
}
