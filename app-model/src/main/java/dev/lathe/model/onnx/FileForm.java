package dev.lathe.model.onnx;

import dev.lathe.model.graph.ModelOrigin.Form;
import dev.lathe.model.onnx.proto.ModelProto;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Tells the form of ONNX files: by content when they are read, by name when they are written.
final class FileForm {
    private static final int GZIP_1 = 0x1f;
    private static final int GZIP_2 = 0x8b;

    /// The endings that ONNX's own tools write text under.
    private static final List<String> TEXT_ENDINGS = List.of(".textproto", ".pbtxt", ".prototxt");

    private static final String GZIP_ENDING = ".gz";

    /// How far into a file its first field is looked for; comments may come before it.
    private static final int MAX_START = 1 << 16;

    private FileForm() {}

    /// The form that a file of a name is written in.
    static Form ofName(Path file) {
        var name = file.toString().toLowerCase(Locale.ROOT);
        boolean compressed = name.endsWith(GZIP_ENDING);
        var inner = compressed ? name.substring(0, name.length() - GZIP_ENDING.length()) : name;
        boolean text = TEXT_ENDINGS.stream().anyMatch(inner::endsWith);
        if (compressed) {
            return text ? Form.COMPRESSED_TEXT : Form.COMPRESSED;
        }
        return text ? Form.TEXT : Form.BINARY;
    }

    /// Whether the bytes are compressed (RFC 1952, section 2.3.1).
    static boolean isGzip(MemorySegment bytes) {
        return bytes.byteSize() > 2
                && Byte.toUnsignedInt(at(bytes, 0)) == GZIP_1
                && Byte.toUnsignedInt(at(bytes, 1)) == GZIP_2;
    }

    /// Whether the bytes are a model as text: they start with the name of a field of the message,
    /// which a binary model cannot.
    static boolean isText(MemorySegment bytes) {
        long end = Math.min(bytes.byteSize(), MAX_START);
        long start = skipSpace(bytes, 0, end);
        long after = start;
        while (after < end && isNamePart(at(bytes, after))) {
            after++;
        }
        var name = new StringBuilder();
        for (long i = start; i < after; i++) {
            name.append((char) at(bytes, i));
        }
        long next = skipSpace(bytes, after, end);
        return next < end
                && ":{<".indexOf(at(bytes, next)) >= 0
                && ModelProto.getDescriptor().findFieldByName(name.toString()) != null;
    }

    /// Skips blanks, comments and a byte order mark.
    private static long skipSpace(MemorySegment bytes, long from, long end) {
        long at = from;
        if (at == 0 && end > 2 && (at(bytes, 0) & 0xff) == 0xef && (at(bytes, 1) & 0xff) == 0xbb) {
            at = 3;
        }
        while (at < end) {
            byte b = at(bytes, at);
            if (b == '#') {
                while (at < end && at(bytes, at) != '\n') {
                    at++;
                }
            } else if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
                return at;
            } else {
                at++;
            }
        }
        return end;
    }

    private static boolean isNamePart(byte b) {
        return b == '_' || (b >= 'a' && b <= 'z');
    }

    private static byte at(MemorySegment bytes, long position) {
        return bytes.get(ValueLayout.JAVA_BYTE, position);
    }
}
