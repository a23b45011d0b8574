package dev.lathe.model.simplify;

import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.run.ModelRunner;
import dev.lathe.model.work.Progress;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/// Simplifies small models without a runtime.
final class SimplifyCase {
    private SimplifyCase() {}

    static Simplified simplify(ModelGraph model) throws Exception {
        return new Simplifier(Set.of(), OptionalLong.empty(), ModelRunner.NONE)
                .simplify(model, Progress.NONE);
    }

    /// The graph after all rewrites of some passes, inexact ones included.
    static Graph rewrite(ModelGraph model, Pass... passes) throws Exception {
        var closed = EnumSet.allOf(Pass.class);
        closed.removeAll(List.of(passes));
        closed.remove(Pass.UNUSED);
        var gate = new Gate(closed, Set.of(), Integer.MAX_VALUE);
        return new RewriteRun(gate, new ConstantFolding(ModelRunner.NONE), Progress.NONE)
                .run(model)
                .graph();
    }

    /// The operators of a graph in its order.
    static List<String> operators(Graph graph) {
        return graph.nodes().stream().map(Node::opType).toList();
    }
}
