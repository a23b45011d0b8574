package dev.lathe.ui.graph.layout;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.AttributeValue.GraphValue;
import dev.lathe.model.graph.AttributeValue.GraphsValue;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.shape.InferredTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the boxes of nodes say: the operator, its key attributes, and the constants it reads.
final class NodeTexts {
    private static final int MOST_LINES = 6;

    private final Graph graph;
    private final InferredTypes types;
    private final QuantizerFolding quantization;

    NodeTexts(Graph graph, InferredTypes types, QuantizerFolding quantization) {
        this.graph = graph;
        this.types = types;
        this.quantization = quantization;
    }

    NodeText of(Node node) {
        var lines = new ArrayList<BoxLine>();
        new AttributeText(graph, types, node).line().ifPresent(t -> lines.add(new BoxLine("", t)));
        for (Attribute attribute : node.attributes()) {
            if (attribute.value() instanceof GraphValue
                    || attribute.value() instanceof GraphsValue) {
                var name = attribute.name().replace("_branch", "");
                lines.add(new BoxLine(name, AttributeText.brief(attribute.value())));
            }
        }
        addConstants(node, lines);
        if (lines.size() > MOST_LINES) {
            int more = lines.size() - MOST_LINES + 1;
            lines.subList(MOST_LINES - 1, lines.size()).clear();
            lines.add(new BoxLine("", "+ " + more + " …"));
        }
        quantization.badge(node).ifPresent(text -> lines.addFirst(BoxLine.badge(text)));
        return new NodeText(node.opType(), lines);
    }

    /// Adds a line for each constant; neighbours of one shape share a line.
    private void addConstants(Node node, List<BoxLine> lines) {
        for (int i = 0; i < node.inputs().size(); i++) {
            var text = constantText(node, node.inputs().get(i));
            if (text.isEmpty()) {
                continue;
            }
            var label = InputNames.of(node, i);
            var last = lines.isEmpty() ? new BoxLine("", "") : lines.getLast();
            if (last.text().equals(text.get()) && !last.label().isEmpty()) {
                lines.set(lines.size() - 1, new BoxLine(last.label() + " " + label, text.get()));
            } else {
                lines.add(new BoxLine(label, text.get()));
            }
        }
    }

    private Optional<String> constantText(Node node, String value) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Optional<Tensor> tensor = graph.constant(value).or(() -> quantization.weight(value));
        if (tensor.isPresent()) {
            return tensor.map(t -> ConstantText.of(t, node));
        }
        return graph.producer(value)
                .filter(producer -> producer.is("Constant"))
                .map(producer ->
                        producer.attributes().stream()
                                .findFirst()
                                .map(a -> AttributeText.brief(a.value()))
                                .orElse(""));
    }
}
