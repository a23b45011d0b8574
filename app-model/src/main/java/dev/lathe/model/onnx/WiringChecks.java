package dev.lathe.model.onnx;

import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.LocalFunction;
import dev.lathe.model.graph.Node;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Finds values that are read and that nothing produces, and nodes that wait for themselves. A name
/// that is read must be that of an input, an initializer or a node's output, of the graph or of one
/// around it, and nodes must be in the order of what they need (ONNX IR specification, "Nodes" and
/// "Names Within a Graph"). Takes time that is linear in the size of the model.
final class WiringChecks {
    private final Warnings warnings;

    /// The names that can be read at a place, and in how many of the graphs around it.
    private final Map<String, Integer> visible = new HashMap<>();

    private WiringChecks(Warnings warnings) {
        this.warnings = warnings;
    }

    static void check(Graph graph, List<LocalFunction> functions, Warnings warnings) {
        var checks = new WiringChecks(warnings);
        checks.graph(graph, "the model");
        functions.forEach(checks::function);
    }

    private void graph(Graph graph, String whose) {
        var own = new HashSet<>(graph.initializers().keySet());
        graph.inputs().forEach(input -> own.add(input.name()));
        var outputs = graph.outputs().stream().map(output -> output.name()).toList();
        body(own, graph.nodes(), outputs, graph::layerName, whose);
    }

    private void function(LocalFunction function) {
        body(
                new HashSet<>(function.inputs()),
                function.nodes(),
                function.outputs(),
                node -> node.name().isEmpty() ? node.opType() : node.name(),
                "function " + function.name());
    }

    private void body(
            Set<String> own,
            List<Node> nodes,
            Collection<String> outputs,
            Function<Node, String> names,
            String whose) {
        nodes.forEach(node -> own.addAll(node.outputs()));
        own.forEach(name -> visible.merge(name, 1, Integer::sum));
        for (Node node : nodes) {
            inputs(node, names);
            node.subgraphs().forEach(inner -> graph(inner, "a graph in " + names.apply(node)));
        }
        for (String output : outputs) {
            if (!visible.containsKey(output)) {
                warnings.add(
                        "output-without-producer",
                        "Output " + output + " of " + whose + " is produced by no node.");
            }
        }
        cycle(nodes, names);
        own.forEach(name -> visible.computeIfPresent(name, (_, n) -> n == 1 ? null : n - 1));
    }

    private void inputs(Node node, Function<Node, String> names) {
        for (String input : node.inputs()) {
            if (!input.isEmpty() && !visible.containsKey(input)) {
                warnings.add(
                        "value-without-producer",
                        "Node "
                                + names.apply(node)
                                + " reads value "
                                + input
                                + ", which is no input, no constant and no node's output.");
            }
        }
    }

    private void cycle(List<Node> nodes, Function<Node, String> names) {
        var producers = new HashMap<String, Integer>();
        for (int i = 0; i < nodes.size(); i++) {
            for (String output : nodes.get(i).outputs()) {
                if (!output.isEmpty()) {
                    producers.putIfAbsent(output, i);
                }
            }
        }
        var needs =
                nodes.stream()
                        .map(node ->
                                node.valuesRead().stream()
                                        .filter(producers::containsKey)
                                        .mapToInt(producers::get)
                                        .toArray())
                        .toList();
        Cycle.find(needs)
                .ifPresent(i ->
                        warnings.add(
                                "cycle",
                                "Node "
                                        + names.apply(nodes.get(i))
                                        + " is on a cycle: what it reads depends on what it"
                                        + " produces."));
    }
}
