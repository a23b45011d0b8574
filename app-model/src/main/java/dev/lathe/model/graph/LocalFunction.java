package dev.lathe.model.graph;

import dev.lathe.model.graph.AttributeValue.TensorValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An operator that the model defines itself, as a body of nodes.
///
/// @param overload tells functions of one name apart; mostly empty
/// @param attributes names of the attributes that a caller may set
/// @param opsets the operator sets that the body imports, by domain, in the order of the file
public record LocalFunction(
        String domain,
        String name,
        String overload,
        List<String> inputs,
        List<String> outputs,
        List<String> attributes,
        List<Node> nodes,
        Map<String, Long> opsets,
        Extras extras) {
    public LocalFunction {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        attributes = List.copyOf(attributes);
        nodes = List.copyOf(nodes);
        opsets = Collections.unmodifiableMap(new LinkedHashMap<>(opsets));
    }

    /// The body as a graph, of whose inputs and outputs no types are known.
    public Graph body() {
        return new Graph(
                name, nodes, untyped(inputs), untyped(outputs), List.of(), List.of(), Extras.NONE);
    }

    /// This function with another body. A function has no initializers: those of the graph become
    /// Constant nodes.
    public LocalFunction withBody(Graph body) {
        var all = new ArrayList<Node>();
        for (Tensor tensor : body.initializers().values()) {
            var value = new Attribute("value", new TensorValue(tensor.withName("")));
            all.add(Node.of("", "Constant", List.of(), List.of(tensor.name()), value));
        }
        all.addAll(body.nodes());
        return new LocalFunction(
                domain, name, overload, inputs, outputs, attributes, all, opsets, extras);
    }

    /// This function with another version of an operator set.
    public LocalFunction withOpset(String opsetDomain, long version) {
        var changed = new LinkedHashMap<>(opsets);
        changed.put(opsetDomain, version);
        return new LocalFunction(
                domain, name, overload, inputs, outputs, attributes, nodes, changed, extras);
    }

    private static List<Value> untyped(List<String> names) {
        return names.stream().map(each -> new Value(each, Optional.empty(), Extras.NONE)).toList();
    }
}
