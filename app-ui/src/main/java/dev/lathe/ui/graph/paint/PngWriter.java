package dev.lathe.ui.graph.paint;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// Writes a PNG strip by strip, so that an image need not fit in memory (W3C PNG, third edition).
final class PngWriter implements Closeable {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int CHUNK = 1 << 16;
    private static final byte FILTER_UP = 2;

    private final OutputStream out;
    private final int width;
    private final Pixels pixels;
    private final Chunks chunks = new Chunks();
    private final Deflater deflater = new Deflater(4);
    private final DeflaterOutputStream packed = new DeflaterOutputStream(chunks, deflater, CHUNK);
    private byte[] previous;
    private boolean closed;

    /// What an image has for each pixel.
    enum Pixels {
        RGB(2, 3),
        RGBA(6, 4);

        private final int colorType;
        private final int bytes;

        Pixels(int colorType, int bytes) {
            this.colorType = colorType;
            this.bytes = bytes;
        }
    }

    /// Writes the header of an image.
    PngWriter(OutputStream out, int width, int height, Pixels pixels) throws IOException {
        this.out = out;
        this.width = width;
        this.pixels = pixels;
        this.previous = new byte[width * pixels.bytes];
        out.write(SIGNATURE);
        var header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put((byte) 8).put((byte) pixels.colorType).put((byte) 0).put((byte) 0).put((byte) 0);
        chunk("IHDR", header.array(), 13);
    }

    /// Writes the next rows.
    ///
    /// @param strip as wide as the image, of type `TYPE_INT_RGB` or `TYPE_INT_ARGB`
    void write(BufferedImage strip) throws IOException {
        var colors = ((DataBufferInt) strip.getRaster().getDataBuffer()).getData();
        var filtered = new byte[width * pixels.bytes + 1];
        filtered[0] = FILTER_UP;
        for (int y = 0; y < strip.getHeight(); y++) {
            var row = new byte[width * pixels.bytes];
            for (int x = 0, at = 0; x < width; x++) {
                int pixel = colors[y * width + x];
                row[at++] = (byte) (pixel >> 16);
                row[at++] = (byte) (pixel >> 8);
                row[at++] = (byte) pixel;
                if (pixels == Pixels.RGBA) {
                    row[at++] = (byte) (pixel >> 24);
                }
            }
            for (int i = 0; i < row.length; i++) {
                filtered[i + 1] = (byte) (row[i] - previous[i]);
            }
            packed.write(filtered);
            previous = row;
        }
    }

    /// Writes the end. Does not close the stream.
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        packed.finish();
        chunks.flushChunk();
        deflater.end();
        chunk("IEND", new byte[0], 0);
    }

    private void chunk(String type, byte[] content, int length) throws IOException {
        var name = type.getBytes(StandardCharsets.US_ASCII);
        var crc = new CRC32();
        crc.update(name);
        crc.update(content, 0, length);
        out.write(ByteBuffer.allocate(4).putInt(length).array());
        out.write(name);
        out.write(content, 0, length);
        out.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    /// Collects compressed bytes into chunks.
    private final class Chunks extends OutputStream {
        private final ByteArrayOutputStream waiting = new ByteArrayOutputStream(2 * CHUNK);

        @Override
        public void write(int b) throws IOException {
            waiting.write(b);
            flushIfFull();
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            waiting.write(bytes, offset, length);
            flushIfFull();
        }

        void flushChunk() throws IOException {
            if (waiting.size() > 0) {
                var content = waiting.toByteArray();
                chunk("IDAT", content, content.length);
                waiting.reset();
            }
        }

        private void flushIfFull() throws IOException {
            if (waiting.size() >= CHUNK) {
                flushChunk();
            }
        }
    }
}
