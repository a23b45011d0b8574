package dev.lathe.export.pack;

import dev.lathe.model.work.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes files as a ZIP whose bytes depend on nothing but them: sorted by path, one fixed time,
/// stored without compression, whose bytes would depend on the zlib of the machine.
final class PackageZip {
    private static final int CHUNK = 1 << 20;

    /// Local time without a zone, and late enough that no field for older times is written.
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private PackageZip() {}

    static void write(List<PackageFile> files, OutputStream stream, Progress progress)
            throws IOException, InterruptedException {
        long total = files.stream().mapToLong(PackageFile::size).sum();
        long done = 0;
        var buffer = new byte[CHUNK];
        var zip = new ZipOutputStream(stream);
        for (PackageFile file :
                files.stream().sorted(Comparator.comparing(PackageFile::path)).toList()) {
            zip.putNextEntry(entry(file));
            try (var content = file.content().open()) {
                for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                    progress.checkCancelled();
                    zip.write(buffer, 0, n);
                    done += n;
                    progress.update(done, total);
                }
            }
            zip.closeEntry();
        }
        zip.finish();
    }

    private static ZipEntry entry(PackageFile file) {
        var entry = new ZipEntry(file.path());
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(file.size());
        entry.setCompressedSize(file.size());
        entry.setCrc(file.crc());
        entry.setTimeLocal(TIME);
        return entry;
    }
}
