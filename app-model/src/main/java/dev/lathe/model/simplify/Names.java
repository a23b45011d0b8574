package dev.lathe.model.simplify;

import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.LocalFunction;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;
import java.util.HashMap;
import java.util.Map;

/// The names of the values and nodes of a whole model. Graphs see the values of the graphs around
/// them, so that a new name has to be new everywhere.
final class Names {
    private final Map<String, Integer> taken = new HashMap<>();
    private final Map<String, Integer> suffixes = new HashMap<>();

    static Names of(ModelGraph model) {
        var names = new Names();
        names.add(model.graph());
        for (LocalFunction function : model.functions()) {
            function.inputs().forEach(names::add);
            function.nodes().forEach(names::add);
        }
        return names;
    }

    static Names of(Graph graph) {
        var names = new Names();
        names.add(graph);
        return names;
    }

    /// Whether at most one place of the model defines a value of this name.
    boolean isUnique(String value) {
        return taken.getOrDefault(value, 0) <= 1;
    }

    /// A name that nothing has, made from the wanted one.
    String fresh(String wanted) {
        var name = wanted;
        while (taken.containsKey(name)) {
            name = wanted + "_" + suffixes.merge(wanted, 1, Integer::sum);
        }
        taken.put(name, 1);
        return name;
    }

    private void add(Graph graph) {
        graph.initializers().keySet().forEach(this::add);
        graph.inputs().stream()
                .map(input -> input.name())
                .filter(name -> !graph.initializers().containsKey(name))
                .forEach(this::add);
        graph.nodes().forEach(this::add);
    }

    private void add(Node node) {
        taken.putIfAbsent(node.name(), 0);
        node.outputs().forEach(this::add);
        node.subgraphs().forEach(this::add);
    }

    private void add(String value) {
        taken.merge(value, 1, Integer::sum);
    }
}
