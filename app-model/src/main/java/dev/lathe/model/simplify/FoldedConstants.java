package dev.lathe.model.simplify;

import dev.lathe.model.graph.Tensor;

/// Puts the results that the runtime computed in the place of the nodes that compute them.
final class FoldedConstants implements SimplifyPass {
    private final ConstantFolding.Folded folded;

    FoldedConstants(ConstantFolding.Folded folded) {
        this.folded = folded;
    }

    @Override
    public Pass kind() {
        return Pass.CONSTANT_FOLDING;
    }

    /// Each result is a rewrite of its own; what was there only to make it is left without readers.
    @Override
    public void run(Rewriting rewriting) {
        var graph = rewriting.graph();
        for (Cell cell : graph.cells()) {
            if (!folded.gone().contains(cell.node())) {
                continue;
            }
            var outputs = cell.node().outputs();
            boolean isNeeded = outputs.stream().anyMatch(folded.results()::containsKey);
            boolean isWhole =
                    outputs.stream()
                            .allMatch(o -> graph.isUnused(o) || folded.results().containsKey(o));
            if (isNeeded && isWhole && rewriting.admits(cell)) {
                graph.remove(cell);
                for (String output : outputs) {
                    Tensor tensor = folded.results().get(output);
                    if (tensor != null) {
                        graph.put(tensor.withName(output));
                    }
                }
            }
        }
    }
}
