package dev.lathe.model.simplify;

import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Dimension.Fixed;
import dev.lathe.model.graph.Dimension.Symbolic;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.shape.Integers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Makes constants of what the graph computes from sizes that are known, like Shape → Gather →
/// Concat, and of the targets of Reshape of which all elements but one are known.
final class ShapeFolding implements SimplifyPass {

    /// The first version in which the target of Reshape is an input.
    private static final long TARGET_AS_INPUT = 5;

    @Override
    public Pass kind() {
        return Pass.SHAPE_FOLDING;
    }

    @Override
    public void run(Rewriting rewriting) {
        var graph = rewriting.graph();
        for (Cell cell : graph.cells()) {
            var node = cell.node();
            if (node.is("Constant") || !Operators.isPure(node)) {
                continue;
            }
            var known = known(graph, node);
            if (known.isPresent()) {
                rewriting.fold(cell, known.get());
            } else if (node.is("Reshape") && graph.around().opset() >= TARGET_AS_INPUT) {
                target(graph, node)
                        .ifPresent(target ->
                                rewriting.replace(
                                        cell, () -> withTarget(graph, cell.node(), target)));
            }
        }
    }

    private static Optional<Tensor> known(WorkGraph graph, Node node) {
        if (node.outputs().size() != 1) {
            return Optional.empty();
        }
        var output = node.outputs().getFirst();
        var type = graph.element(output);
        var integers = graph.integers(output);
        if (type.isEmpty() || integers.isEmpty()) {
            return Optional.empty();
        }
        return integers.flatMap(Integers::known)
                .flatMap(known -> ConstantValues.tensor(type.get(), integers.get().sizes(), known));
    }

    /// A constant target that means the same as the computed one: 0 copies a size of the input, −1
    /// takes what is left.
    private static Optional<long[]> target(WorkGraph graph, Node node) {
        var value = node.input(1);
        if (value.isEmpty()
                || graph.constant(value.get()).isPresent()
                || node.intAttribute("allowzero", 0) != 0) {
            return Optional.empty();
        }
        var input = node.input(0).flatMap(graph::shape);
        return value.flatMap(graph::integers)
                .flatMap(integers -> target(integers.elements(), input));
    }

    private static Optional<long[]> target(List<Dimension> elements, Optional<Shape> input) {
        var target = new long[elements.size()];
        for (int i = 0; i < target.length; i++) {
            target[i] = target(elements.get(i), input, i);
        }
        long open = Arrays.stream(target).filter(size -> size == -1).count();
        return open <= 1 ? Optional.of(target) : Optional.empty();
    }

    private static long target(Dimension element, Optional<Shape> input, int axis) {
        return switch (element) {
            case Fixed(long size) -> size;
            case Symbolic symbol when isAt(input, axis, symbol) -> 0;
            default -> -1;
        };
    }

    private static boolean isAt(Optional<Shape> input, int axis, Symbolic symbol) {
        return input.isPresent()
                && axis < input.get().rank()
                && input.get().get(axis).equals(symbol);
    }

    private static Node withTarget(WorkGraph graph, Node node, long[] target) {
        var inputs = new ArrayList<>(node.inputs());
        var name = node.outputs().getFirst() + "_target";
        inputs.set(1, graph.newConstant(Tensor.ofLongs(name, target, target.length)));
        return node.withInputs(inputs);
    }
}
