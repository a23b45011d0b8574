package dev.lathe.model.simplify;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.Dimension.Fixed;
import dev.lathe.model.graph.Dimension.Unknown;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.Tensor;
import java.util.List;
import java.util.Optional;

/// Merges a Reshape, Flatten, Squeeze or Unsqueeze into the one before it.
final class Reshapes implements SimplifyPass {

    /// The first version in which the target of Reshape is an input.
    private static final long TARGET_AS_INPUT = 5;

    @Override
    public Pass kind() {
        return Pass.RESHAPES;
    }

    @Override
    public void run(Rewriting rewriting) {
        if (rewriting.graph().around().opset() < TARGET_AS_INPUT) {
            return;
        }
        for (Cell cell : rewriting.graph().cells()) {
            if (Operators.isReshaping(cell.node()) && !WorkGraph.isParametric(cell.node())) {
                merge(cell, rewriting);
            }
        }
    }

    private static void merge(Cell cell, Rewriting rewriting) {
        var graph = rewriting.graph();
        var node = cell.node();
        var first =
                node.input(0)
                        .flatMap(graph::producer)
                        .map(Cell::node)
                        .filter(Operators::isReshaping)
                        .filter(inner -> !WorkGraph.isParametric(inner));
        if (first.isEmpty()) {
            return;
        }
        var source = first.get().inputs().getFirst();
        if (hasSameShape(graph, source, node.outputs().getFirst())) {
            rewriting.bypass(cell, source);
        } else if (graph.soleReader(node.inputs().getFirst()).isPresent()) {
            target(graph, node)
                    .ifPresent(target ->
                            rewriting.replace(cell, () -> reshape(graph, node, source, target)));
        }
    }

    /// Whether two values have a shape that is known, apart from the sizes of symbols, and is one.
    static boolean hasSameShape(WorkGraph graph, String a, String b) {
        var shape = graph.shape(a);
        return shape.isPresent()
                && shape.equals(graph.shape(b))
                && shape.get().dimensions().stream().noneMatch(d -> d instanceof Unknown);
    }

    /// The target of one Reshape that gives what the node gives, whatever the shape of its input.
    private static Optional<long[]> target(WorkGraph graph, Node node) {
        if (node.is("Reshape")) {
            var own = node.input(1).flatMap(graph::constant).flatMap(ConstantValues::integers);
            if (own.isPresent() && own.get().stream().noneMatch(size -> size == 0)) {
                return own.map(sizes -> sizes.stream().mapToLong(Long::longValue).toArray());
            }
        }
        return graph.shape(node.outputs().getFirst()).flatMap(Reshapes::target);
    }

    /// A target for a shape of which all sizes but one are known and none is 0.
    private static Optional<long[]> target(Shape shape) {
        var target = new long[shape.rank()];
        int open = 0;
        for (int i = 0; i < target.length; i++) {
            target[i] = shape.get(i) instanceof Fixed(long size) ? size : -1;
            if (target[i] == 0) {
                return Optional.empty();
            }
            open += target[i] == -1 ? 1 : 0;
        }
        return open <= 1 ? Optional.of(target) : Optional.empty();
    }

    private static Node reshape(WorkGraph graph, Node node, String source, long[] target) {
        var constant = Tensor.ofLongs(node.outputs().getFirst() + "_target", target, target.length);
        return new Node(
                node.name(),
                "Reshape",
                node.domain(),
                List.of(source, graph.newConstant(constant)),
                node.outputs(),
                List.<Attribute>of(),
                node.extras());
    }
}
