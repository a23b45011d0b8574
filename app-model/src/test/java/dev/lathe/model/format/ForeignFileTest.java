package dev.lathe.model.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.model.graph.ModelFormatException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForeignFileTest {
    @TempDir Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    89504e470d0a1a0a0000 | a PNG image
                    ffd8ffe000104a464946 | a JPEG image
                    80028a0a6cfc9c46f920 | a Python pickle
                    894844460d0a1a0a0000 | an HDF5 file
                    04000000000000007b7d2020 | a safetensors file
                    474755460300000000000000 | a GGUF file
                    fffe69007200 | text in UTF-16
                    6900720020007600 | text in UTF-16
                    0801120a | a TensorFlow SavedModel
                    """)
    void tellsBinaryFormatsByTheirSignature(String hex, String what) throws Exception {
        assertRefused(HexFormat.of().parseHex(hex), what);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    version https://git-lfs.github.com/spec/v1 | a Git LFS pointer and not the model itself; fetch the model with git lfs pull
                    <!DOCTYPE html><html>404</html> | a web page
                    {"a": [1, 2]} | a JSON file
                    Entry not found | text and not a model as text
                    """)
    void tellsKindsOfTextByHowTheyStart(String text, String what) throws Exception {
        assertRefused(text.getBytes(StandardCharsets.UTF_8), what);
    }

    @ParameterizedTest
    @CsvSource({
        "archive/data.pkl, a PyTorch checkpoint; export the model with torch.onnx.export",
        "model.weights.h5, a Keras model",
        "notes.txt, a zip archive; unpack it"
    })
    void tellsArchivesByWhatIsInThem(String entry, String what) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(1);
        }

        assertRefused(bytes.toByteArray(), what);
    }

    @Test
    void looksIntoWhatIsCompressed() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write("Entry not found".getBytes(StandardCharsets.UTF_8));
        }

        assertRefused(bytes.toByteArray(), "compressed with gzip, and what is in it is text");
    }

    @Test
    void leavesItToTheReaderWhatIsWrongInAModelAsText() throws Exception {
        var file = Files.writeString(folder.resolve("m.textproto"), "ir_version: eight");

        assertThat(ForeignFile.describe(file)).isEmpty();
    }

    private void assertRefused(byte[] bytes, String what) throws IOException {
        var file = Files.write(folder.resolve("model.onnx"), bytes);

        assertThatThrownBy(() -> ModelFiles.read(file))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageStartingWith("Cannot open " + file + ": it is " + what)
                .hasMessageContaining("; ");
    }
}
