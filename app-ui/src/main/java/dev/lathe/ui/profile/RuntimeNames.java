package dev.lathe.ui.profile;

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
    private final Map<String, String> layersByName = new HashMap<>();
    private final List<String> longestFirst;

    public RuntimeNames(Graph graph) {
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
        longestFirst =
                layersByName.keySet().stream()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .toList();
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
