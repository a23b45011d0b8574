package dev.lathe.export.pack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.zip.CRC32;

/// One file of a package that is being made.
///
/// @param path within the package
record PackageFile(String path, Content content, long size, long crc, String sha256) {
    private static final int CHUNK = 1 << 20;

    /// Opens the bytes from their start.
    @FunctionalInterface
    interface Content {
        InputStream open() throws IOException;
    }

    /// A file with the given bytes.
    static PackageFile of(String path, byte[] bytes) {
        var crc = new CRC32();
        crc.update(bytes);
        var digest = Sha256.digest();
        digest.update(bytes);
        return new PackageFile(
                path,
                () -> new ByteArrayInputStream(bytes),
                bytes.length,
                crc.getValue(),
                Sha256.hex(digest));
    }

    /// A file with the bytes of another, which has to stay as it is.
    static PackageFile of(String path, Path file) throws IOException {
        var crc = new CRC32();
        MessageDigest digest = Sha256.digest();
        long size = 0;
        var buffer = new byte[CHUNK];
        try (var stream = Files.newInputStream(file)) {
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                crc.update(buffer, 0, read);
                digest.update(buffer, 0, read);
                size += read;
            }
        }
        return new PackageFile(
                path, () -> Files.newInputStream(file), size, crc.getValue(), Sha256.hex(digest));
    }
}
