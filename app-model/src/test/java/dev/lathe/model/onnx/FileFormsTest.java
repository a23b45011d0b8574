package dev.lathe.model.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.google.protobuf.UnknownFieldSet;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.graph.ModelOrigin;
import dev.lathe.model.graph.ModelOrigin.Form;
import dev.lathe.model.onnx.proto.GraphProto;
import dev.lathe.model.onnx.proto.ModelProto;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileFormsTest {
    private static final String TEXT =
            """
            # a model, as text
            ir_version: 8
            opset_import { version: 17 }
            graph {
              name: "g"
              node { op_type: "Relu" input: "x" output: "y" }
              initializer { name: "w" data_type: 1 dims: 2 raw_data: "\\000\\000\\200?\\000\\000\\000@" }
            }
            """;

    @TempDir Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({
        "m.onnx, BINARY",
        "m, BINARY",
        "m.textproto, TEXT",
        "m.PBTXT, TEXT",
        "m.prototxt, TEXT",
        "m.onnx.gz, COMPRESSED",
        "m.pbtxt.gz, COMPRESSED_TEXT"
    })
    void writesTheFormThatTheNameAsksForAndReadsItBack(String name, Form form) throws Exception {
        var model = OnnxReader.read(text("source"));
        var file = folder.resolve(name);

        OnnxWriter.write(OnnxFiles.edited(model), file);
        var again = OnnxReader.read(file);

        assertThat(again.origin().map(ModelOrigin::form)).hasValue(form);
        assertThat(again.origin().map(ModelOrigin::isRunnable)).hasValue(form == Form.BINARY);
        assertThat(again.graph()).isEqualTo(model.graph());
        assertThat(again.header()).isEqualTo(model.header());
    }

    @Test
    void readsWhatTheContentIsUnderAnyName() throws Exception {
        var file = text("text.onnx");
        var packed = gzip("packed.onnx", Files.readAllBytes(file));

        assertThat(OnnxReader.read(file).graph().constant("w").orElseThrow().toFloats())
                .containsExactly(1, 2);
        assertThat(OnnxReader.read(packed).graph()).isEqualTo(OnnxReader.read(file).graph());
    }

    @Test
    void copiesAnUneditedModelToAFileOfTheSameForm() throws Exception {
        for (Path file : new Path[] {text("a.pbtxt"), gzip("a.onnx.gz", binary())}) {
            var copy = folder.resolve("copy-" + file.getFileName());

            OnnxWriter.write(OnnxReader.read(file), copy);

            assertThat(copy).hasSameBinaryContentAs(file);
        }
    }

    @Test
    void unpacksAndPacksAnUneditedModelByteForByte() throws Exception {
        var plain = Files.write(folder.resolve("plain.onnx"), binary());
        var packed = folder.resolve("packed.onnx.gz");
        var unpacked = folder.resolve("unpacked.onnx");

        OnnxWriter.write(OnnxReader.read(plain), packed);
        OnnxWriter.write(OnnxReader.read(packed), unpacked);

        assertThat(unpacked).hasSameBinaryContentAs(plain);
    }

    @Test
    void saysWhereTextIsDamaged() throws Exception {
        var file = Files.writeString(folder.resolve("m.pbtxt"), TEXT.replace("op_type", "oops"));

        assertThatThrownBy(() -> OnnxReader.read(file))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("its text is damaged at line 6:")
                .hasMessageContaining("oops");
    }

    @Test
    void refusesTextThatIsNestedTooDeep() throws Exception {
        var deep = "graph { node { attribute { g {".replaceFirst("graph \\{", "").repeat(400);
        var file = Files.writeString(folder.resolve("m.pbtxt"), "ir_version: 8 graph {" + deep);

        assertThatThrownBy(() -> OnnxReader.read(file)).isInstanceOf(ModelFormatException.class);
    }

    @Test
    void refusesABombInsteadOfUnpackingIt() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            var zeros = new byte[1 << 20];
            for (int i = 0; i < 200; i++) {
                gzip.write(zeros);
            }
        }
        var file = Files.write(folder.resolve("bomb.onnx"), bytes.toByteArray());

        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () ->
                        assertThatThrownBy(() -> OnnxReader.read(file))
                                .isInstanceOf(ModelFormatException.class)
                                .hasMessageContaining("unpacks to more than"));
    }

    @Test
    void saysThatCompressedDataIsDamaged() throws Exception {
        var whole = gzip("whole.gz", binary());
        var bytes = Files.readAllBytes(whole);
        var cut = Files.write(folder.resolve("cut.gz"), Arrays.copyOf(bytes, bytes.length / 2));
        bytes[bytes.length / 2] ^= 0x55;
        var flipped = Files.write(folder.resolve("flipped.gz"), bytes);

        assertThatThrownBy(() -> OnnxReader.read(cut)).hasMessageContaining("it ends too early");
        assertThatThrownBy(() -> OnnxReader.read(flipped)).hasMessageContaining("damaged");
    }

    @Test
    void doesNotWriteAsTextWhatTextCannotHold() throws Exception {
        var unknown =
                UnknownFieldSet.newBuilder()
                        .addField(1000, UnknownFieldSet.Field.newBuilder().addVarint(1).build())
                        .build();
        var model = ModelProto.newBuilder().setGraph(GraphProto.newBuilder().setName("g"));
        model.getGraphBuilder().addNodeBuilder().setOpType("Relu").setUnknownFields(unknown);
        var file = OnnxFiles.write(folder.resolve("m.onnx"), model);
        var target = folder.resolve("m.pbtxt");

        assertThatThrownBy(() -> OnnxWriter.write(OnnxReader.read(file), target))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("save it as a binary .onnx file");
        assertThat(target).doesNotExist();
    }

    private Path text(String name) throws IOException {
        return Files.writeString(folder.resolve(name), TEXT);
    }

    private byte[] binary() throws Exception {
        var file = folder.resolve("binary.onnx");
        OnnxWriter.write(OnnxFiles.edited(OnnxReader.read(text("binary-source"))), file);
        return Files.readAllBytes(file);
    }

    private Path gzip(String name, byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return Files.write(folder.resolve(name), bytes.toByteArray());
    }
}
