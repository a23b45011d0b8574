package dev.lathe.model.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.ModelHeader;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorContent.External;
import dev.lathe.model.graph.TensorContent.Missing;
import dev.lathe.model.graph.Value;
import dev.lathe.model.graph.ValueType.TensorType;
import dev.lathe.model.onnx.proto.GraphProto;
import dev.lathe.model.onnx.proto.ModelProto;
import dev.lathe.model.onnx.proto.TensorProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxRoundTripTest {
    @TempDir Path folder = Path.of("");

    @Test
    void readsBackWhatItWrote() throws Exception {
        var model = smallModel();
        var file = folder.resolve("small.onnx");

        OnnxWriter.write(model, file);
        var read = OnnxReader.read(file);

        assertThat(read.header()).isEqualTo(model.header());
        assertThat(read.graph().nodes()).isEqualTo(model.graph().nodes());
        assertThat(read.graph().inputs()).isEqualTo(model.graph().inputs());
        assertThat(read.graph().outputs()).isEqualTo(model.graph().outputs());
        assertThat(weight(read)).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void writesAnUneditedModelByteForByte() throws Exception {
        var file = folder.resolve("small.onnx");
        var copy = folder.resolve("copy.onnx");
        OnnxWriter.write(smallModel(), file);

        OnnxWriter.write(OnnxReader.read(file), copy);

        assertThat(Files.mismatch(file, copy)).isEqualTo(-1);
    }

    @Test
    void leavesWeightsInTheMappedFile() throws Exception {
        var file = folder.resolve("small.onnx");
        OnnxWriter.write(smallModel(), file);

        var weight = OnnxReader.read(file).graph().constant("w").orElseThrow();

        assertThat(weight.bytes().orElseThrow().isNative()).isTrue();
    }

    @Test
    void keepsWhatItDoesNotKnowWhenAModelIsEdited() throws Exception {
        var file = folder.resolve("small.onnx");
        var edited = folder.resolve("edited.onnx");
        OnnxWriter.write(smallModel(), file);
        Files.write(
                file,
                new byte[] {(byte) 0xfa, 0x3e, 2, 'h', 'i'},
                java.nio.file.StandardOpenOption.APPEND);
        var model = OnnxReader.read(file);

        OnnxWriter.write(model.withGraph(model.graph().edit().build()), edited);

        var unknown = ModelProto.parseFrom(Files.readAllBytes(edited)).getUnknownFields();
        assertThat(unknown.asMap().keySet()).containsExactly(1007);
    }

    @Test
    void leavesTheTargetAloneWhenItCannotBeWritten() throws Exception {
        var target = folder.resolve("missing-folder").resolve("model.onnx");

        assertThatThrownBy(() -> OnnxWriter.write(smallModel(), target))
                .isInstanceOf(IOException.class);

        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void readsExternalDataInTheModelsFolder() throws Exception {
        Files.write(
                folder.resolve("weights.bin"), new byte[] {0, 0, 0, 0, 0, 0, (byte) 0x80, 0x3f});
        var file = modelWithExternalData("weights.bin", 4, 4);

        var tensor = OnnxReader.read(file).graph().constant("w").orElseThrow();

        assertThat(tensor.content()).isInstanceOf(External.class);
        assertThat(tensor.toFloats()).containsExactly(1f);
    }

    @Test
    void readsNothingOutsideTheModelsFolder() throws Exception {
        var inner = Files.createDirectory(folder.resolve("inner"));
        Files.write(folder.resolve("secret.bin"), new byte[4]);
        Files.createSymbolicLink(inner.resolve("link.bin"), folder.resolve("secret.bin"));

        for (String location :
                List.of("../secret.bin", folder.resolve("secret.bin").toString(), "link.bin")) {
            var model = OnnxReader.read(modelWithExternalData(inner, location, 0, 4));

            assertThat(model.graph().constant("w").orElseThrow().content())
                    .as(location)
                    .isInstanceOf(Missing.class);
            assertThat(model.warnings())
                    .singleElement()
                    .extracting("code")
                    .isEqualTo("missing-external-data");
        }
    }

    @Test
    void opensAModelWhoseTensorClaimsMoreThanItHas() throws Exception {
        var tensor =
                TensorProto.newBuilder()
                        .setName("w")
                        .setDataType(DataType.FLOAT.code())
                        .addDims(1_000_000)
                        .addDims(1_000_000);
        var file = write(folder, GraphProto.newBuilder().addInitializer(tensor));

        var model = OnnxReader.read(file);

        assertThat(model.graph().constant("w").orElseThrow().content()).isInstanceOf(Missing.class);
        assertThat(model.warnings()).singleElement().extracting("code").isEqualTo("tensor-size");
    }

    @Test
    void saysInOneSentenceWhyAFileIsNoModel() throws Exception {
        var empty = Files.createFile(folder.resolve("empty.onnx"));
        var text = Files.writeString(folder.resolve("text.onnx"), "this is not a model at all");
        var whole = folder.resolve("whole.onnx");
        OnnxWriter.write(smallModel(), whole);
        var bytes = Files.readAllBytes(whole);
        var cut =
                Files.write(
                        folder.resolve("cut.onnx"),
                        java.util.Arrays.copyOf(bytes, bytes.length / 2));

        for (Map.Entry<Path, String> refused :
                Map.of(
                                empty,
                                "it is empty",
                                text,
                                "it is not an ONNX file or is damaged",
                                cut,
                                "it ends too early",
                                folder,
                                "it is a folder",
                                folder.resolve("none.onnx"),
                                "there is no such file")
                        .entrySet()) {
            assertThatThrownBy(() -> OnnxReader.read(refused.getKey()))
                    .isInstanceOf(ModelFormatException.class)
                    .hasMessageContaining(refused.getKey().toString())
                    .hasMessageContaining(refused.getValue());
        }
    }

    private static float[] weight(ModelGraph model) {
        return model.graph().constant("w").orElseThrow().toFloats();
    }

    private static ModelGraph smallModel() {
        var opsets = new LinkedHashMap<String, Long>();
        opsets.put("", 17L);
        var header =
                new ModelHeader(
                        8, opsets, "test", "1", "", 0, "", new LinkedHashMap<>(Map.of("k", "v")));
        var batch = new Shape(List.of(Dimension.of("batch"), Dimension.of(2)));
        var graph =
                new Graph(
                        "small",
                        List.of(
                                Node.of(
                                        "gemm",
                                        "Gemm",
                                        List.of("x", "w"),
                                        List.of("y"),
                                        Attribute.of("transB", 0))),
                        List.of(new Value("x", new TensorType(DataType.FLOAT, batch))),
                        List.of(
                                new Value(
                                        "y",
                                        new TensorType(
                                                DataType.FLOAT, batch.with(1, Dimension.of(3))))),
                        List.of(),
                        List.of(Tensor.ofFloats("w", new float[] {1, 2, 3, 4, 5, 6}, 2, 3)),
                        Extras.NONE);
        return new ModelGraph(header, graph);
    }

    private Path modelWithExternalData(String location, long offset, long length)
            throws IOException {
        return modelWithExternalData(folder, location, offset, length);
    }

    private static Path modelWithExternalData(
            Path folder, String location, long offset, long length) throws IOException {
        var tensor =
                TensorProto.newBuilder()
                        .setName("w")
                        .setDataType(DataType.FLOAT.code())
                        .addDims(1)
                        .setDataLocation(TensorProto.DataLocation.EXTERNAL);
        tensor.addExternalDataBuilder().setKey("location").setValue(location);
        tensor.addExternalDataBuilder().setKey("offset").setValue(Long.toString(offset));
        tensor.addExternalDataBuilder().setKey("length").setValue(Long.toString(length));
        return write(folder, GraphProto.newBuilder().addInitializer(tensor));
    }

    private static Path write(Path folder, GraphProto.Builder graph) throws IOException {
        var model = ModelProto.newBuilder().setIrVersion(8).setGraph(graph);
        model.addOpsetImportBuilder().setDomain("").setVersion(17);
        return Files.write(folder.resolve("model.onnx"), model.build().toByteArray());
    }
}
