package dev.lathe.model.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.Node;
import dev.lathe.model.onnx.NodeMetadata;
import dev.lathe.model.onnx.proto.NodeProto;
import dev.lathe.model.onnx.proto.StringStringEntryProto;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScopeNamesTest {

    @Test
    void readsTheModulesThatPyTorchNotes() {
        var node =
                noted(
                        "pkg.torch.onnx.name_scopes",
                        "['', 'model', 'model.layers.3', 'model.layers.3.mlp', 'linear_7']");

        assertThat(ScopeNames.ofMetadata(node))
                .containsExactly("model", "layers", "layers.3", "mlp");
        assertThat(NodeMetadata.of(node)).containsKey("pkg.torch.onnx.name_scopes");
    }

    @Test
    void readsNamespacesWithAndWithoutClasses() {
        assertThat(
                        ScopeNames.ofMetadata(
                                noted("namespace", ": app.Net/block: app.Block/relu: aten.relu")))
                .containsExactly("block");
        assertThat(ScopeNames.ofMetadata(noted("namespace", "net/block/relu")))
                .containsExactly("net", "block");
    }

    @Test
    void readsTheNamesOfPyTorchAndTensorFlow() {
        assertThat(ScopeNames.ofName(named("/model/layers.0/self_attn/MatMul")))
                .containsExactly("model", "layers", "layers.0", "self_attn");
        assertThat(ScopeNames.ofName(named("model/block_1/conv/Conv2D")))
                .containsExactly("model", "block_1", "conv");
        assertThat(ScopeNames.ofName(named("Net::Block::conv"))).containsExactly("Net", "Block");
        assertThat(ScopeNames.ofName(named("Conv_12"))).isEmpty();
    }

    @Test
    void readsTheModuleOfAWeight() {
        assertThat(ScopeNames.ofWeight("encoder.layer.0.dense.weight"))
                .containsExactly("encoder", "layer", "layer.0", "dense");
        assertThat(ScopeNames.ofWeight("conv2_1/x1_w")).containsExactly("conv2_1", "x1_w");
        assertThat(ScopeNames.ofWeight("onnx::MatMul_123")).isEmpty();
        assertThat(ScopeNames.ofWeight("1234")).isEmpty();
    }

    @Test
    void takesNoNotesFromWhatIsNoNode() {
        var node =
                new Node(
                        "",
                        "Relu",
                        "",
                        List.of(),
                        List.of(),
                        List.of(),
                        Extras.of(new byte[] {-1, -1, -1}));

        assertThat(NodeMetadata.of(node)).isEmpty();
    }

    private static Node noted(String key, String value) {
        var entry = StringStringEntryProto.newBuilder().setKey(key).setValue(value);
        var proto = NodeProto.newBuilder().addMetadataProps(entry).build();
        return new Node(
                "", "Relu", "", List.of(), List.of(), List.of(), Extras.of(proto.toByteArray()));
    }

    private static Node named(String name) {
        return Node.of(name, "Relu", List.of(), List.of());
    }
}
