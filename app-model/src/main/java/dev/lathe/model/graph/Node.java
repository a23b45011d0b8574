package dev.lathe.model.graph;

import dev.lathe.model.graph.AttributeValue.FloatValue;
import dev.lathe.model.graph.AttributeValue.GraphValue;
import dev.lathe.model.graph.AttributeValue.GraphsValue;
import dev.lathe.model.graph.AttributeValue.IntValue;
import dev.lathe.model.graph.AttributeValue.IntsValue;
import dev.lathe.model.graph.AttributeValue.StringValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedSet;
import java.util.stream.Stream;

/// One application of an operator.
///
/// @param name as the file has it: may be empty and need not be unique; {@link Graph#layerName}
///   gives one that is
/// @param domain empty for the standard operators
/// @param inputs names of values; empty for an omitted optional input
/// @param outputs names of values; empty for an omitted optional output
public record Node(
        String name,
        String opType,
        String domain,
        List<String> inputs,
        List<String> outputs,
        List<Attribute> attributes,
        Extras extras) {

    public Node {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        attributes = List.copyOf(attributes);
    }

    /// A node of a standard operator.
    public static Node of(
            String name,
            String opType,
            List<String> inputs,
            List<String> outputs,
            Attribute... attributes) {
        return new Node(name, opType, "", inputs, outputs, List.of(attributes), Extras.NONE);
    }

    /// Whether this is the given operator of the standard domain (`""` or `ai.onnx`).
    public boolean is(String operator) {
        return opType.equals(operator) && isStandard();
    }

    /// Whether the operator belongs to the standard domain.
    public boolean isStandard() {
        return domain.isEmpty() || domain.equals("ai.onnx");
    }

    /// The input at a position, if it is given.
    public Optional<String> input(int position) {
        return position < inputs.size() && !inputs.get(position).isEmpty()
                ? Optional.of(inputs.get(position))
                : Optional.empty();
    }

    /// The attribute with a name, if the node has it.
    public Optional<AttributeValue> attribute(String attributeName) {
        for (Attribute attribute : attributes) {
            if (attribute.name().equals(attributeName)) {
                return Optional.of(attribute.value());
            }
        }
        return Optional.empty();
    }

    /// The value of an integer attribute, or the operator's default.
    public long intAttribute(String attributeName, long defaultValue) {
        return findInt(attributeName).orElse(defaultValue);
    }

    /// The value of an integer attribute, if the node has it.
    public OptionalLong findInt(String attributeName) {
        return attribute(attributeName).orElse(null) instanceof IntValue(long value)
                ? OptionalLong.of(value)
                : OptionalLong.empty();
    }

    /// The value of a float attribute, or the operator's default.
    public float floatAttribute(String attributeName, float defaultValue) {
        return attribute(attributeName).orElse(null) instanceof FloatValue(float value)
                ? value
                : defaultValue;
    }

    /// The value of a string attribute, or the operator's default.
    public String stringAttribute(String attributeName, String defaultValue) {
        return attribute(attributeName).orElse(null) instanceof StringValue(String value)
                ? value
                : defaultValue;
    }

    /// The value of an integer list attribute, if the node has it.
    public Optional<List<Long>> intsAttribute(String attributeName) {
        return attribute(attributeName).orElse(null) instanceof IntsValue(var values)
                ? Optional.of(values)
                : Optional.empty();
    }

    /// The graphs among the attributes: branches of If, bodies of Loop and Scan.
    public List<Graph> subgraphs() {
        List<Graph> subgraphs = List.of();
        for (Attribute attribute : attributes) {
            var inside =
                    switch (attribute.value()) {
                        case GraphValue(var graph) -> List.of(graph);
                        case GraphsValue(var graphs) -> graphs;
                        default -> List.<Graph>of();
                    };
            if (!inside.isEmpty()) {
                subgraphs = Stream.concat(subgraphs.stream(), inside.stream()).toList();
            }
        }
        return subgraphs;
    }

    /// The values that this node reads: its inputs and what its subgraphs capture, each once.
    public SequencedSet<String> valuesRead() {
        var read = new LinkedHashSet<String>();
        for (String input : inputs) {
            if (!input.isEmpty()) {
                read.add(input);
            }
        }
        for (Graph subgraph : subgraphs()) {
            read.addAll(subgraph.outerValues());
        }
        return read;
    }

    /// This node with other inputs.
    public Node withInputs(List<String> others) {
        return new Node(name, opType, domain, others, outputs, attributes, extras);
    }

    /// This node with other outputs.
    public Node withOutputs(List<String> others) {
        return new Node(name, opType, domain, inputs, others, attributes, extras);
    }

    /// This node with other attributes.
    public Node withAttributes(List<Attribute> others) {
        return new Node(name, opType, domain, inputs, outputs, others, extras);
    }
}
