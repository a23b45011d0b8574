package dev.lathe.ui.graph.layout;

import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The options of a TFLite operator that a reader of the graph looks for, as one line: `3×3 /2, 64,
/// RELU6`. Names and layouts are those of the TFLite schema: filters are `[out, height, width,
/// in]`, those of depthwise convolutions `[1, height, width, out]`.
final class TfliteText {
    private final Graph graph;
    private final Node node;
    private final List<String> parts = new ArrayList<>();

    private TfliteText(Graph graph, Node node) {
        this.graph = graph;
        this.node = node;
    }

    /// The line; empty if there is nothing to say.
    static String line(Graph graph, Node node) {
        return new TfliteText(graph, node).line();
    }

    private String line() {
        switch (node.opType()) {
            case "CONV_2D" -> convolution(1, 0, "");
            case "DEPTHWISE_CONV_2D" -> convolution(1, 3, "depthwise");
            case "TRANSPOSE_CONV" -> convolution(1, 0, "");
            case "AVERAGE_POOL_2D", "MAX_POOL_2D", "L2_POOL_2D" -> pool();
            case "FULLY_CONNECTED" -> fullyConnected();
            case "CONCATENATION", "GATHER", "PACK", "UNPACK" -> named("axis", "axis");
            case "LEAKY_RELU" -> named("alpha", "alpha");
            case "SOFTMAX" -> beta();
            case "BATCH_MATMUL" -> transposed();
            default -> {}
        }
        var activation = node.stringAttribute("fused_activation_function", "NONE");
        if (!activation.equals("NONE")) {
            parts.add(activation);
        }
        return String.join(", ", parts);
    }

    private void convolution(int weightInput, int channelAxis, String kind) {
        var filter = sizes(weightInput).filter(sizes -> sizes.size() == 4);
        var kernel = filter.map(s -> s.get(1) + "×" + s.get(2)).orElse("");
        add((kernel + stride()).strip());
        filter.ifPresent(sizes -> add(sizes.get(channelAxis).toString()));
        add(kind);
        add(pair("dilation_h_factor", "dilation_w_factor").map(d -> "dilation " + d).orElse(""));
    }

    private void pool() {
        var height = node.findInt("filter_height");
        var width = node.findInt("filter_width");
        if (height.isPresent() && width.isPresent()) {
            add(height.getAsLong() + "×" + width.getAsLong() + stride());
        }
    }

    private void fullyConnected() {
        sizes(1).filter(s -> s.size() == 2).ifPresent(s -> add(s.get(1) + " → " + s.get(0)));
    }

    private void beta() {
        if (node.floatAttribute("beta", 1) != 1) {
            named("beta", "β");
        }
    }

    private void transposed() {
        if (node.intAttribute("adj_x", 0) != 0) {
            add("Aᵀ");
        }
        if (node.intAttribute("adj_y", 0) != 0) {
            add("Bᵀ");
        }
    }

    private void named(String attribute, String word) {
        node.attribute(attribute).ifPresent(v -> add(word + " " + AttributeText.brief(v)));
    }

    private String stride() {
        return pair("stride_h", "stride_w").map(stride -> " /" + stride).orElse("");
    }

    /// Two numbers that are not both 1, as one if they are equal.
    private Optional<String> pair(String first, String second) {
        OptionalLong a = node.findInt(first);
        OptionalLong b = node.findInt(second);
        if (a.isEmpty() || b.isEmpty() || (a.getAsLong() == 1 && b.getAsLong() == 1)) {
            return Optional.empty();
        }
        return Optional.of(
                a.getAsLong() == b.getAsLong()
                        ? Long.toString(a.getAsLong())
                        : a.getAsLong() + "×" + b.getAsLong());
    }

    private Optional<List<Long>> sizes(int input) {
        return node.input(input).flatMap(graph::constant).map(Tensor::sizes);
    }

    private void add(String part) {
        if (!part.isEmpty()) {
            parts.add(part);
        }
    }
}
