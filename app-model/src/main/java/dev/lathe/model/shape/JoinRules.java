package dev.lathe.model.shape;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Dimension.Fixed;
import dev.lathe.model.graph.Shape;
import java.util.ArrayList;
import java.util.List;

/// Operators that put tensors together, take them apart, or change the order of axes: Concat,
/// Split, Transpose.
final class JoinRules {

    private JoinRules() {}

    static void register(RuleBook book) {
        book.standard(call -> concat(call, 0, 1), "Concat");
        book.microsoft(JoinRules::concatTraining, "ConcatTraining");
        book.microsoft(call -> concat(call, 2, 3), "QLinearConcat");
        book.standard(JoinRules::split, "Split");
        book.microsoft(JoinRules::split, "SplitTraining");
        book.standard(JoinRules::transpose, "Transpose");
    }

    /// The second output has the lengths of the inputs on the axis.
    private static void concatTraining(Call call) throws NotInferableException {
        call.give(1, DataType.INT64, Shape.of(call.inputs()));
        concat(call, 0, 1);
    }

    /// @param first the first input that is put together
    /// @param step from one such input to the next
    private static void concat(Call call, int first, int step) throws NotInferableException {
        call.give(0, call.element(first));
        int rank = call.shape(first).rank();
        int axis = Call.axis(call.node().intAttribute("axis", 1), rank);
        var result = new ArrayList<>(call.shape(first).dimensions());
        for (int i = first + step; i < call.inputs(); i += step) {
            var other = call.shape(i, rank);
            for (int d = 0; d < rank; d++) {
                result.set(
                        d,
                        d == axis
                                ? DimensionMath.add(result.get(d), other.get(d))
                                : DimensionMath.merge(result.get(d), other.get(d)));
            }
        }
        call.give(0, call.element(first), new Shape(result));
        if (rank == 1) {
            call.give(0, concatenated(call, first, step));
        }
    }

    /// The elements of all inputs in a row; those of an input that is not followed are unknown.
    private static Content concatenated(Call call, int first, int step)
            throws NotInferableException {
        var elements = new ArrayList<Scalar>();
        for (int i = first; i < call.inputs(); i += step) {
            var content = call.findContent(i);
            if (content.isPresent()) {
                elements.addAll(content.get().elements());
                continue;
            }
            long size = call.shape(i, 1).size(0).orElseThrow(NotInferableException::new);
            if (size > Content.LIMIT) {
                throw new NotInferableException();
            }
            for (int k = 0; k < size; k++) {
                elements.add(Scalar.UNKNOWN);
            }
        }
        return Content.vector(elements);
    }

    private static void split(Call call) throws NotInferableException {
        var element = call.element(0);
        for (int i = 0; i < call.outputs(); i++) {
            call.give(i, element);
        }
        var shape = call.shape(0);
        int axis = Call.axis(call.node().intAttribute("axis", 0), shape.rank());
        var sizes = splitSizes(call, shape.get(axis));
        for (int i = 0; i < call.outputs(); i++) {
            call.give(i, element, shape.with(axis, sizes.get(i)));
        }
        giveSplitContents(call, sizes);
    }

    private static List<Dimension> splitSizes(Call call, Dimension whole)
            throws NotInferableException {
        int count = call.outputs();
        if (call.has(1)) {
            var content = call.findContent(1);
            return content.isPresent()
                    ? content.get().dimensions()
                    : java.util.Collections.nCopies(count, Dimension.UNKNOWN);
        }
        var stated = call.node().intsAttribute("split");
        if (stated.isPresent()) {
            return stated.get().stream().map(Dimension::of).toList();
        }
        if (!(whole instanceof Fixed(long size))) {
            var part = DimensionMath.quotient(List.of(whole), List.of(Dimension.of(count)));
            return java.util.Collections.nCopies(
                    count, part.toString().contains("/") ? Dimension.UNKNOWN : part);
        }
        long part = Math.ceilDiv(size, (long) count);
        var result = new ArrayList<Dimension>();
        for (int i = 0; i < count; i++) {
            result.add(Dimension.of(part));
        }
        long last = size - (count - 1) * part;
        result.set(count - 1, last < 0 ? Dimension.UNKNOWN : Dimension.of(last));
        return result;
    }

    private static void giveSplitContents(Call call, List<Dimension> sizes)
            throws NotInferableException {
        var content = call.content(0);
        if (content.sizes().size() != 1) {
            return;
        }
        int from = 0;
        for (int i = 0; i < call.outputs(); i++) {
            if (!(sizes.get(i) instanceof Fixed(long size))) {
                return;
            }
            int to = Math.toIntExact(from + size);
            call.give(i, Content.vector(content.elements().subList(from, to)));
            from = to;
        }
    }

    private static void transpose(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        var shape = call.shape(0);
        int rank = shape.rank();
        var order = call.node().intsAttribute("perm");
        var from = new int[rank];
        var result = new ArrayList<Dimension>();
        for (int i = 0; i < rank; i++) {
            from[i] = order.isPresent() ? Call.axis(order.get().get(i), rank) : rank - 1 - i;
            result.add(shape.get(from[i]));
        }
        call.give(0, call.element(0), new Shape(result));
        var content = call.content(0);
        call.give(
                0,
                content.rearranged(
                        new Shape(result),
                        place -> {
                            var source = new int[rank];
                            for (int i = 0; i < rank; i++) {
                                source[from[i]] = place[i];
                            }
                            return source;
                        }));
    }
}
