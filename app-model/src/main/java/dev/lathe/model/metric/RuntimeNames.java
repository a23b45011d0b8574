package dev.lathe.model.metric;

import dev.lathe.model.graph.Graph;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the layer of a model that a node of the runtime came from.
///
/// A runtime fuses nodes and gives the result a name that mostly holds the name of one of them with
/// something before or behind it (`fused conv1`, `conv1_nchwc`, `conv1_quant`). The longest layer
/// name or produced value that the runtime's name holds as a whole word is taken.
public final class RuntimeNames {
    private final Map<String, String> layersByName;
    private final List<String> longestFirst;
    private final FusedLayers fused;

    public RuntimeNames(Graph graph) {
        this(layers(graph), FusedLayers.in(graph));
    }

    /// @param layersByName layers by their own names and those of the values that they produce
    RuntimeNames(Map<String, String> layersByName, FusedLayers fused) {
        this.fused = fused;
        this.layersByName = layersByName;
        longestFirst =
                layersByName.keySet().stream()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .toList();
    }

    private static Map<String, String> layers(Graph graph) {
        var layersByName = new HashMap<String, String>();
        for (var node : graph.nodes()) {
            for (String output : node.outputs()) {
                if (!output.isEmpty()) {
                    layersByName.put(output, graph.layerName(node));
                }
            }
        }
        for (var node : graph.nodes()) {
            layersByName.put(graph.layerName(node), graph.layerName(node));
        }
        return layersByName;
    }

    /// The layer, if the name tells it.
    public Optional<String> layer(String runtimeName) {
        var same = layersByName.get(runtimeName);
        if (same != null) {
            return Optional.of(same);
        }
        return longestFirst.stream()
                .filter(name -> holdsWord(runtimeName, name))
                .findFirst()
                .map(layersByName::get);
    }

    /// The layer whose operator a runtime ran, if the name tells it. What a runtime fuses bears the
    /// name of the last value that it makes; its operator is that of the first node.
    ///
    /// @param operator what the runtime calls the operator
    public Optional<String> layer(String runtimeName, String operator) {
        return layer(runtimeName).map(found -> fused.origin(found, operator));
    }

    private static boolean holdsWord(String text, String word) {
        int at = text.indexOf(word);
        while (at >= 0) {
            int end = at + word.length();
            boolean starts = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            boolean ends = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
            if (starts && ends) {
                return true;
            }
            at = text.indexOf(word, at + 1);
        }
        return false;
    }
}
