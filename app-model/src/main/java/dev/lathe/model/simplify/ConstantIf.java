package dev.lathe.model.simplify;

import dev.lathe.model.graph.AttributeValue.GraphValue;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts the branch that a known condition chooses in the place of an If.
final class ConstantIf implements SimplifyPass {
    @Override
    public Pass kind() {
        return Pass.CONSTANT_IF;
    }

    @Override
    public void run(Rewriting rewriting) {
        var graph = rewriting.graph();
        for (Cell cell : graph.cells()) {
            if (cell.node().is("If")) {
                var finished = cell.finished();
                branch(graph, finished)
                        .filter(b -> b.outputs().size() == finished.outputs().size())
                        .filter(b -> b.inputs().isEmpty())
                        .filter(_ -> rewriting.admits(cell))
                        .ifPresent(b -> new Inlining(graph, b, finished).inline(cell));
            }
        }
    }

    private static Optional<Graph> branch(WorkGraph graph, Node node) {
        var condition = node.input(0).flatMap(value -> condition(graph, value));
        return condition
                .flatMap(yes -> node.attribute(yes ? "then_branch" : "else_branch"))
                .filter(GraphValue.class::isInstance)
                .map(value -> ((GraphValue) value).value());
    }

    private static Optional<Boolean> condition(WorkGraph graph, String value) {
        var known =
                graph.constant(value)
                        .filter(c -> c.elements() == 1)
                        .filter(c -> ConstantValues.isAll(c, 0) || ConstantValues.isAll(c, 1))
                        .map(c -> ConstantValues.isAll(c, 1));
        return known.or(() ->
                graph.integers(value)
                        .flatMap(integers -> integers.known())
                        .filter(elements -> elements.size() == 1)
                        .map(elements -> elements.getFirst() != 0));
    }

    /// The nodes of a branch on their way into the graph around it.
    private static final class Inlining {
        private final WorkGraph graph;
        private final Graph branch;
        private final Node node;
        private final Map<String, String> names = new HashMap<>();
        private final List<Node> copies = new ArrayList<>();

        Inlining(WorkGraph graph, Graph branch, Node node) {
            this.graph = graph;
            this.branch = branch;
            this.node = node;
        }

        void inline(Cell cell) {
            nameOutputs();
            nameOthers();
            var place = cell.next();
            graph.remove(cell);
            for (Tensor tensor : branch.initializers().values()) {
                graph.put(tensor.withName(nameOf(tensor.name())));
            }
            for (Node inner : branch.topologicalOrder()) {
                graph.insertBefore(place, renamed(inner));
            }
            copies.forEach(copy -> graph.insertBefore(place, copy));
        }

        /// What a node of the branch makes for the branch's output gets the name that the If gave
        /// it; anything else is copied.
        private void nameOutputs() {
            for (int i = 0; i < branch.outputs().size(); i++) {
                var inner = branch.outputs().get(i).name();
                var outer = node.outputs().get(i);
                if (outer.isEmpty()) {
                    continue;
                }
                if (branch.producer(inner).isPresent() && !names.containsKey(inner)) {
                    names.put(inner, outer);
                } else {
                    copies.add(Node.of("", "Identity", List.of(inner), List.of(outer)));
                }
            }
        }

        private void nameOthers() {
            branch.initializers().keySet().forEach(this::name);
            branch.nodes().forEach(inner -> inner.outputs().forEach(this::name));
            copies.replaceAll(this::renamedInputs);
        }

        private void name(String value) {
            if (!value.isEmpty() && !names.containsKey(value)) {
                var unique = graph.around().names().isUnique(value);
                names.put(value, unique ? value : graph.freshName(value));
            }
        }

        private String nameOf(String value) {
            return names.getOrDefault(value, value);
        }

        private Node renamedInputs(Node inner) {
            return inner.withInputs(inner.inputs().stream().map(this::nameOf).toList());
        }

        private Node renamed(Node inner) {
            var outputs = inner.outputs().stream().map(this::nameOf).toList();
            var changed = renamedInputs(inner).withOutputs(outputs);
            return changed.subgraphs().isEmpty() ? changed : Captures.rename(changed, names);
        }
    }
}
