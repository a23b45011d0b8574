package dev.lathe.model.simplify;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Merges a Transpose into the one before it, also when elementwise nodes are between them, and
/// takes transposes of matrices into Gemm.
final class Transposes implements SimplifyPass {
    private static final int LONGEST_WAY = 64;

    @Override
    public Pass kind() {
        return Pass.TRANSPOSES;
    }

    @Override
    public void run(Rewriting rewriting) {
        for (Cell cell : rewriting.graph().cells()) {
            if (!cell.isPresent()) {
                continue;
            }
            if (cell.node().is("Transpose")) {
                merge(cell, rewriting);
            } else if (cell.node().is("Gemm")) {
                takeIn(cell, 0, "transA", rewriting);
                takeIn(cell, 1, "transB", rewriting);
            }
        }
    }

    private static void merge(Cell cell, Rewriting rewriting) {
        var graph = rewriting.graph();
        var second = Permutation.of(graph, cell.node());
        var way = wayUp(graph, cell);
        var first = way.isEmpty() ? cell : way.getFirst();
        var top = first.node().input(0).flatMap(graph::producer);
        var permutation = top.flatMap(t -> transpose(graph, t));
        if (second.isEmpty()
                || permutation.isEmpty()
                || permutation.get().rank() != second.get().rank()) {
            return;
        }
        var source = top.get().node().inputs().getFirst();
        var merged = permutation.get().then(second.get());
        if (way.isEmpty()) {
            if (merged.isIdentity()) {
                rewriting.bypass(cell, source);
            } else {
                rewriting.replace(cell, () -> merged.onto(cell.node(), source));
            }
            return;
        }
        boolean isMovable =
                way.stream().allMatch(each -> isMovable(graph, each, permutation.get()));
        if (!isMovable || !rewriting.admits(cell)) {
            return;
        }
        var moved = move(graph, way, top.get(), permutation.get());
        if (merged.isIdentity() && graph.canBypass(cell, List.of(moved))) {
            graph.bypass(cell, List.of(moved));
        } else {
            graph.replace(cell, merged.onto(cell.node(), moved));
        }
    }

    /// The elementwise nodes between a Transpose and the one above it, the upper ones first; each
    /// is read by the next one only. Empty if there is none above it.
    private static List<Cell> wayUp(WorkGraph graph, Cell cell) {
        var way = new ArrayList<Cell>();
        var value = cell.node().inputs().getFirst();
        while (way.size() < LONGEST_WAY) {
            var above = graph.producer(value).filter(c -> c.node().outputs().size() == 1);
            if (above.isEmpty() || graph.soleReader(value).isEmpty()) {
                return List.of();
            }
            var node = above.get().node();
            if (node.is("Transpose")) {
                return way.reversed();
            }
            var next = main(graph, node);
            if (next.isEmpty() || WorkGraph.isParametric(node)) {
                return List.of();
            }
            way.add(above.get());
            value = next.get();
        }
        return List.of();
    }

    /// The input of an elementwise node through which the way goes on.
    private static Optional<String> main(WorkGraph graph, Node node) {
        if (Operators.isUnaryElementwise(node)) {
            return node.input(0);
        }
        if (!Operators.isBinaryElementwise(node)) {
            return Optional.empty();
        }
        return node.inputs().stream().filter(input -> graph.constant(input).isEmpty()).findFirst();
    }

    private static Optional<Permutation> transpose(WorkGraph graph, Cell cell) {
        return Optional.of(cell.node())
                .filter(node -> node.is("Transpose") && !WorkGraph.isParametric(node))
                .flatMap(node -> Permutation.of(graph, node));
    }

    /// Whether a node can be computed before the transpose instead of after it.
    private static boolean isMovable(WorkGraph graph, Cell cell, Permutation permutation) {
        if (Operators.isUnaryElementwise(cell.node())) {
            return true;
        }
        var main = main(graph, cell.node()).orElseThrow();
        return cell.node().inputs().stream()
                .filter(input -> !input.equals(main))
                .allMatch(input ->
                        isScalar(graph, input, permutation)
                                || isTransposed(graph, input, permutation));
    }

    private static boolean isScalar(WorkGraph graph, String value, Permutation permutation) {
        return graph.constant(value)
                .filter(c -> c.elements() == 1 && c.sizes().size() <= permutation.rank())
                .isPresent();
    }

    private static boolean isTransposed(WorkGraph graph, String value, Permutation permutation) {
        return graph.producer(value)
                .flatMap(cell -> transpose(graph, cell))
                .filter(permutation::equals)
                .isPresent();
    }

    /// Computes the nodes of a way on what the transpose above them gets; the result.
    private static String move(WorkGraph graph, List<Cell> way, Cell top, Permutation permutation) {
        var from = top.node().outputs().getFirst();
        var to = top.node().inputs().getFirst();
        for (Cell cell : way) {
            var fresh = graph.freshName(cell.node().outputs().getFirst() + "_untransposed");
            var inputs = new ArrayList<String>();
            for (String input : cell.node().inputs()) {
                inputs.add(
                        input.equals(from)
                                ? to
                                : isTransposed(graph, input, permutation)
                                        ? graph.producer(input)
                                                .orElseThrow()
                                                .node()
                                                .inputs()
                                                .getFirst()
                                        : input);
            }
            from = cell.node().outputs().getFirst();
            to = fresh;
            graph.replace(cell, cell.node().withInputs(inputs).withOutputs(List.of(fresh)));
        }
        return to;
    }

    private static void takeIn(Cell cell, int position, String flag, Rewriting rewriting) {
        var graph = rewriting.graph();
        var node = cell.node();
        var above =
                node.input(position)
                        .flatMap(graph::producer)
                        .filter(each ->
                                transpose(graph, each)
                                        .filter(p -> p.axes().equals(List.of(1L, 0L)))
                                        .isPresent());
        if (above.isPresent() && !WorkGraph.isParametric(node)) {
            rewriting.replace(
                    cell,
                    () -> flipped(node, position, flag, above.get().node().inputs().getFirst()));
        }
    }

    private static Node flipped(Node node, int position, String flag, String source) {
        var inputs = new ArrayList<>(node.inputs());
        inputs.set(position, source);
        var attributes = new ArrayList<>(node.attributes());
        attributes.removeIf(attribute -> attribute.name().equals(flag));
        attributes.add(Attribute.of(flag, 1 - node.intAttribute(flag, 0)));
        return node.withInputs(inputs).withAttributes(attributes);
    }
}
