package dev.lathe.ui.graph;

import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Finds layers by words.
///
/// A layer is found if each word of the query is part of its name, its operator or a value that it
/// reads or makes; upper and lower case are the same. A word that begins with `op:` is about the
/// operator alone.
final class GraphSearch {
    private static final String OPERATOR = "op:";

    private record Entry(String layer, String operator, String text) {}

    /// Finds nothing.
    static final GraphSearch NOTHING = new GraphSearch(List.of());

    private final List<Entry> entries;

    private GraphSearch(List<Entry> entries) {
        this.entries = entries;
    }

    GraphSearch(Graph graph) {
        entries = new ArrayList<>(graph.nodes().size());
        for (Node node : graph.topologicalOrder()) {
            entries.add(entry(graph.layerName(node), node));
        }
    }

    /// The layers that a query finds, in the order of the graph; none for an empty query.
    List<String> find(String query) {
        var words = query.strip().toLowerCase(Locale.ROOT).split("\\s+", -1);
        if (words[0].isEmpty()) {
            return List.of();
        }
        return entries.stream().filter(e -> matches(e, words)).map(Entry::layer).toList();
    }

    private static boolean matches(Entry entry, String[] words) {
        for (String word : words) {
            boolean found =
                    word.startsWith(OPERATOR)
                            ? entry.operator.contains(word.substring(OPERATOR.length()))
                            : entry.text.contains(word);
            if (!found) {
                return false;
            }
        }
        return true;
    }

    private static Entry entry(String layer, Node node) {
        var text = new StringBuilder(layer).append('\n').append(node.opType());
        node.inputs().forEach(input -> text.append('\n').append(input));
        node.outputs().forEach(output -> text.append('\n').append(output));
        return new Entry(
                layer,
                node.opType().toLowerCase(Locale.ROOT),
                text.toString().toLowerCase(Locale.ROOT));
    }
}
