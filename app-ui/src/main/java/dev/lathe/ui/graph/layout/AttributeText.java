package dev.lathe.ui.graph.layout;

import dev.lathe.model.graph.AttributeValue;
import dev.lathe.model.graph.AttributeValue.CarriedValue;
import dev.lathe.model.graph.AttributeValue.FloatValue;
import dev.lathe.model.graph.AttributeValue.FloatsValue;
import dev.lathe.model.graph.AttributeValue.GraphValue;
import dev.lathe.model.graph.AttributeValue.GraphsValue;
import dev.lathe.model.graph.AttributeValue.IntValue;
import dev.lathe.model.graph.AttributeValue.IntsValue;
import dev.lathe.model.graph.AttributeValue.ReferenceValue;
import dev.lathe.model.graph.AttributeValue.StringValue;
import dev.lathe.model.graph.AttributeValue.StringsValue;
import dev.lathe.model.graph.AttributeValue.TensorValue;
import dev.lathe.model.graph.AttributeValue.TensorsValue;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.ModelFormat;
import dev.lathe.model.graph.Node;
import dev.lathe.model.shape.InferredTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The attributes of a node that a reader of the graph looks for, as one line: `3×3 /2, 64`.
final class AttributeText {
    private static final int LONGEST = 40;

    private final Graph graph;
    private final InferredTypes types;
    private final Node node;

    AttributeText(Graph graph, InferredTypes types, Node node) {
        this.graph = graph;
        this.types = types;
        this.node = node;
    }

    /// The line; empty if there is nothing to say.
    Optional<String> line() {
        var text =
                switch (node.opType()) {
                    case "Conv", "ConvTranspose", "FusedConv", "ConvInteger" -> convolution(1);
                    case "QLinearConv" -> convolution(3);
                    case "MaxPool", "AveragePool", "LpPool" -> window("");
                    case "Gemm" -> gemm();
                    case "Concat",
                            "Gather",
                            "GatherElements",
                            "Softmax",
                            "LogSoftmax",
                            "Split",
                            "Flatten",
                            "ArgMax",
                            "ArgMin",
                            "TopK",
                            "ScatterElements",
                            "LayerNormalization",
                            "CumSum" ->
                            named("axis");
                    case "Transpose" -> ints("perm", "");
                    case "Squeeze",
                            "Unsqueeze",
                            "ReduceMean",
                            "ReduceSum",
                            "ReduceMax",
                            "ReduceMin",
                            "ReduceProd",
                            "ReduceL2" ->
                            ints("axes", "axes ");
                    case "Cast" -> "→ " + type("to");
                    case "LeakyRelu", "Elu", "HardSigmoid", "ThresholdedRelu", "Celu" ->
                            named("alpha");
                    case "Clip" -> clip();
                    case "Resize", "Upsample", "Pad" -> node.stringAttribute("mode", "");
                    case "LSTM", "GRU", "RNN" -> recurrent();
                    case "QuantizeLinear", "DequantizeLinear" -> perAxis();
                    case "Constant" -> anyAttribute();
                    case "MultiHeadAttention", "Attention", "GroupQueryAttention" ->
                            named("num_heads");
                    case "MatMulNBits" -> bits();
                    case "LpNormalization" -> named("p");
                    default -> ofOtherDomain();
                };
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /// A value as a short text.
    static String brief(AttributeValue value) {
        var text =
                switch (value) {
                    case IntValue(long number) -> Long.toString(number);
                    case FloatValue(float number) -> ConstantText.number(number);
                    case StringValue(String string) -> "“" + string + "”";
                    case IntsValue(var numbers) -> joined(numbers, ", ");
                    case FloatsValue(var numbers) ->
                            numbers.stream()
                                    .map(ConstantText::number)
                                    .collect(Collectors.joining(", "));
                    case StringsValue(var strings) -> String.join(", ", strings);
                    case TensorValue(var tensor) -> TypeText.of(tensor.valueType());
                    case TensorsValue(var tensors) -> "[" + tensors.size() + "]";
                    case GraphValue(var inner) -> "⟨" + inner.nodes().size() + "⟩";
                    case GraphsValue(var inner) -> "[" + inner.size() + "]";
                    case ReferenceValue(String attribute) -> "@" + attribute;
                    case CarriedValue(String kind) -> kind;
                };
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    private String ofOtherDomain() {
        if (node.domain().equals(ModelFormat.TFLITE_DOMAIN)) {
            return TfliteText.line(graph, node);
        }
        return node.isStandard() ? "" : node.domain();
    }

    private String convolution(int weightInput) {
        var weights = node.input(weightInput).flatMap(this::sizes);
        var kernel =
                weights.filter(s -> s.size() > 2)
                        .map(s -> joined(s.subList(2, s.size()), "×"))
                        .orElse("");
        long group = node.intAttribute("group", 1);
        boolean transposed = node.opType().equals("ConvTranspose");
        var channels =
                weights.filter(s -> s.size() > 1)
                        .map(s -> transposed ? s.get(1) * group : s.get(0));
        var parts = new ArrayList<String>();
        parts.add(window(kernel));
        channels.ifPresent(c -> parts.add(Long.toString(c)));
        if (group > 1) {
            boolean depthwise = channels.isPresent() && channels.get() == group;
            parts.add(depthwise ? "depthwise" : group + " groups");
        }
        node.intsAttribute("dilations")
                .filter(d -> d.stream().anyMatch(x -> x != 1))
                .ifPresent(d -> parts.add("dilation " + uniform(d)));
        parts.removeIf(String::isEmpty);
        return String.join(", ", parts);
    }

    /// `3×3` or `3×3 /2` with the stride.
    private String window(String otherwise) {
        var kernel = node.intsAttribute("kernel_shape").map(k -> joined(k, "×")).orElse(otherwise);
        var stride =
                node.intsAttribute("strides")
                        .filter(s -> s.stream().anyMatch(x -> x != 1))
                        .map(s -> " /" + uniform(s))
                        .orElse("");
        return (kernel + stride).strip();
    }

    private String gemm() {
        var weights = node.input(1).flatMap(this::sizes).filter(s -> s.size() == 2);
        boolean transposed = node.intAttribute("transB", 0) != 0;
        return weights.map(
                        s -> transposed ? s.get(1) + " → " + s.get(0) : s.get(0) + " → " + s.get(1))
                .orElse("");
    }

    private String clip() {
        if (node.attribute("min").isEmpty() && node.attribute("max").isEmpty()) {
            return "";
        }
        return brief(node.attribute("min").orElse(new FloatValue(Float.NEGATIVE_INFINITY)))
                + " … "
                + brief(node.attribute("max").orElse(new FloatValue(Float.POSITIVE_INFINITY)));
    }

    private String recurrent() {
        var direction = node.stringAttribute("direction", "forward");
        var hidden = node.findInt("hidden_size");
        return (hidden.isPresent() ? hidden.getAsLong() + " " : "")
                + (direction.equals("forward") ? "" : direction);
    }

    private String perAxis() {
        boolean perChannel =
                node.input(1).flatMap(types::shape).map(s -> s.rank() == 1).orElse(false)
                        || node.input(1)
                                .flatMap(graph::constant)
                                .filter(t -> t.sizes().size() == 1 && t.elements() > 1)
                                .isPresent();
        return perChannel ? "axis " + node.intAttribute("axis", 1) : "";
    }

    private String bits() {
        return node.intAttribute("bits", 4)
                + " bit, block "
                + node.intAttribute("block_size", 0)
                + ", "
                + node.intAttribute("K", 0)
                + " → "
                + node.intAttribute("N", 0);
    }

    private String anyAttribute() {
        return node.attributes().isEmpty() ? "" : brief(node.attributes().getFirst().value());
    }

    private String type(String attribute) {
        return DataType.ofCode((int) node.intAttribute(attribute, 0))
                .map(DataType::label)
                .orElse("?");
    }

    private String named(String attribute) {
        return node.attribute(attribute)
                .map(value -> attribute.replace("num_", "") + " " + brief(value))
                .orElse("");
    }

    private String ints(String attribute, String before) {
        return node.intsAttribute(attribute).map(v -> before + joined(v, ", ")).orElse("");
    }

    private Optional<List<Long>> sizes(String value) {
        var constant = graph.constant(value).map(t -> t.sizes());
        return constant.isPresent()
                ? constant
                : types.shape(value)
                        .filter(s -> s.isFixed())
                        .map(s ->
                                s.dimensions().stream()
                                        .map(d -> Long.valueOf(d.toString()))
                                        .toList());
    }

    private static String uniform(List<Long> values) {
        return values.stream().distinct().count() == 1
                ? values.getFirst().toString()
                : joined(values, "×");
    }

    private static String joined(List<Long> values, String separator) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(separator));
    }
}
