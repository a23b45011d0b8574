package dev.lathe.export.pack;

import dev.lathe.model.work.Progress;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// Reads a package that nobody vouches for: names are checked before anything is unpacked, and no
/// more is read of a file than is expected of it.
final class PackageArchive implements AutoCloseable {
    static final int MAX_ENTRIES = 10_000;
    private static final int CHUNK = 1 << 20;

    private final Path file;
    private final ZipFile zip;
    private final SequencedMap<String, ZipEntry> entries;

    private PackageArchive(Path file, ZipFile zip, SequencedMap<String, ZipEntry> entries) {
        this.file = file;
        this.zip = zip;
        this.entries = entries;
    }

    /// Opens a package.
    ///
    /// @throws BrokenPackageException with a clause for people if its directory cannot be trusted
    /// @throws IOException if it is no ZIP or cannot be read
    static PackageArchive open(Path file) throws IOException, BrokenPackageException {
        var zip = new ZipFile(file.toFile());
        try {
            return new PackageArchive(file, zip, checked(zip));
        } catch (BrokenPackageException e) {
            zip.close();
            throw e;
        }
    }

    /// The paths of all files.
    List<String> paths() {
        return List.copyOf(entries.sequencedKeySet());
    }

    boolean contains(String path) {
        return entries.containsKey(path);
    }

    /// The content of a small file.
    byte[] read(String path, long limit) throws IOException, BrokenPackageException {
        try (var stream = open(path)) {
            return stream.readNBytes((int) limit);
        }
    }

    /// Reads a file to its end and says what is wrong with it, in a clause for people.
    Optional<String> check(Manifest.Listed listed, Progress progress)
            throws IOException, InterruptedException, BrokenPackageException {
        var digest = Sha256.digest();
        long size = 0;
        var buffer = new byte[CHUNK];
        try (var stream = open(listed.path())) {
            for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
                progress.checkCancelled();
                size += n;
                if (size > listed.bytes()) {
                    return Optional.of("is longer than its manifest says");
                }
                digest.update(buffer, 0, n);
            }
        }
        if (size < listed.bytes()) {
            return Optional.of("is shorter than its manifest says");
        }
        return Sha256.hex(digest).equals(listed.sha256())
                ? Optional.empty()
                : Optional.of("was changed: its SHA-256 is another");
    }

    /// Unpacks a file.
    void extract(String path, Path target, Progress progress)
            throws IOException, InterruptedException, BrokenPackageException {
        Files.createDirectories(target.toAbsolutePath().getParent());
        var buffer = new byte[CHUNK];
        try (InputStream in = open(path);
                OutputStream out = Files.newOutputStream(target)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                progress.checkCancelled();
                out.write(buffer, 0, n);
            }
        }
    }

    /// Whether the archive is, byte for byte, what is written for its files: no other header, time,
    /// comment or order, no compression, nothing between the files.
    boolean isCanonical(Progress progress) throws IOException, InterruptedException {
        var files = new ArrayList<PackageFile>();
        for (ZipEntry entry : entries.values()) {
            PackageFile.Content content = () -> zip.getInputStream(entry);
            files.add(
                    new PackageFile(entry.getName(), content, entry.getSize(), entry.getCrc(), ""));
        }
        try (var stream = new BufferedInputStream(Files.newInputStream(file), CHUNK)) {
            var comparison = new ComparingStream(stream);
            PackageZip.write(files, comparison, progress);
            return comparison.isSame();
        } catch (ZipException e) {
            // A size or checksum in the directory that is not that of the content.
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private InputStream open(String path) throws IOException, BrokenPackageException {
        return zip.getInputStream(entry(path));
    }

    private ZipEntry entry(String path) throws BrokenPackageException {
        return Optional.ofNullable(entries.get(path))
                .orElseThrow(() -> new BrokenPackageException("it has no file " + path));
    }

    private static SequencedMap<String, ZipEntry> checked(ZipFile zip)
            throws BrokenPackageException {
        if (zip.size() > MAX_ENTRIES) {
            throw new BrokenPackageException("it has more than " + MAX_ENTRIES + " files");
        }
        var entries = new LinkedHashMap<String, ZipEntry>();
        for (ZipEntry entry : zip.stream().toList()) {
            String path = entry.getName();
            String bare = entry.isDirectory() ? path.substring(0, path.length() - 1) : path;
            if (!PackagePaths.isSafe(bare)) {
                throw new BrokenPackageException(
                        "it holds the path '"
                                + printable(path)
                                + "', which could be written outside the folder it is unpacked to");
            }
            if (!entry.isDirectory() && entries.put(path, entry) != null) {
                throw new BrokenPackageException("it holds the file " + path + " twice");
            }
        }
        return entries;
    }

    private static String printable(String path) {
        String plain = path.replaceAll("\\p{Cntrl}", "?");
        return plain.length() <= 100 ? plain : plain.substring(0, 100) + "…";
    }
}
