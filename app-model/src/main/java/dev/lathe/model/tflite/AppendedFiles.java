package dev.lathe.model.tflite;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// The files that are packed behind a model, in the same file: a ZIP archive whose directory is at
/// the end (APPNOTE.TXT, sections 4.3.7, 4.3.12 and 4.3.16). Label lists come this way.
///
/// Whatever the archive says, no more than a mebibyte of text is made of one file and no more than
/// a thousand files are listed; an archive that makes no sense has no files.
final class AppendedFiles {
    private static final int MOST_FILES = 1000;
    private static final int MOST_BYTES = 1 << 20;

    private static final int END_BYTES = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int END_SIGNATURE = 0x0605_4b50;
    private static final int ENTRY_SIGNATURE = 0x0201_4b50;
    private static final int LOCAL_SIGNATURE = 0x0403_4b50;
    private static final int ENTRY_BYTES = 46;
    private static final int LOCAL_BYTES = 30;

    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final MemorySegment file;
    private final List<Entry> entries;

    /// @param file the whole model file
    AppendedFiles(MemorySegment file) {
        this.file = file;
        this.entries = entries(file);
    }

    private record Entry(String name, int method, long packed, long start) {}

    /// The names of the files.
    List<String> names() {
        return entries.stream().map(Entry::name).toList();
    }

    /// The content of a file as text, cut off after a mebibyte; empty if there is no such file or
    /// it cannot be unpacked.
    Optional<String> text(String name) {
        return entries.stream()
                .filter(entry -> entry.name.equals(name))
                .findFirst()
                .flatMap(this::bytes)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private static List<Entry> entries(MemorySegment file) {
        long end = endOfDirectory(file);
        if (end < 0) {
            return List.of();
        }
        long size = file.get(INT, end + 12) & 0xffff_ffffL;
        long offset = file.get(INT, end + 16) & 0xffff_ffffL;
        // Offsets count from the start of the archive, which may or may not be that of the file.
        long start = end - size - offset;
        var entries = new ArrayList<Entry>();
        long at = end - size;
        while (start >= 0
                && at >= 0
                && at + ENTRY_BYTES <= end
                && entries.size() < MOST_FILES
                && file.get(INT, at) == ENTRY_SIGNATURE) {
            int nameBytes = unsigned(file, at + 28);
            if (at + ENTRY_BYTES + nameBytes > end) {
                break;
            }
            entries.add(
                    new Entry(
                            new String(
                                    file.asSlice(at + ENTRY_BYTES, nameBytes)
                                            .toArray(ValueLayout.JAVA_BYTE),
                                    StandardCharsets.UTF_8),
                            unsigned(file, at + 10),
                            file.get(INT, at + 20) & 0xffff_ffffL,
                            start + (file.get(INT, at + 42) & 0xffff_ffffL)));
            at += ENTRY_BYTES + nameBytes + unsigned(file, at + 30) + unsigned(file, at + 32);
        }
        return entries;
    }

    /// Where the record is that ends the directory; -1 if there is none.
    private static long endOfDirectory(MemorySegment file) {
        long last = file.byteSize() - END_BYTES;
        for (long at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
            if (file.get(INT, at) == END_SIGNATURE) {
                return at;
            }
        }
        return -1;
    }

    private static int unsigned(MemorySegment file, long at) {
        return Short.toUnsignedInt(file.get(SHORT, at));
    }

    private Optional<byte[]> bytes(Entry entry) {
        long at = entry.start;
        if (at + LOCAL_BYTES > file.byteSize() || file.get(INT, at) != LOCAL_SIGNATURE) {
            return Optional.empty();
        }
        long data = at + LOCAL_BYTES + unsigned(file, at + 26) + unsigned(file, at + 28);
        if (entry.packed > file.byteSize() - data) {
            return Optional.empty();
        }
        var packed = file.asSlice(data, Math.min(entry.packed, MOST_BYTES));
        return switch (entry.method) {
            case STORED -> Optional.of(packed.toArray(ValueLayout.JAVA_BYTE));
            case DEFLATED -> inflated(packed.toArray(ValueLayout.JAVA_BYTE));
            default -> Optional.empty();
        };
    }

    private static Optional<byte[]> inflated(byte[] packed) {
        var inflater = new Inflater(true);
        try {
            inflater.setInput(packed);
            var bytes = new byte[MOST_BYTES];
            int length = 0;
            while (length < MOST_BYTES && !inflater.finished()) {
                int count = inflater.inflate(bytes, length, MOST_BYTES - length);
                if (count == 0) {
                    break; // it needs more than there is
                }
                length += count;
            }
            return Optional.of(Arrays.copyOf(bytes, length));
        } catch (DataFormatException _) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }
}
