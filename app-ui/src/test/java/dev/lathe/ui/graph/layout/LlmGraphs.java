package dev.lathe.ui.graph.layout;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.Value;
import dev.lathe.model.graph.ValueType.TensorType;
import java.util.ArrayList;
import java.util.List;

/// Language models of many layers for benchmarks, each of 55 nodes: norms written out, rotary
/// positions, a mask, cosines and sines that all layers share.
public final class LlmGraphs {
    private static final int WIDTH = 64;

    private final List<Node> nodes = new ArrayList<>();
    private final List<Tensor> constants = new ArrayList<>();

    private LlmGraphs() {}

    /// A model of so many layers.
    public static ModelGraph model(int layers) {
        return new LlmGraphs().build(layers);
    }

    private ModelGraph build(int layers) {
        for (String scalar : List.of("eps", "two", "scale")) {
            constants.add(Tensor.ofFloats(scalar, new float[] {1}));
        }
        weight("embed.weight", 256);
        var hidden = add("/model/embed_tokens/Gather", "Gather", "embed.weight", "ids");
        for (int i = 0; i < layers; i++) {
            hidden = layer("/model/layers." + i, hidden);
        }
        hidden = norm("/model/norm", hidden);
        weight("head.weight", WIDTH);
        nodes.add(
                Node.of(
                        "/lm_head/MatMul",
                        "MatMul",
                        List.of(hidden, "head.weight"),
                        List.of("logits")));
        var graph =
                new Graph(
                        "llm",
                        nodes,
                        List.of(input("ids"), input("mask"), input("cos"), input("sin")),
                        List.of(input("logits")),
                        List.of(),
                        constants,
                        Extras.NONE);
        return Graphs.model(graph);
    }

    private String layer(String at, String hidden) {
        var attention = at + "/self_attn";
        var normed = norm(at + "/input_layernorm", hidden);
        var q = rotary(attention + "/rope_q", head(attention, "q", normed));
        var k = rotary(attention + "/rope_k", head(attention, "k", normed));
        var v = head(attention, "v", normed);
        var turned = add(attention + "/Transpose_kt", "Transpose", k);
        var scores = add(attention + "/MatMul", "MatMul", q, turned);
        scores = add(attention + "/Div", "Div", scores, "scale");
        scores = add(attention + "/Add", "Add", scores, "mask");
        scores = add(attention + "/Softmax", "Softmax", scores);
        var mixed = add(attention + "/MatMul_1", "MatMul", scores, v);
        mixed = add(attention + "/Transpose_o", "Transpose", mixed);
        mixed = add(attention + "/Reshape_o", "Identity", mixed);
        mixed = project(attention + "/o_proj", mixed);
        var residual = add(at + "/Add", "Add", hidden, mixed);
        normed = norm(at + "/post_attention_layernorm", residual);
        var gate = project(at + "/mlp/gate_proj", normed);
        var active = add(at + "/mlp/act_fn/Sigmoid", "Sigmoid", gate);
        active = add(at + "/mlp/act_fn/Mul", "Mul", gate, active);
        active = add(at + "/mlp/Mul", "Mul", active, project(at + "/mlp/up_proj", normed));
        return add(at + "/Add_1", "Add", residual, project(at + "/mlp/down_proj", active));
    }

    private String norm(String at, String value) {
        weight(at + ".weight", 1);
        var squares = add(at + "/Pow", "Pow", value, "two");
        var mean = add(at + "/ReduceMean", "ReduceMean", squares);
        mean = add(at + "/Add", "Add", mean, "eps");
        mean = add(at + "/Sqrt", "Sqrt", mean);
        return add(at + "/Mul", "Mul", add(at + "/Div", "Div", value, mean), at + ".weight");
    }

    private String head(String attention, String name, String value) {
        var bias = attention + "/" + name + "_proj.bias";
        weight(bias, 1);
        var projected = project(attention + "/" + name + "_proj", value);
        projected = add(attention + "/" + name + "_proj/Add", "Add", bias, projected);
        projected = add(attention + "/Reshape_" + name, "Identity", projected);
        return add(attention + "/Transpose_" + name, "Transpose", projected);
    }

    private String rotary(String at, String value) {
        var low = add(at + "/Slice", "Identity", value);
        var high = add(at + "/Slice_1", "Identity", value);
        var turned = add(at + "/Neg", "Neg", high);
        turned = add(at + "/Concat", "Concat", turned, low);
        var straight = add(at + "/Mul", "Mul", value, "cos");
        return add(at + "/Add", "Add", straight, add(at + "/Mul_1", "Mul", turned, "sin"));
    }

    private String project(String at, String value) {
        weight(at + ".weight", WIDTH);
        return add(at + "/MatMul", "MatMul", value, at + ".weight");
    }

    private void weight(String name, int rows) {
        constants.add(Tensor.ofFloats(name, new float[rows * WIDTH], rows, WIDTH));
    }

    private String add(String name, String operator, String... inputs) {
        var output = name + "_output_0";
        nodes.add(Node.of(name, operator, List.of(inputs), List.of(output)));
        return output;
    }

    private static Value input(String name) {
        return new Value(name, new TensorType(DataType.FLOAT, Shape.of(1, 8, WIDTH)));
    }
}
