package dev.lathe.model.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /// This function with another body.
    public LocalFunction withNodes(List<Node> others) {
        return new LocalFunction(
                domain, name, overload, inputs, outputs, attributes, others, opsets, extras);
    }
}
