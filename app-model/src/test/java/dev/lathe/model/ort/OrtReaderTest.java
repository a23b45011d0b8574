package dev.lathe.model.ort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.model.flatbuffer.FlatWriter;
import dev.lathe.model.flatbuffer.FlatWriter.Table;
import dev.lathe.model.graph.AttributeValue.FloatsValue;
import dev.lathe.model.graph.AttributeValue.StringValue;
import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.ModelFormat;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorContent.Sparse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrtReaderTest {
    private static final int FLOAT = 1;
    private static final int UINT8 = 2;
    private static final int INT64 = 7;

    @TempDir Path folder = Path.of("");

    @Test
    void readsNodesWithAttributesAndDomains() throws Exception {
        var model =
                read(
                        "6",
                        graph(
                                List.of(),
                                node(
                                        "FusedConv",
                                        "com.microsoft",
                                        List.of("x", ""),
                                        List.of("y"),
                                        attribute("activation", 3, 5, "Relu"),
                                        attribute("params", 6, 8, new float[] {0.5f})),
                                null));

        var node = model.graph().nodes().getFirst();
        assertThat(model.header().format()).isEqualTo(ModelFormat.ORT);
        assertThat(model.header().opset()).isEqualTo(17);
        assertThat(node.opType()).isEqualTo("FusedConv");
        assertThat(node.domain()).isEqualTo("com.microsoft");
        assertThat(node.inputs()).containsExactly("x", "");
        assertThat(node.attribute("activation")).contains(new StringValue("Relu"));
        assertThat(node.attribute("params")).contains(new FloatsValue(List.of(0.5f)));
    }

    @Test
    void readsTypesWithSymbolsAndUnknownSizes() throws Exception {
        var model = read("5", graph(List.of(), relu(), null));

        assertThat(model.graph().inputs().getFirst().shape())
                .contains(
                        new Shape(
                                List.of(
                                        Dimension.of("batch"),
                                        Dimension.of(8),
                                        Dimension.UNKNOWN)));
    }

    @Test
    void readsConstantsInPlace() throws Exception {
        var constant = Table.of("w", null, new long[] {3}, UINT8, new byte[] {1, 2, 3});

        var tensor = read("6", graph(List.of(constant), relu(), null)).graph().constant("w");

        assertThat(tensor.flatMap(Tensor::bytes))
                .hasValueSatisfying(bytes -> {
                    assertThat(bytes.isNative()).isTrue();
                    assertThat(bytes.byteSize()).isEqualTo(3);
                });
    }

    @Test
    void readsSparseConstantsByTuplesOfIndices() throws Exception {
        var sparse =
                Table.of(
                        Table.of("w", null, new long[] {2}, UINT8, new byte[] {5, 6}),
                        Table.of("", null, new long[] {2, 2}, INT64, longs(0, 1, 1, 0)),
                        new long[] {2, 2});

        var tensor = read("6", graph(List.of(), relu(), sparse)).graph().constant("w");

        assertThat(tensor.map(Tensor::content))
                .hasValueSatisfying(content -> assertThat(content).isInstanceOf(Sparse.class));
    }

    @Test
    void saysThatTheOldestVersionsAreNoLongerReadable() {
        assertThatThrownBy(() -> read("3", graph(List.of(), relu(), null)))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("it has version 3 of the ORT format")
                .hasMessageEndingWith("convert the ONNX model again");
    }

    @Test
    void warnsOfAVersionThatIsNewerThanItKnows() throws Exception {
        assertThat(read("7", graph(List.of(), relu(), null)).warnings())
                .extracting("code")
                .containsExactly("newer-ort-version");
    }

    private ModelGraph read(String version, Table graph) throws Exception {
        var model = Table.of(9L, List.of(Table.of("", 17L)), "test", null, null, null, null, graph);
        var file = folder.resolve("model.ort");
        Files.write(file, FlatWriter.write(OrtReader.IDENTIFIER, Table.of(version, model)));
        return OrtReader.read(file);
    }

    private static Table graph(List<Table> constants, Table node, @Nullable Table sparse) {
        var shape =
                Table.of(
                        List.of(
                                Table.of(Table.of((byte) 2, null, "batch")),
                                Table.of(Table.of((byte) 1, 8L)),
                                Table.of(Table.of((byte) 0))));
        var type = Table.of(null, (byte) 1, Table.of(FLOAT, shape));
        return Table.of(
                constants,
                List.of(Table.of("x", null, type), Table.of("y", null, type)),
                List.of(node),
                null,
                null,
                List.of("x"),
                List.of("y"),
                sparse == null ? null : List.of(sparse));
    }

    private static Table relu() {
        return node("Relu", "", List.of("x"), List.of("y"));
    }

    private static Table node(
            String operator,
            String domain,
            List<String> inputs,
            List<String> outputs,
            Table... attributes) {
        return Table.of(
                "n",
                null,
                domain,
                null,
                null,
                operator,
                null,
                null,
                inputs,
                outputs,
                List.of(attributes));
    }

    /// An attribute of a kind, its value in one field.
    private static Table attribute(String name, int kind, int field, Object value) {
        var fields = new ArrayList<@Nullable Object>();
        fields.add(name);
        fields.add(null);
        fields.add(kind);
        while (fields.size() < field) {
            fields.add(null);
        }
        fields.add(value);
        return new Table(fields);
    }

    private static byte[] longs(long... elements) {
        var bytes = ByteBuffer.allocate(elements.length * 8).order(ByteOrder.LITTLE_ENDIAN);
        for (long element : elements) {
            bytes.putLong(element);
        }
        return bytes.array();
    }
}
