package dev.lathe.model.simplify;

/// Removes nodes and constants that nobody reads.
final class Unused implements SimplifyPass {
    @Override
    public Pass kind() {
        return Pass.UNUSED;
    }

    @Override
    public void run(Rewriting rewriting) {
        var graph = rewriting.graph();
        for (Cell cell : graph.cells().reversed()) {
            var node = cell.node();
            if (!node.outputs().isEmpty()
                    && node.outputs().stream().allMatch(graph::isUnused)
                    && (Operators.isFreeOfEffects(node)
                            || graph.around().functions().contains(node))
                    && rewriting.admits(cell)) {
                graph.remove(cell);
            }
        }
        for (String name : graph.ownConstants()) {
            if (graph.isUnused(name) && rewriting.admits(name)) {
                graph.removeConstant(name);
            }
        }
    }
}
