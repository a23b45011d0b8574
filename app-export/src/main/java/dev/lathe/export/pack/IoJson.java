package dev.lathe.export.pack;

import dev.lathe.model.data.Preprocess;
import dev.lathe.model.data.PreprocessJson;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.Value;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What goes into a model and what comes out: name, type, shape, layout, preprocessing,
/// quantization, labels. What is not known is absent; a dimension is a number, its symbol, or null.
final class IoJson {
    private static final int IMAGE_RANK = 4;

    private IoJson() {}

    /// @param labels class names in the order of the outputs; empty if there are none
    static ObjectNode write(Graph graph, Optional<Preprocess> preprocess, List<String> labels) {
        var json = PackageJson.object();
        var inputs = json.putArray("inputs");
        for (Value value : graph.requiredInputs()) {
            var input = describe(value, inputs);
            if (graph.requiredInputs().size() == 1) {
                preprocess.ifPresent(applied -> describe(applied, value, input));
            }
            graph.consumers(value.name()).stream()
                    .filter(node -> node.is("QuantizeLinear"))
                    .findFirst()
                    .ifPresent(node -> quantization(graph, node, input));
        }
        var outputs = json.putArray("outputs");
        for (Value value : graph.outputs()) {
            var output = describe(value, outputs);
            graph.producer(value.name())
                    .filter(node -> node.is("DequantizeLinear"))
                    .ifPresent(node -> quantization(graph, node, output));
            if (!labels.isEmpty() && isScores(value, labels.size(), graph.outputs().size())) {
                labels.forEach(output.putArray("labels")::add);
            }
        }
        return json;
    }

    private static ObjectNode describe(Value value, ArrayNode list) {
        var json = list.addObject().put("name", value.name());
        value.tensorType().ifPresent(type -> json.put("type", type.element().label()));
        value.shape()
                .ifPresent(
                        shape -> shape.dimensions().forEach(d -> add(d, json.withArray("shape"))));
        return json;
    }

    private static void add(Dimension dimension, ArrayNode shape) {
        switch (dimension) {
            case Dimension.Fixed(long size) -> shape.add(size);
            case Dimension.Symbolic(String symbol) -> shape.add(symbol);
            case Dimension.Unknown() -> shape.addNull();
        }
    }

    private static void describe(Preprocess preprocess, Value value, ObjectNode input) {
        if (value.shape().map(Shape::rank).orElse(0) == IMAGE_RANK) {
            input.put("layout", preprocess.layout().name());
        }
        var json = PreprocessJson.toJson(preprocess);
        json.remove("labels");
        input.set("preprocessing", json);
    }

    /// The scale and the zero point that a quantizing or dequantizing node has, if they are
    /// constants for the whole tensor.
    private static void quantization(Graph graph, Node node, ObjectNode json) {
        var scale = scalar(graph, node.input(1));
        var zeroPoint = scalar(graph, node.input(2));
        if (scale.isEmpty() || scale.get().type() != DataType.FLOAT || zeroPoint.isEmpty()) {
            return;
        }
        var point = zeroPoint.get();
        var bytes = point.bytes();
        if (bytes.isEmpty() || point.type().bits() != Byte.SIZE) {
            return;
        }
        byte stored = bytes.get().get(ValueLayout.JAVA_BYTE, 0);
        json.putObject("quantization")
                .put("type", point.type().label())
                .put("scale", scale.get().toFloats()[0])
                .put(
                        "zeroPoint",
                        point.type() == DataType.UINT8 ? Byte.toUnsignedInt(stored) : stored);
    }

    private static Optional<Tensor> scalar(Graph graph, Optional<String> value) {
        return value.flatMap(graph::constant).filter(tensor -> tensor.elements() == 1);
    }

    private static boolean isScores(Value value, int labels, int outputs) {
        var last =
                value.shape()
                        .filter(shape -> shape.rank() > 0)
                        .map(shape -> shape.size(-1))
                        .orElse(OptionalLong.empty());
        return last.isPresent() ? last.getAsLong() == labels : outputs == 1;
    }
}
