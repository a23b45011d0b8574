package dev.lathe.model.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorContent.External;
import dev.lathe.model.graph.TensorContent.Missing;
import dev.lathe.model.onnx.proto.GraphProto;
import dev.lathe.model.onnx.proto.TensorProto;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExternalDataTest {
    @TempDir Path folder = Path.of("");

    @Test
    void writesLargeWeightsToADataFileWhenAsked() throws Exception {
        var model = modelWithWeights();
        var target = folder.resolve("m.onnx");

        OnnxWriter.write(model, target, WeightStorage.EXTERNAL);
        var again = OnnxReader.read(target);

        assertThat(place(again, "large").location()).isEqualTo("m.onnx.data");
        assertThat(place(again, "large").offset()).isEqualTo(0);
        assertThat(place(again, "second").offset() % 4096).isEqualTo(0);
        assertThat(place(again, "shared")).isEqualTo(place(again, "large"));
        assertThat(OnnxFiles.initializer(again, "small").content()).isNotInstanceOf(External.class);
        assertSameWeights(again, model);
        assertThat(names()).containsExactly("m.onnx", "m.onnx.data");
    }

    @Test
    void keepsWeightsOutsideWhenTheModelIsEdited() throws Exception {
        var model = read("m.onnx");
        var target = folder.resolve("edited.onnx");

        OnnxWriter.write(OnnxFiles.edited(model), target);

        assertThat(place(OnnxReader.read(target), "large").location())
                .isEqualTo("edited.onnx.data");
        assertSameWeights(OnnxReader.read(target), model);
    }

    @Test
    void copiesAnUneditedModelWithItsDataFile() throws Exception {
        var model = read("m.onnx");
        var target = folder.resolve("other").resolve("copy.onnx");

        OnnxWriter.write(model, target);

        assertThat(target).hasSameBinaryContentAs(folder.resolve("m.onnx"));
        assertThat(target.resolveSibling("m.onnx.data"))
                .hasSameBinaryContentAs(folder.resolve("m.onnx.data"));
    }

    @Test
    void doesNotReplaceADataFileOfAnotherModel() throws Exception {
        var model = read("m.onnx");
        var other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(other.resolve("m.onnx.data"), "of another model");

        assertThatThrownBy(() -> OnnxWriter.write(model, other.resolve("copy.onnx")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("exists with other content");
        OnnxWriter.write(OnnxFiles.edited(model), other.resolve("m.onnx"));

        assertThat(other.resolve("m.onnx.data")).hasContent("of another model");
        assertThat(place(OnnxReader.read(other.resolve("m.onnx")), "large").location())
                .isEqualTo("m.onnx.2.data");
    }

    @Test
    void replacesItsOwnDataFileWhenItIsSavedOverItself() throws Exception {
        var model = read("m.onnx");

        OnnxWriter.write(OnnxFiles.edited(model), folder.resolve("m.onnx"));

        assertThat(names()).containsExactly("m.onnx", "m.onnx.2.data");
        assertSameWeights(OnnxReader.read(folder.resolve("m.onnx")), model);
        var saved = OnnxReader.read(folder.resolve("m.onnx"));
        OnnxWriter.write(OnnxFiles.edited(saved), folder.resolve("m.onnx"));
        assertThat(names()).containsExactly("m.onnx", "m.onnx.data");
    }

    @Test
    void leavesADataFileThatAnotherModelNames() throws Exception {
        var model = read("m.onnx");
        Files.copy(folder.resolve("m.onnx"), folder.resolve("copy.onnx"));

        OnnxWriter.write(OnnxFiles.edited(model), folder.resolve("m.onnx"));

        assertThat(names()).contains("m.onnx.data", "m.onnx.2.data");
        assertSameWeights(OnnxReader.read(folder.resolve("copy.onnx")), model);
    }

    @Test
    void writesTheWeightsThatWereReadWhenTheirFileHasChanged() throws Exception {
        var model = read("m.onnx");
        Files.delete(folder.resolve("m.onnx.data"));
        Files.write(folder.resolve("m.onnx.data"), new byte[1 << 16]);

        OnnxWriter.write(model, folder.resolve("late.onnx"));

        assertThat(weights(OnnxReader.read(folder.resolve("late.onnx")))[0]).isEqualTo(1f);
    }

    @Test
    void leavesNothingBehindWhenTheModelCannotBeWritten() throws Exception {
        var target =
                Files.createDirectories(folder.resolve("m.onnx").resolve("inner")).resolve("..");

        assertThatThrownBy(() ->
                        OnnxWriter.write(
                                modelWithWeights(), target.normalize(), WeightStorage.EXTERNAL))
                .isInstanceOf(IOException.class);

        assertThat(names()).containsExactly("m.onnx");
    }

    @Test
    void isInterruptedWithoutATrace() throws Exception {
        var model = modelWithWeights();
        Thread.currentThread().interrupt();

        assertThatThrownBy(() ->
                        OnnxWriter.write(model, folder.resolve("m.onnx"), WeightStorage.EXTERNAL))
                .isInstanceOf(InterruptedException.class);

        assertThat(Thread.interrupted()).isFalse();
        assertThat(names()).isEmpty();
    }

    @Test
    void readsNoPathOfAnySystemThatLeavesTheFolder() throws Exception {
        var inner = Files.createDirectory(folder.resolve("inner"));
        Files.write(folder.resolve("secret.bin"), new byte[4]);
        Files.createSymbolicLink(inner.resolve("link"), folder);
        for (String location :
                List.of(
                        "../secret.bin",
                        "a/../../secret.bin",
                        "..\\secret.bin",
                        "C:\\secret.bin",
                        "C:secret.bin",
                        "\\\\server\\share\\secret.bin",
                        "\\secret.bin",
                        "//secret.bin",
                        "link/secret.bin",
                        ".",
                        "",
                        "bad\0name")) {
            var model = OnnxReader.read(claiming(inner, location, "0", "4"));

            assertThat(OnnxFiles.initializer(model, "w").content())
                    .as(location)
                    .isInstanceOf(Missing.class);
        }
    }

    @Test
    void saysWhatIsWrongWithAPlaceOutsideTheModel() throws Exception {
        Files.write(folder.resolve("w.bin"), new byte[4]);
        Files.createDirectory(folder.resolve("sub"));

        assertThat(reason("", "0")).isEqualTo("the model names no file for it");
        assertThat(reason("w.bin", "-5")).isEqualTo("its offset -5 is negative");
        assertThat(reason("sub", "0")).isEqualTo("the location is a folder and no file");
        assertThat(reason(".", "0")).isEqualTo("the location is a folder and no file");
        assertThat(reason("none.bin", "0")).isEqualTo("there is no such file beside the model");
    }

    private String reason(String location, String offset) throws Exception {
        var model = OnnxReader.read(claiming(folder, location, offset, "4"));
        return ((Missing) OnnxFiles.initializer(model, "w").content()).reason();
    }

    @Test
    void saysThatALocationIsASocket() throws Exception {
        try (var socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(folder.resolve("s")));

            assertThat(reason("s", "0")).startsWith("the location is a ").endsWith(" and no file");
        }
    }

    @Test
    void namesTheModelAndTheDataFileThatCannotBeCopied() throws Exception {
        var model = read("m.onnx");
        var other = Files.createDirectory(folder.resolve("other"));
        Files.createDirectories(other.resolve("m.onnx.data").resolve("inner"));

        assertThatThrownBy(() -> OnnxWriter.write(model, other.resolve("copy.onnx")))
                .isInstanceOf(FileSystemException.class)
                .hasMessageStartingWith(
                        other.resolve("copy.onnx") + ": its data file m.onnx.data cannot be");
    }

    @Test
    void followsLinksToWhereTheModelIsReally() throws Exception {
        var blobs = Files.createDirectory(folder.resolve("blobs"));
        var snapshot = Files.createDirectory(folder.resolve("snapshot"));
        Files.write(blobs.resolve("2"), new byte[4]);
        Files.move(claiming(blobs, "w.bin", "0", "4"), blobs.resolve("1"));
        Files.createSymbolicLink(snapshot.resolve("m.onnx"), Path.of("../blobs/1"));
        Files.createSymbolicLink(snapshot.resolve("w.bin"), Path.of("../blobs/2"));

        var model = OnnxReader.read(snapshot.resolve("m.onnx"));

        assertThat(OnnxFiles.initializer(model, "w").content()).isInstanceOf(External.class);
    }

    @Test
    void opensOneThatClaimsMoreThanTheFileHas() throws Exception {
        Files.write(folder.resolve("w.bin"), new byte[4]);
        for (String[] claim :
                new String[][] {
                    {"0", "4000000000000"},
                    {"9223372036854775807", "4"},
                    {"-4", "4"},
                    {"0", "-4"},
                    {"4", "4"},
                    {"x", "4"}
                }) {
            var model = OnnxReader.read(claiming(folder, "w.bin", claim[0], claim[1]));

            assertThat(OnnxFiles.initializer(model, "w").content())
                    .as(Arrays.toString(claim))
                    .isInstanceOf(Missing.class);
        }
    }

    @Test
    void takesTheLengthFromTheShapeWhenNoneIsStated() throws Exception {
        Files.write(folder.resolve("w.bin"), new byte[100]);

        var model = OnnxReader.read(claiming(folder, "w.bin", "8", ""));

        assertThat(OnnxFiles.initializer(model, "w").toFloats()).containsExactly(0f);
    }

    private static Path claiming(Path folder, String location, String offset, String length)
            throws IOException {
        var tensor =
                TensorProto.newBuilder()
                        .setName("w")
                        .setDataType(1)
                        .addDims(1)
                        .setDataLocation(TensorProto.DataLocation.EXTERNAL);
        tensor.addExternalDataBuilder().setKey("location").setValue(location);
        tensor.addExternalDataBuilder().setKey("offset").setValue(offset);
        if (!length.isEmpty()) {
            tensor.addExternalDataBuilder().setKey("length").setValue(length);
        }
        return OnnxFiles.write(
                folder.resolve("claiming.onnx"), GraphProto.newBuilder().addInitializer(tensor));
    }

    /// A model that was written with a data file.
    private ModelGraph read(String name) throws Exception {
        OnnxWriter.write(modelWithWeights(), folder.resolve(name), WeightStorage.EXTERNAL);
        return OnnxReader.read(folder.resolve(name));
    }

    private ModelGraph modelWithWeights() throws Exception {
        var large = new float[1000];
        Arrays.fill(large, 1);
        var file = folder.resolve("source");
        var empty = OnnxReader.read(OnnxFiles.write(file, GraphProto.newBuilder()));
        Files.delete(file);
        var first = Tensor.ofFloats("large", large, 1000);
        var editor = empty.graph().edit();
        editor.put(first);
        editor.put(Tensor.ofFloats("small", new float[] {1, 2}, 2));
        editor.put(Tensor.ofFloats("second", large, 10, 100));
        editor.put(first.withName("shared"));
        return empty.withGraph(editor.build());
    }

    private static External place(ModelGraph model, String name) {
        return (External) OnnxFiles.initializer(model, name).content();
    }

    private static float[] weights(ModelGraph model) {
        return OnnxFiles.initializer(model, "large").toFloats();
    }

    private static void assertSameWeights(ModelGraph a, ModelGraph b) {
        assertThat(a.graph().initializers().keySet()).isEqualTo(b.graph().initializers().keySet());
        a.graph()
                .initializers()
                .forEach((name, tensor) ->
                        assertThat(tensor.toFloats())
                                .isEqualTo(OnnxFiles.initializer(b, name).toFloats()));
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
