package dev.lathe.profiler.runner;

import dev.lathe.runner.WorkFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The native libraries of a runtime, unpacked once for all runner processes.
///
/// The runtime would unpack them into the temporary folder of each process and leave them there
/// when it is killed.
///
/// @param name of the folder in the cache
/// @param folders in the jars that hold the libraries of this platform, each in one jar
/// @param property by which the runtime is told where they are
record NativeLibraries(String name, List<String> folders, String property) {

    NativeLibraries {
        folders = List.copyOf(folders);
    }

    private record Entry(Path jar, ZipEntry file) {
        String fileName() {
            return file.getName().substring(file.getName().lastIndexOf('/') + 1);
        }
    }

    /// The folders that hold the libraries of this platform, by the property that tells the runtime
    /// of them; unpacked now if they were not yet. What no jar holds is absent, and everything is
    /// if the cache cannot be written: each process then unpacks for itself.
    static SequencedMap<String, Path> unpacked(List<Path> classPath, Path cache) {
        var unpacked = new LinkedHashMap<String, Path>();
        for (var libraries : ofThisPlatform()) {
            libraries
                    .unpack(classPath, cache)
                    .ifPresent(folder -> unpacked.put(libraries.property, folder));
        }
        return unpacked;
    }

    /// The folders in the jars that hold the libraries of this platform.
    static List<String> foldersOfThisPlatform() {
        return ofThisPlatform().stream().flatMap(libraries -> libraries.folders.stream()).toList();
    }

    /// As the two runtimes name the folders in their jars.
    private static List<NativeLibraries> ofThisPlatform() {
        var os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        var arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        boolean arm = arch.contains("aarch64") || arch.contains("arm64");
        boolean mac = os.contains("mac");
        boolean windows = os.contains("win") && !mac;
        var ort = (mac ? "osx" : windows ? "win" : "linux") + (arm ? "-aarch64" : "-x64");
        var cpp = (mac ? "macosx" : windows ? "windows" : "linux") + (arm ? "-arm64" : "-x86_64");
        return List.of(
                new NativeLibraries(
                        "onnxruntime-" + ort,
                        List.of("ai/onnxruntime/native/" + ort + "/"),
                        "onnxruntime.native.path"),
                new NativeLibraries(
                        "tensorflowlite-" + cpp,
                        List.of(
                                "org/bytedeco/javacpp/" + cpp + "/",
                                "org/bytedeco/tensorflowlite/" + cpp + "/"),
                        "java.library.path"));
    }

    private Optional<Path> unpack(List<Path> classPath, Path cache) {
        try {
            var entries = new ArrayList<Entry>();
            for (String folder : folders) {
                var found = find(classPath, folder);
                if (found.isEmpty()) {
                    return Optional.empty();
                }
                entries.addAll(found);
            }
            return Optional.of(folder(entries, cache));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static List<Entry> find(List<Path> classPath, String folder) throws IOException {
        for (Path part : classPath) {
            if (Files.isRegularFile(part)) {
                try (var jar = new ZipFile(part.toFile())) {
                    var entries =
                            jar.stream()
                                    .filter(file -> isLibrary(file, folder))
                                    .sorted(Comparator.comparing(ZipEntry::getName))
                                    .map(file -> new Entry(part, file))
                                    .toList();
                    if (!entries.isEmpty()) {
                        return entries;
                    }
                }
            }
        }
        return List.of();
    }

    private static boolean isLibrary(ZipEntry file, String folder) {
        return file.getName().startsWith(folder)
                && !file.isDirectory()
                && !file.getName().contains(".dSYM");
    }

    private Path folder(List<Entry> entries, Path cache) throws IOException {
        var target = cache.resolve(name + "-" + checksum(entries));
        if (isComplete(target, entries)) {
            return target;
        }
        Files.createDirectories(cache);
        var beside = Files.createTempDirectory(cache, "unpacking-");
        try {
            for (Entry entry : entries) {
                try (var jar = new ZipFile(entry.jar().toFile());
                        var in = jar.getInputStream(entry.file())) {
                    Files.copy(in, beside.resolve(entry.fileName()));
                }
            }
            moveInto(beside, target, entries);
            return target;
        } finally {
            WorkFolder.delete(beside);
        }
    }

    /// Moves the folder to its place, unless another process was faster.
    private static void moveInto(Path beside, Path target, List<Entry> entries) throws IOException {
        try {
            if (Files.exists(target) && !isComplete(target, entries)) {
                WorkFolder.delete(target);
            }
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!isComplete(target, entries)) {
                throw e;
            }
        }
    }

    private static boolean isComplete(Path folder, List<Entry> entries) {
        return entries.stream()
                .allMatch(entry ->
                        folder.resolve(entry.fileName()).toFile().length()
                                == entry.file().getSize());
    }

    /// Over the checksums and sizes that the jars state, so that nothing has to be read for it.
    private static String checksum(List<Entry> entries) {
        var crc = new CRC32();
        for (Entry entry : entries) {
            var identity = entry.fileName() + entry.file().getCrc() + entry.file().getSize();
            crc.update(identity.getBytes(StandardCharsets.UTF_8));
        }
        return String.format(Locale.ROOT, "%08x", crc.getValue());
    }
}
