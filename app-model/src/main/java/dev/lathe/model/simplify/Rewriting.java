package dev.lathe.model.simplify;

import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/// A graph under the hands of one pass: each rewrite is made only if the gate admits it.
record Rewriting(WorkGraph graph, Pass pass, Gate gate) {

    /// Removes a node all of whose outputs are equal to one value; says whether that was done.
    boolean bypass(Cell cell, String value) {
        return bypass(cell, Collections.nCopies(cell.node().outputs().size(), value));
    }

    /// Removes a node whose outputs are equal to other values; says whether that was done.
    boolean bypass(Cell cell, List<String> values) {
        if (!graph.canBypass(cell, values) || !admits(cell)) {
            return false;
        }
        graph.bypass(cell, values);
        return true;
    }

    /// Puts another node in a place; says whether that was done.
    boolean replace(Cell cell, Supplier<Node> node) {
        if (!admits(cell)) {
            return false;
        }
        graph.replace(cell, node.get());
        return true;
    }

    /// Puts a constant in the place of a node with one output; says whether that was done.
    boolean fold(Cell cell, Tensor tensor) {
        var node = cell.node();
        if (node.outputs().size() != 1
                || graph.isOutput(node.outputs().getFirst())
                || !admits(cell)) {
            return false;
        }
        graph.fold(cell, tensor);
        return true;
    }

    /// Whether a rewrite of a node may be made; it has to be made then.
    boolean admits(Cell cell) {
        var node = cell.node();
        if (!node.name().isEmpty()) {
            return admits(node.name());
        }
        return admits(node.outputs().stream().filter(o -> !o.isEmpty()).findFirst().orElse(""));
    }

    /// Whether a rewrite at a place may be made; it has to be made then.
    ///
    /// @param site a node by its name or, if it has none, its output; or a constant
    boolean admits(String site) {
        return gate.admits(pass, graph.around().place() + site);
    }
}
