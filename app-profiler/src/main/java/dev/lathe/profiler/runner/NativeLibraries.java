package dev.lathe.profiler.runner;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The native libraries of ONNX Runtime, unpacked once for all runner processes.
///
/// The runtime would unpack them into the temporary folder of each process and leave them there
/// when it is killed.
final class NativeLibraries {
    private NativeLibraries() {}

    /// The folder that holds the libraries of this platform, unpacked now if they were not yet;
    /// empty if there is no jar to take them from or the cache cannot be written.
    static Optional<Path> unpacked(List<Path> classPath, Path cache) {
        for (Path part : classPath) {
            if (Files.isRegularFile(part)) {
                try (var jar = new ZipFile(part.toFile())) {
                    var entries = entries(jar, "ai/onnxruntime/native/" + platform() + "/");
                    if (!entries.isEmpty()) {
                        return Optional.of(unpack(jar, entries, cache));
                    }
                } catch (IOException e) {
                    return Optional.empty(); // each process then unpacks for itself
                }
            }
        }
        return Optional.empty();
    }

    private static List<? extends ZipEntry> entries(ZipFile jar, String prefix) {
        return jar.stream()
                .filter(entry -> entry.getName().startsWith(prefix))
                .filter(entry -> !entry.isDirectory() && !entry.getName().contains(".dSYM"))
                .sorted(Comparator.comparing(ZipEntry::getName))
                .toList();
    }

    private static Path unpack(ZipFile jar, List<? extends ZipEntry> entries, Path cache)
            throws IOException {
        var target = cache.resolve("onnxruntime-" + platform() + "-" + checksum(entries));
        if (isComplete(target, entries)) {
            return target;
        }
        Files.createDirectories(cache);
        var beside = Files.createTempDirectory(cache, "unpacking-");
        try {
            for (ZipEntry entry : entries) {
                try (var in = jar.getInputStream(entry)) {
                    Files.copy(in, beside.resolve(fileName(entry)));
                }
            }
            moveInto(beside, target, entries);
            return target;
        } finally {
            dev.lathe.runner.WorkFolder.delete(beside);
        }
    }

    /// Moves the folder to its place, unless another process was faster.
    private static void moveInto(Path beside, Path target, List<? extends ZipEntry> entries)
            throws IOException {
        try {
            if (Files.exists(target) && !isComplete(target, entries)) {
                dev.lathe.runner.WorkFolder.delete(target);
            }
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!isComplete(target, entries)) {
                throw e;
            }
        }
    }

    private static boolean isComplete(Path folder, List<? extends ZipEntry> entries) {
        return entries.stream()
                .allMatch(entry ->
                        folder.resolve(fileName(entry)).toFile().length() == entry.getSize());
    }

    /// Over the checksums and sizes that the jar states, so that nothing has to be read for it.
    private static String checksum(List<? extends ZipEntry> entries) {
        var crc = new CRC32();
        for (ZipEntry entry : entries) {
            var identity = fileName(entry) + entry.getCrc() + entry.getSize();
            crc.update(identity.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return String.format(Locale.ROOT, "%08x", crc.getValue());
    }

    private static String fileName(ZipEntry entry) {
        return entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
    }

    /// As ONNX Runtime names the folders in its jar.
    private static String platform() {
        var os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        var arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        var system = os.contains("mac") ? "osx" : os.contains("win") ? "win" : "linux";
        return system
                + "-"
                + (arch.contains("aarch64") || arch.contains("arm64") ? "aarch64" : "x64");
    }
}
