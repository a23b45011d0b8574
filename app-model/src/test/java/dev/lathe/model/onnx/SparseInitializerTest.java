package dev.lathe.model.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorContent.Sparse;
import dev.lathe.model.onnx.proto.AttributeProto;
import dev.lathe.model.onnx.proto.GraphProto;
import dev.lathe.model.onnx.proto.SparseTensorProto;
import dev.lathe.model.onnx.proto.TensorProto;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparseInitializerTest {
    @TempDir Path folder = Path.of("");

    @Test
    void readsPositionsThatAreNumbers() throws Exception {
        var tensor = read(sparse(List.of(2L, 3L), List.of(2L), 1, 5)).graph().constant("w");

        assertThat(tensor.map(Tensor::toFloats)).hasValue(new float[] {0, 1, 0, 0, 0, 2});
        assertThat(tensor.orElseThrow().content()).isInstanceOf(Sparse.class);
    }

    @Test
    void readsPositionsThatAreTuples() throws Exception {
        var model = read(sparse(List.of(2L, 3L), List.of(2L, 2L), 0, 1, 1, 2));

        assertThat(model.graph().constant("w").map(Tensor::toFloats))
                .hasValue(new float[] {0, 1, 0, 0, 0, 2});
    }

    @Test
    void isWrittenAsASparseInitializerAgain() throws Exception {
        var proto = sparse(List.of(2L, 3L), List.of(2L, 2L), 0, 1, 1, 2);
        proto.getValuesBuilder().setDocString("mostly zero");
        var model = read(proto);

        OnnxWriter.write(OnnxFiles.edited(model), folder.resolve("edited.onnx"));
        var again = OnnxReader.read(folder.resolve("edited.onnx"));

        assertThat(again.graph()).isEqualTo(model.graph());
        assertThat(OnnxFiles.initializer(again, "w").content()).isInstanceOf(Sparse.class);
    }

    @Test
    void keepsPositionsAsNumbersOrAsTuples() throws Exception {
        var graph = GraphProto.newBuilder().setName("g");
        graph.addSparseInitializer(sparse(List.of(2L, 3L), List.of(2L), 1, 5));
        graph.addSparseInitializer(sparse(List.of(2L, 3L), List.of(2L, 2L), 0, 1, 1, 2));
        graph.getSparseInitializerBuilder(1).getValuesBuilder().setName("w2");
        graph.addSparseInitializer(sparse(List.of(2L, 3L, 4L), List.of(2L, 3L), 0, 2, 1, 1, 0, 3));
        graph.getSparseInitializerBuilder(2).getValuesBuilder().setName("w3");
        var file = OnnxFiles.write(folder.resolve("model.onnx"), graph);

        var written = OnnxFiles.edited(file, folder.resolve("edited.onnx")).getGraph();

        assertThat(written.getSparseInitializerList())
                .extracting(proto -> proto.getIndices().getDimsList())
                .containsExactly(List.of(2L), List.of(2L, 2L), List.of(2L, 3L));
        assertThat(OnnxReader.read(folder.resolve("edited.onnx")).graph())
                .isEqualTo(OnnxReader.read(file).graph());
    }

    @Test
    void keepsOneThatCannotBeReadAsItIs() throws Exception {
        for (SparseTensorProto.Builder broken :
                List.of(
                        sparse(List.of(2L, 3L), List.of(2L), 5, 1),
                        sparse(List.of(2L, 3L), List.of(2L), 1, 1),
                        sparse(List.of(2L, 3L), List.of(2L), 1, 6),
                        sparse(List.of(2L, 3L), List.of(2L), -1, 0),
                        sparse(List.of(2L, 3L), List.of(3L), 1, 2, 3),
                        sparse(List.of(2L, 3L), List.of(2L, 2L), 0, 1, 2, 0),
                        sparse(List.of(1L << 40, 1L << 40), List.of(2L), 1, 5),
                        sparse(List.of(-2L, 3L), List.of(2L), 1, 5))) {
            var graph = GraphProto.newBuilder().addSparseInitializer(broken);
            var file = OnnxFiles.write(folder.resolve("broken.onnx"), graph);

            var model = OnnxReader.read(file);
            var written = OnnxFiles.edited(file, folder.resolve("edited.onnx"));

            assertThat(model.warnings()).extracting("code").containsExactly("sparse-tensor");
            assertThat(written.getGraph().getSparseInitializerList())
                    .containsExactly(broken.build());
        }
    }

    @Test
    void opensOneThatClaimsATrillionElements() throws Exception {
        var model = read(sparse(List.of(1_000_000L, 1_000_000L), List.of(1L), 7));

        assertThat(OnnxFiles.initializer(model, "w").elements()).isEqualTo(1_000_000_000_000L);
        assertThat(OnnxFiles.initializer(model, "w").bytes()).isEmpty();
    }

    @Test
    void isAnAttributeToo() throws Exception {
        var graph = GraphProto.newBuilder();
        graph.addNodeBuilder()
                .setOpType("Constant")
                .addOutput("c")
                .addAttributeBuilder()
                .setName("sparse_value")
                .setType(AttributeProto.AttributeType.SPARSE_TENSOR)
                .setSparseTensor(sparse(List.of(2L, 3L), List.of(2L), 1, 5));
        var file = OnnxFiles.write(folder.resolve("attribute.onnx"), graph);

        var written = OnnxFiles.edited(file, folder.resolve("edited.onnx"));

        assertThat(OnnxReader.read(folder.resolve("edited.onnx")).graph())
                .isEqualTo(OnnxReader.read(file).graph());
        assertThat(OnnxReader.read(file).graph().constant("c").orElseThrow().toFloats())
                .containsExactly(0, 1, 0, 0, 0, 2);
        assertThat(written.getGraph().getNode(0).getAttribute(0).getType())
                .isEqualTo(AttributeProto.AttributeType.SPARSE_TENSOR);
    }

    private ModelGraph read(SparseTensorProto.Builder sparse) throws Exception {
        var graph = GraphProto.newBuilder().addSparseInitializer(sparse);
        return OnnxReader.read(OnnxFiles.write(folder.resolve("sparse.onnx"), graph));
    }

    private static SparseTensorProto.Builder sparse(
            List<Long> sizes, List<Long> indexSizes, long... indices) {
        int stored = (int) (long) indexSizes.getFirst();
        var raw = Tensor.ofLongs("", indices, indices.length).bytes().orElseThrow();
        var values =
                TensorProto.newBuilder()
                        .setName("w")
                        .setDataType(DataType.FLOAT.code())
                        .addDims(Math.min(2, stored));
        for (int i = 1; i <= Math.min(2, stored); i++) {
            values.addFloatData(i);
        }
        return SparseTensorProto.newBuilder()
                .addAllDims(sizes)
                .setValues(values)
                .setIndices(
                        TensorProto.newBuilder()
                                .setName("w_indices")
                                .setDataType(DataType.INT64.code())
                                .addAllDims(indexSizes)
                                .setRawData(ByteString.copyFrom(raw.asByteBuffer())));
    }
}
