package dev.lathe.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/// The ONNX reader in all its forms. One method runs at a time.
class OnnxFuzzTest {
    private static final String TEXT_START = "ir_version:";
    private static final byte[] GZIP_START = {0x1f, (byte) 0x8b};

    @FuzzTest(maxDuration = "10m")
    void binary(byte[] bytes) throws IOException {
        FuzzedFile.open(bytes);
    }

    @FuzzTest(maxDuration = "10m")
    void text(byte[] bytes) throws IOException {
        var text = new String(bytes, StandardCharsets.UTF_8);
        var file = text.startsWith(TEXT_START) ? text : TEXT_START + text;
        FuzzedFile.open(file.getBytes(StandardCharsets.UTF_8));
    }

    /// Bytes that are not packed already are packed; one byte of what comes out may be damaged.
    @FuzzTest(maxDuration = "10m")
    void gzip(byte[] bytes) throws IOException {
        if (bytes.length < 4 || (bytes[0] == GZIP_START[0] && bytes[1] == GZIP_START[1])) {
            FuzzedFile.open(bytes);
            return;
        }
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        var file = packed.toByteArray();
        if ((bytes[1] & 1) == 1) {
            file[(bytes[2] & 0xff) % file.length] ^= bytes[3];
        }
        FuzzedFile.open(file);
    }
}
