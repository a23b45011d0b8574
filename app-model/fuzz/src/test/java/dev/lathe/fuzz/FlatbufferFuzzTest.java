package dev.lathe.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// The readers of flatbuffers. One method runs at a time.
class FlatbufferFuzzTest {
    private static final int IDENTIFIER_AT = 4;

    @FuzzTest(maxDuration = "10m")
    void tflite(byte[] bytes) throws IOException {
        FuzzedFile.open(identified(bytes, "TFL3"));
    }

    @FuzzTest(maxDuration = "10m")
    void ort(byte[] bytes) throws IOException {
        FuzzedFile.open(identified(bytes, "ORTM"));
    }

    /// The bytes with the letters that make the reader take the file.
    private static byte[] identified(byte[] bytes, String identifier) {
        var letters = identifier.getBytes(StandardCharsets.US_ASCII);
        var file = bytes.clone();
        for (int i = 0; i < letters.length && IDENTIFIER_AT + i < file.length; i++) {
            file[IDENTIFIER_AT + i] = letters[i];
        }
        return file;
    }
}
