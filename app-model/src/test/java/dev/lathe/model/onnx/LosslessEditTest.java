package dev.lathe.model.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Quantization;
import dev.lathe.model.onnx.proto.AttributeProto;
import dev.lathe.model.onnx.proto.AttributeProto.AttributeType;
import dev.lathe.model.onnx.proto.GraphProto;
import dev.lathe.model.onnx.proto.ModelProto;
import dev.lathe.model.onnx.proto.TensorProto;
import dev.lathe.model.onnx.proto.TypeProto;
import dev.lathe.model.prune.MagnitudePruning;
import dev.lathe.model.prune.PruneScope;
import dev.lathe.model.work.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the graph has no place for is written as it was, also when the model was edited.
class LosslessEditTest {
    private static final UnknownFieldSet UNKNOWN =
            UnknownFieldSet.newBuilder()
                    .addField(
                            999,
                            UnknownFieldSet.Field.newBuilder()
                                    .addLengthDelimited(ByteString.copyFromUtf8("new"))
                                    .build())
                    .build();

    @TempDir Path folder = Path.of("");

    @Test
    void keepsTrainingInformationAndConfigurations() throws Exception {
        var model = ModelProto.newBuilder().setGraph(GraphProto.newBuilder().setName("g"));
        model.addTrainingInfoBuilder().getAlgorithmBuilder().setName("train").addNodeBuilder();
        model.addConfigurationBuilder().setName("two devices").setNumDevices(2);
        model.addMetadataPropsBuilder().setKey("k").setValue("v");
        model.addOpsetImportBuilder().setDomain("com.example").setVersion(3);
        model.setUnknownFields(UNKNOWN);
        var file = OnnxFiles.write(folder.resolve("model.onnx"), model);

        var written = OnnxFiles.edited(file, folder.resolve("edited.onnx"));

        assertThat(written.getTrainingInfoList()).isEqualTo(model.getTrainingInfoList());
        assertThat(written.getConfigurationList()).isEqualTo(model.getConfigurationList());
        assertThat(written.getMetadataPropsList()).isEqualTo(model.getMetadataPropsList());
        assertThat(written.getOpsetImportList()).isEqualTo(model.getOpsetImportList());
        assertThat(written.getUnknownFields()).isEqualTo(UNKNOWN);
    }

    @Test
    void keepsNodesWithWhatIsNewInThem() throws Exception {
        var graph = GraphProto.newBuilder().setName("g").setDocString("doc");
        graph.setUnknownFields(UNKNOWN);
        var node = graph.addNodeBuilder().setName("n").setOpType("Own").setDomain("com.example");
        node.setOverload("v2").setDocString("doc").setUnknownFields(UNKNOWN);
        node.addInput("x").addInput("").addOutput("y");
        graph.addOutputBuilder().setName("y").setType(TypeProto.getDefaultInstance());
        node.addMetadataPropsBuilder().setKey("k").setValue("v");
        node.addDeviceConfigurationsBuilder().setConfigurationId("c").setPipelineStage(1);
        node.addAttribute(attribute(AttributeType.INT).setI(4).addInts(5).setDocString("doc"));
        node.addAttribute(attribute(AttributeType.FLOATS).addFloats(4).setUnknownFields(UNKNOWN));
        node.addAttribute(attribute(AttributeType.TYPE_PROTO).setTp(type()));
        node.addAttribute(attribute(AttributeType.TYPE_PROTOS).addTypeProtos(type()));
        node.addAttribute(
                attribute(AttributeType.STRING).setS(ByteString.copyFrom(new byte[] {-1})));
        node.addAttribute(attribute(AttributeType.INT).setRefAttrName("outer"));
        node.addAttribute(AttributeProto.newBuilder().setName("future").setUnknownFields(UNKNOWN));
        var file = OnnxFiles.write(folder.resolve("model.onnx"), graph);

        var written = OnnxFiles.edited(file, folder.resolve("edited.onnx"));

        assertThat(written.getGraph()).isEqualTo(graph.build());
    }

    @Test
    void keepsTensorsThatAreDamagedOrOfAnUnknownType() throws Exception {
        var graph = GraphProto.newBuilder().setName("g");
        graph.addInitializerBuilder().setName("short").setDataType(1).addDims(9).addFloatData(1);
        graph.addInitializerBuilder()
                .setName("future")
                .setDataType(77)
                .addDims(2)
                .setRawData(ByteString.copyFromUtf8("xy"));
        var gone = graph.addInitializerBuilder().setName("gone").setDataType(1).addDims(2);
        gone.setDataLocation(TensorProto.DataLocation.EXTERNAL);
        gone.addExternalDataBuilder().setKey("location").setValue("gone.bin");
        gone.addExternalDataBuilder().setKey("checksum").setValue("0000");
        var file = OnnxFiles.write(folder.resolve("model.onnx"), graph);

        var written = OnnxFiles.edited(file, folder.resolve("edited.onnx"));

        assertThat(written.getGraph()).isEqualTo(graph.build());
    }

    @Test
    void readsQuantizationAnnotationsAndKeepsThem() throws Exception {
        var graph = GraphProto.newBuilder().setName("g");
        graph.addInitializerBuilder().setName("s").setDataType(1).addFloatData(0.5f);
        graph.addInitializerBuilder()
                .setName("z")
                .setDataType(DataType.UINT8.code())
                .addInt32Data(128);
        var annotation = graph.addQuantizationAnnotationBuilder().setTensorName("hidden");
        annotation.addQuantParameterTensorNamesBuilder().setKey("SCALE_TENSOR").setValue("s");
        annotation.addQuantParameterTensorNamesBuilder().setKey("ZERO_POINT_TENSOR").setValue("z");
        var file = OnnxFiles.write(folder.resolve("model.onnx"), graph);

        var model = OnnxReader.read(file);
        var written = OnnxFiles.edited(file, folder.resolve("edited.onnx"));

        assertThat(model.graph().quantization("hidden"))
                .hasValue(new Quantization(List.of(0.5f), List.of(128L), 0));
        assertThat(written.getGraph().getQuantizationAnnotationList())
                .isEqualTo(graph.getQuantizationAnnotationList());
        assertThat(written.getGraph().getValueInfoList()).isEmpty();
        assertThat(OnnxReader.read(folder.resolve("edited.onnx")).graph()).isEqualTo(model.graph());
    }

    @Test
    void writesFunctionsInTheSameOrderEachTime() throws Exception {
        var model = ModelProto.newBuilder().setGraph(GraphProto.newBuilder().setName("g"));
        var function = model.addFunctionsBuilder().setDomain("own").setName("F").setOverload("o");
        function.addInput("a").addOutput("b").addAttribute("alpha").setDocString("doc");
        function.addAttributeProto(attribute(AttributeType.INT).setI(1));
        function.addValueInfoBuilder().setName("v").setType(type());
        function.addNodeBuilder().setName("n").setOpType("Relu").addInput("a").addOutput("b");
        for (int i = 0; i < 20; i++) {
            function.addOpsetImportBuilder().setDomain("d" + i).setVersion(i);
        }
        var file = OnnxFiles.write(folder.resolve("model.onnx"), model);

        var written = OnnxFiles.edited(file, folder.resolve("edited.onnx"));

        assertThat(written.getFunctionsList()).isEqualTo(model.getFunctionsList());
        assertThat(Files.size(folder.resolve("edited.onnx"))).isPositive();
    }

    @Test
    void keepsEntriesThatAMapCannotHold() throws Exception {
        var model = ModelProto.newBuilder().setGraph(GraphProto.newBuilder().setName("g"));
        model.addMetadataPropsBuilder().setKey("k").setValue("1");
        model.addMetadataPropsBuilder().setKey("k").setValue("2").setUnknownFields(UNKNOWN);
        model.addOpsetImportBuilder().setDomain("own").setVersion(3).setUnknownFields(UNKNOWN);
        var function = model.addFunctionsBuilder().setDomain("own").setName("F");
        function.addOpsetImportBuilder().setVersion(21).setUnknownFields(UNKNOWN);
        function.addOpsetImportBuilder().setDomain("own").setVersion(1);
        function.addOpsetImportBuilder().setDomain("own").setVersion(2);
        var file = OnnxFiles.write(folder.resolve("model.onnx"), model);

        var written = OnnxFiles.edited(file, folder.resolve("edited.onnx"));

        assertThat(written).isEqualTo(model.build());
    }

    @Test
    void changesTheVersionInAnEntryThatHoldsMore() throws Exception {
        var model = ModelProto.newBuilder().setGraph(GraphProto.newBuilder().setName("g"));
        model.addOpsetImportBuilder().setDomain("own").setVersion(3).setUnknownFields(UNKNOWN);
        var read = OnnxReader.read(OnnxFiles.write(folder.resolve("model.onnx"), model));
        var raised = folder.resolve("raised.onnx");

        OnnxWriter.write(
                read.withHeader(read.header().withOpset("own", 4).withOpset("new", 1)), raised);

        var entries = ModelProto.parseFrom(Files.readAllBytes(raised)).getOpsetImportList();
        assertThat(entries).extracting("domain").containsExactly("own", "", "new");
        assertThat(entries).extracting("version").containsExactly(4L, 17L, 1L);
        assertThat(entries.getFirst().getUnknownFields()).isEqualTo(UNKNOWN);
    }

    @Test
    void addsNoNameToWhatHasNoneAndKeepsAnEmptyOne() throws Exception {
        var model = ModelProto.newBuilder().setProducerVersion("");
        var graph = model.getGraphBuilder();
        graph.addNodeBuilder().setOpType("Relu").addInput("x").addOutput("y");
        graph.addNodeBuilder().setOpType("Relu").setName("").setDomain("").addInput("y");
        var constant = graph.addNodeBuilder().setOpType("Constant").addOutput("c");
        constant.addAttribute(tensor(TensorProto.newBuilder()));
        constant.addAttribute(tensor(TensorProto.newBuilder().setName("")));
        var function = model.addFunctionsBuilder().setDomain("own").setName("F");
        function.addNodeBuilder().setOpType("Relu").addInput("a").addOutput("b");
        var file = OnnxFiles.write(folder.resolve("model.onnx"), model);

        var written = OnnxFiles.edited(file, folder.resolve("edited.onnx"));

        assertThat(written).isEqualTo(model.build());
    }

    @Test
    void keepsWhatIsSaidOfWeightsThatArePruned() throws Exception {
        var graph = GraphProto.newBuilder().setName("g");
        graph.addNodeBuilder().setOpType("MatMul").addInput("x").addInput("w").addOutput("y");
        var weights = graph.addInitializerBuilder().setName("w").setDataType(1).setDocString("doc");
        weights.addDims(2)
                .addDims(1)
                .setRawData(ByteString.copyFrom(new byte[] {0, 0, 1, 1, 0, 0, 2, 2}));
        weights.addMetadataPropsBuilder().setKey("k").setValue("v");
        weights.setUnknownFields(UNKNOWN);
        var read = OnnxReader.read(OnnxFiles.write(folder.resolve("model.onnx"), graph));
        var pruned = folder.resolve("pruned.onnx");

        var prune = new MagnitudePruning(0.5, PruneScope.GLOBAL);
        OnnxWriter.write(prune.prune(read, _ -> true, Progress.NONE).model(), pruned);

        weights.setRawData(ByteString.copyFrom(new byte[] {0, 0, 0, 0, 0, 0, 2, 2}));
        assertThat(ModelProto.parseFrom(Files.readAllBytes(pruned)).getGraph())
                .isEqualTo(graph.build());
    }

    private static AttributeProto.Builder tensor(TensorProto.Builder value) {
        return attribute(AttributeType.TENSOR)
                .setT(
                        value.setDataType(DataType.INT8.code())
                                .setRawData(ByteString.EMPTY)
                                .addDims(0));
    }

    private static AttributeProto.Builder attribute(AttributeType type) {
        return AttributeProto.newBuilder().setName("a" + type.getNumber()).setType(type);
    }

    private static TypeProto type() {
        var type = TypeProto.newBuilder();
        type.getSequenceTypeBuilder().getElemTypeBuilder().getTensorTypeBuilder().setElemType(1);
        return type.build();
    }
}
