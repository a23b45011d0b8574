package dev.lathe.model.shape;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.ValueType;
import dev.lathe.model.graph.ValueType.TensorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Operators that run graphs: If, Loop, Scan.
final class ControlFlowRules {

    /// How often a Loop's body is inferred while the shapes of its state still change.
    private static final int MOST_PASSES = 3;

    private ControlFlowRules() {}

    static void register(RuleBook book) {
        book.standard(ControlFlowRules::branch, "If");
        book.standard(ControlFlowRules::loop, "Loop");
        book.standard(ControlFlowRules::scan, "Scan");
    }

    /// The types of a graph's outputs when its inputs have the given types.
    static List<Optional<ValueType>> run(Call call, Graph graph, List<Optional<ValueType>> inputs)
            throws NotInferableException {
        return run(call, graph, call.scope().inside(graph), inputs);
    }

    /// Infers a graph whose inputs are only what it states itself.
    static void runApart(Call call, Graph graph) throws NotInferableException {
        run(call, graph, call.scope().apart(graph), List.of());
    }

    private static List<Optional<ValueType>> run(
            Call call, Graph graph, Scope scope, List<Optional<ValueType>> inputs)
            throws NotInferableException {
        int values = graph.inputs().size() + graph.initializers().size();
        if (scope.isTooDeep() || !scope.spends(values)) {
            throw new NotInferableException();
        }
        new GraphInference(graph, scope).run(inputs);
        call.scope().put(graph, scope.inferred());
        return graph.outputs().stream().map(output -> scope.type(output.name())).toList();
    }

    /// What both branches agree on, or what the branch gives that a known condition chooses.
    private static void branch(Call call) throws NotInferableException {
        var yes = run(call, call.graph("then_branch"), List.of());
        var no = run(call, call.graph("else_branch"), List.of());
        if (call.findContent(0).orElse(Content.scalar(Scalar.UNKNOWN)).dimension(0)
                instanceof Dimension.Fixed(long condition)) {
            yes = condition != 0 ? yes : no;
            no = yes;
        }
        for (int i = 0; i < Math.min(yes.size(), no.size()); i++) {
            var other = no.get(i);
            int output = i;
            yes.get(i)
                    .flatMap(type -> other.flatMap(b -> TypeMerge.union(type, b)))
                    .ifPresent(type -> call.give(output, type));
        }
    }

    /// Inputs: trip count, condition, states. Body: turn, condition, states to condition, states,
    /// scans. A state whose shape the body changes is known only in what stays the same.
    private static void loop(Call call) throws NotInferableException {
        var body = call.graph("body");
        int states = call.inputs() - 2;
        var types = new ArrayList<Optional<ValueType>>();
        for (int i = 0; i < states; i++) {
            types.add(call.findType(i + 2));
        }
        List<Optional<ValueType>> results = List.of();
        for (int pass = 0; pass <= MOST_PASSES; pass++) {
            results = run(call, body, loopInputs(types));
            if (!generalize(types, results, pass == MOST_PASSES - 1)) {
                break;
            }
        }
        for (int i = 0; i < call.outputs(); i++) {
            int output = i;
            if (i < states) {
                types.get(i).ifPresent(type -> call.give(output, type));
            } else if (i + 1 < results.size()) {
                results.get(i + 1)
                        .flatMap(type -> stacked(type, 0, Dimension.UNKNOWN))
                        .ifPresent(type -> call.give(output, type));
            }
        }
    }

    private static List<Optional<ValueType>> loopInputs(List<Optional<ValueType>> states) {
        var inputs = new ArrayList<Optional<ValueType>>();
        inputs.add(Optional.of(new TensorType(DataType.INT64, Shape.SCALAR)));
        inputs.add(Optional.of(new TensorType(DataType.BOOL, Shape.SCALAR)));
        inputs.addAll(states);
        return inputs;
    }

    /// Takes back what the body's results contradict; says whether that was anything.
    ///
    /// @param giveUp whether a state that still changes loses its shape
    private static boolean generalize(
            List<Optional<ValueType>> states, List<Optional<ValueType>> results, boolean giveUp) {
        boolean changed = false;
        for (int i = 0; i < states.size() && i + 1 < results.size(); i++) {
            var result = results.get(i + 1);
            var state = states.get(i);
            if (state.isEmpty() || result.isEmpty() || state.equals(result)) {
                continue;
            }
            var common = TypeMerge.union(state.get(), result.get());
            if (giveUp && common.isPresent() && common.get() instanceof TensorType(var e, _)) {
                common = Optional.of(new TensorType(e, Optional.empty()));
            }
            changed |= !common.equals(state);
            states.set(i, common);
        }
        return changed;
    }

    /// Inputs: states, then sequences along an axis. Body: states, slices to states, scans.
    private static void scan(Call call) throws NotInferableException {
        boolean old = call.opset() < 9;
        var body = call.graph("body");
        int first = old ? 1 : 0; // version 8 began with sequence lengths and had a batch axis
        int sequences = Math.toIntExact(call.node().intAttribute("num_scan_inputs", 0));
        int states = call.inputs() - first - sequences;
        var axes = call.node().intsAttribute("scan_input_axes").orElse(List.of());
        var inputs = new ArrayList<Optional<ValueType>>();
        var length = Dimension.UNKNOWN;
        for (int i = 0; i < states + sequences; i++) {
            var type = call.findType(i + first);
            if (old) {
                type = type.flatMap(t -> without(t, 0));
            }
            if (i >= states) {
                long axis = i - states < axes.size() ? axes.get(i - states) : 0;
                length = DimensionMath.merge(length, size(type, axis));
                type = type.flatMap(t -> without(t, axis));
            }
            inputs.add(type);
        }
        var batch = old ? size(call.findType(first), 0) : Dimension.UNKNOWN;
        var results = run(call, body, inputs);
        var outputAxes = call.node().intsAttribute("scan_output_axes").orElse(List.of());
        for (int i = 0; i < Math.min(call.outputs(), results.size()); i++) {
            var type = i < states && inputs.get(i).isPresent() ? inputs.get(i) : results.get(i);
            if (i >= states) {
                long axis = i - states < outputAxes.size() ? outputAxes.get(i - states) : 0;
                var steps = length;
                type = type.flatMap(t -> stacked(t, axis, steps));
            }
            if (old) {
                type = type.flatMap(t -> stacked(t, 0, batch));
            }
            int output = i;
            type.ifPresent(t -> call.give(output, t));
        }
    }

    private static Dimension size(Optional<ValueType> type, long axis)
            throws NotInferableException {
        return type.isPresent()
                        && type.get() instanceof TensorType(_, var shape)
                        && shape.isPresent()
                ? shape.get().get(Call.axis(axis, shape.get().rank()))
                : Dimension.UNKNOWN;
    }

    private static Optional<ValueType> without(ValueType type, long axis) {
        if (!(type instanceof TensorType(var element, var shape))) {
            return Optional.empty();
        }
        return Optional.of(
                new TensorType(
                        element,
                        shape.map(s -> {
                            var dimensions = new ArrayList<>(s.dimensions());
                            dimensions.remove(Math.toIntExact(axis < 0 ? axis + s.rank() : axis));
                            return new Shape(dimensions);
                        })));
    }

    private static Optional<ValueType> stacked(ValueType type, long axis, Dimension size) {
        if (!(type instanceof TensorType(var element, var shape))) {
            return Optional.empty();
        }
        return Optional.of(
                new TensorType(
                        element,
                        shape.map(s -> {
                            var dimensions = new ArrayList<>(s.dimensions());
                            int at = Math.toIntExact(axis < 0 ? axis + s.rank() + 1 : axis);
                            dimensions.add(at, size);
                            return new Shape(dimensions);
                        })));
    }
}
