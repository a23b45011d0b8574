package dev.lathe.model.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/// The first and last bytes of a file, to tell what it is by.
final class FileHead {
    private static final int MOST = 1 << 16;

    private final byte[] bytes;
    private final byte[] tail;
    private final long size;

    /// @param bytes the first
    /// @param tail the last; the directory of a zip archive is there
    /// @param size bytes of the whole file
    private FileHead(byte[] bytes, byte[] tail, long size) {
        this.bytes = bytes;
        this.tail = tail;
        this.size = size;
    }

    static FileHead read(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            long size = channel.size();
            int count = (int) Math.min(size, MOST);
            return new FileHead(read(channel, 0, count), read(channel, size - count, count), size);
        }
    }

    private static byte[] read(FileChannel channel, long from, int count) throws IOException {
        var buffer = ByteBuffer.allocate(count);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, from + buffer.position()) < 0) {
                break;
            }
        }
        return buffer.array();
    }

    /// The head of what is compressed in this file.
    ///
    /// @throws IOException if nothing is
    FileHead unpacked() throws IOException {
        try (var stream = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            var inner = stream.readNBytes(512); // so few that they are in what was read
            return new FileHead(inner, new byte[0], Long.MAX_VALUE);
        }
    }

    /// Bytes of the whole file.
    long size() {
        return size;
    }

    /// Whether bytes, given in hexadecimal, are at a place.
    boolean has(int offset, String hex) {
        var wanted = HexFormat.of().parseHex(hex);
        return offset + wanted.length <= bytes.length
                && ByteBuffer.wrap(bytes, offset, wanted.length).equals(ByteBuffer.wrap(wanted));
    }

    /// Whether the file starts with letters, of either case, after white space.
    boolean startsWith(String letters) {
        return text().startsWith(letters);
    }

    /// Whether letters occur near the start or the end.
    boolean contains(String letters) {
        return latin(bytes).contains(letters) || latin(tail).contains(letters);
    }

    /// The first eight bytes as a number, the lowest first; 0 if there are fewer.
    long firstNumber() {
        return bytes.length < 8
                ? 0
                : ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    }

    /// The start in small letters, without white space and byte order mark before it.
    String text() {
        var start = latin(bytes).substring(0, Math.min(bytes.length, 4096));
        return start.replaceFirst("^\u00ef\u00bb\u00bf", "").strip().toLowerCase(Locale.ROOT);
    }

    /// Whether the start is text in UTF-8 without control characters but those of white space.
    boolean isUtf8Text() {
        var start = new String(bytes, 0, Math.min(bytes.length, 4096), StandardCharsets.UTF_8);
        int end = start.length() - (bytes.length > 4096 ? 4 : 0); // a letter may be cut there
        return start.substring(0, end)
                .chars()
                .noneMatch(c ->
                        c == 0xfffd || (Character.isISOControl(c) && !Character.isWhitespace(c)));
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
