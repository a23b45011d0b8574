package dev.lathe.model.simplify;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Removes nodes whose output is equal to one of their inputs.
final class NoOps implements SimplifyPass {

    /// Operators that change nothing that they have changed already.
    private static final Set<String> IDEMPOTENT =
            Set.of("Relu", "Abs", "Ceil", "Floor", "Round", "Sign");

    /// Operators that undo themselves.
    private static final Set<String> INVOLUTIONS = Set.of("Neg", "Not", "BitwiseNot");

    @Override
    public Pass kind() {
        return Pass.NO_OPS;
    }

    @Override
    public void run(Rewriting rewriting) {
        var graph = rewriting.graph();
        for (Cell cell : graph.cells()) {
            var node = cell.node();
            if (node.isStandard() && !node.outputs().isEmpty() && !WorkGraph.isParametric(node)) {
                equal(graph, node)
                        .filter(value -> hasOneOutput(graph, node))
                        .filter(value -> keepsType(graph, node, value))
                        .ifPresent(value -> rewriting.bypass(cell, value));
            }
        }
    }

    private static boolean hasOneOutput(WorkGraph graph, Node node) {
        return node.outputs().stream().skip(1).allMatch(graph::isUnused);
    }

    private static boolean keepsType(WorkGraph graph, Node node, String value) {
        var type = graph.element(value);
        var other = graph.element(node.outputs().getFirst());
        return type.isEmpty() || other.isEmpty() || type.equals(other);
    }

    /// The value that the first output is always equal to.
    private static Optional<String> equal(WorkGraph graph, Node node) {
        var first = node.input(0);
        return switch (node.opType()) {
            case "Identity" -> first;
            case "Dropout" -> first.filter(_ -> isInference(graph, node));
            case "Cast" ->
                    first.filter(x -> Casts.target(node).equals(graph.element(x)))
                            .filter(x -> graph.element(x).isPresent());
            case "CastLike" ->
                    first.filter(x -> graph.element(x).isPresent())
                            .filter(x ->
                                    node.input(1).flatMap(graph::element).equals(graph.element(x)));
            case "Transpose" ->
                    first.filter(x ->
                            Permutation.of(graph, node)
                                    .filter(Permutation::isIdentity)
                                    .isPresent());
            case "Reshape", "Flatten", "Squeeze", "Unsqueeze", "Expand" ->
                    first.filter(x -> keepsShape(graph, node));
            case "Tile" ->
                    first.filter(_ ->
                            node.input(1)
                                    .flatMap(graph::knownIntegers)
                                    .filter(repeats -> isAll(repeats, 1))
                                    .isPresent());
            case "Pad" -> first.filter(_ -> pads(graph, node).filter(p -> isAll(p, 0)).isPresent());
            case "Slice" -> first.filter(_ -> stepsForward(graph, node) && keepsShape(graph, node));
            case "Resize" -> first.filter(_ -> !crops(node) && keepsFixedShape(graph, node));
            case "Concat", "Sum", "Max", "Min", "Mean" ->
                    first.filter(_ -> node.inputs().size() == 1);
            case "Split" -> first.filter(_ -> node.outputs().size() == 1);
            case "Clip" ->
                    first.filter(_ ->
                            node.inputs().stream().skip(1).allMatch(String::isEmpty)
                                    && node.attributes().isEmpty());
            case "Add", "Or", "Xor", "BitwiseOr", "BitwiseXor" -> neutral(graph, node, 0, true);
            case "Sub" -> neutral(graph, node, 0, false);
            case "Mul", "And" -> neutral(graph, node, 1, true);
            case "Div", "Pow" -> neutral(graph, node, 1, false);
            case "Where" -> chosen(graph, node);
            case "AveragePool", "MaxPool" -> first.filter(_ -> isPoolOfOne(node));
            default -> repeated(graph, node);
        };
    }

    private static boolean isInference(WorkGraph graph, Node node) {
        if (graph.around().opset() < 7) {
            return node.intAttribute("is_test", 0) != 0;
        }
        return node.input(2).isEmpty()
                || node.input(2)
                        .flatMap(graph::constant)
                        .filter(training -> ConstantValues.isAll(training, 0))
                        .isPresent();
    }

    private static boolean keepsShape(WorkGraph graph, Node node) {
        return Reshapes.hasSameShape(graph, node.inputs().getFirst(), node.outputs().getFirst());
    }

    private static boolean keepsFixedShape(WorkGraph graph, Node node) {
        return keepsShape(graph, node)
                && graph.shape(node.inputs().getFirst()).filter(s -> s.isFixed()).isPresent();
    }

    private static Optional<List<Long>> pads(WorkGraph graph, Node node) {
        return graph.around().opset() >= 11
                ? node.input(1).flatMap(graph::knownIntegers)
                : node.intsAttribute("pads");
    }

    private static boolean stepsForward(WorkGraph graph, Node node) {
        return node.input(4).isEmpty()
                || node.input(4)
                        .flatMap(graph::knownIntegers)
                        .filter(steps -> isAll(steps, 1))
                        .isPresent();
    }

    private static boolean crops(Node node) {
        return node.stringAttribute("coordinate_transformation_mode", "")
                .equals("tf_crop_and_resize");
    }

    private static boolean isPoolOfOne(Node node) {
        return node.outputs().size() == 1
                && isOnes(node.intsAttribute("kernel_shape").orElse(List.of(0L)))
                && isOnes(node.intsAttribute("strides").orElse(List.of()))
                && node.intsAttribute("pads").orElse(List.of()).stream().allMatch(p -> p == 0);
    }

    private static boolean isOnes(List<Long> values) {
        return values.stream().allMatch(value -> value == 1);
    }

    private static boolean isAll(List<Long> values, long value) {
        return values.stream().allMatch(each -> each == value);
    }

    /// The other input, if one is a constant that does nothing to it and does not stretch it.
    private static Optional<String> neutral(
            WorkGraph graph, Node node, double number, boolean commutes) {
        if (node.inputs().size() != 2) {
            return Optional.empty();
        }
        for (int position = commutes ? 0 : 1; position < 2; position++) {
            var other = node.inputs().get(1 - position);
            var constant = graph.constant(node.inputs().get(position));
            if (constant.filter(c -> doesNotStretch(graph, c, other)).isPresent()
                    && constant.filter(c -> isNeutral(c, number)).isPresent()) {
                return Optional.of(other);
            }
        }
        return Optional.empty();
    }

    private static boolean isNeutral(Tensor constant, double number) {
        return constant.type() != DataType.UNDEFINED && ConstantValues.isAll(constant, number);
    }

    private static boolean doesNotStretch(WorkGraph graph, Tensor constant, String value) {
        var shape = graph.shape(value);
        if (shape.isEmpty() || constant.sizes().size() > shape.get().rank()) {
            return false;
        }
        int offset = shape.get().rank() - constant.sizes().size();
        for (int axis = 0; axis < constant.sizes().size(); axis++) {
            long size = constant.sizes().get(axis);
            if (size != 1 && shape.get().size(axis + offset).orElse(-1) != size) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> chosen(WorkGraph graph, Node node) {
        var condition = node.input(0).flatMap(graph::constant);
        if (condition.isEmpty()) {
            return Optional.empty();
        }
        int position =
                ConstantValues.isAll(condition.get(), 1)
                        ? 1
                        : ConstantValues.isAll(condition.get(), 0) ? 2 : 0;
        return node.input(position)
                .filter(_ -> position > 0)
                .filter(value -> Reshapes.hasSameShape(graph, value, node.outputs().getFirst()));
    }

    private static Optional<String> repeated(WorkGraph graph, Node node) {
        var inner = node.input(0).flatMap(graph::producer).map(Cell::node);
        if (inner.isEmpty() || !inner.get().is(node.opType())) {
            return Optional.empty();
        }
        if (IDEMPOTENT.contains(node.opType())) {
            return node.input(0);
        }
        return INVOLUTIONS.contains(node.opType()) ? inner.get().input(0) : Optional.empty();
    }
}
