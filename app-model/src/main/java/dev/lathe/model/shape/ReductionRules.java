package dev.lathe.model.shape;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.shape.ContentMath.Arithmetic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reductions over axes.
final class ReductionRules {

    private ReductionRules() {}

    static void register(RuleBook book) {
        book.standard(
                ReductionRules::reduce,
                "ReduceL1",
                "ReduceL2",
                "ReduceLogSum",
                "ReduceLogSumExp",
                "ReduceMean",
                "ReduceSumSquare");
        book.standard(
                folding(new Arithmetic(DimensionMath::multiply, (x, y) -> x * y)), "ReduceProd");
        book.standard(folding(new Arithmetic(DimensionMath::add, Double::sum)), "ReduceSum");
        book.standard(
                folding(new Arithmetic(ContentMath.known(Math::max), Math::max)), "ReduceMax");
        book.standard(
                folding(new Arithmetic(ContentMath.known(Math::min), Math::min)), "ReduceMin");
        book.standard(ReductionRules::argument, "ArgMax", "ArgMin");
        book.microsoft(call -> byAttribute(call, DataType.INT32), "ReduceSumInteger");
        book.microsoft(call -> byAttribute(call, call.element(0)), "QLinearReduceMean");
    }

    private static void reduce(Call call) throws NotInferableException {
        var element = call.element(0);
        call.give(0, element);
        boolean keep = call.node().intAttribute("keepdims", 1) != 0;
        var shape = call.findShape(0);
        if (call.has(1) && call.findContent(1).isEmpty()) {
            giveUnknownAxes(call, element, shape, keep);
            return;
        }
        var axes = call.integers("axes", 1).orElse(List.of());
        if (axes.isEmpty() && call.node().intAttribute("noop_with_empty_axes", 0) != 0) {
            call.give(0, call.type(0));
            return;
        }
        if (axes.isEmpty() && !keep) {
            call.give(0, element, Shape.SCALAR);
            return;
        }
        var known = shape.orElseThrow(NotInferableException::new);
        call.give(0, element, reduced(known, Set.copyOf(Call.axes(axes, known.rank())), keep));
    }

    /// A reduction whose axes are always an attribute.
    private static void byAttribute(Call call, DataType element) throws NotInferableException {
        call.give(0, element);
        boolean keep = call.node().intAttribute("keepdims", 1) != 0;
        var axes = call.node().intsAttribute("axes").orElse(List.of());
        var shape = call.shape(0);
        call.give(0, element, reduced(shape, Set.copyOf(Call.axes(axes, shape.rank())), keep));
    }

    /// Axes that only a run knows: the rank is known if the axes stay, or if their number is known.
    private static void giveUnknownAxes(
            Call call, DataType element, Optional<Shape> shape, boolean keep)
            throws NotInferableException {
        long rank = shape.orElseThrow(NotInferableException::new).rank();
        if (!keep) {
            var count = call.shape(1, 1).size(0);
            if (count.isEmpty() || count.getAsLong() == 0) {
                throw new NotInferableException();
            }
            rank -= count.getAsLong();
        }
        call.give(0, element, Ranks.unknown(rank));
    }

    /// @param axes none for all
    private static Shape reduced(Shape shape, Set<Integer> axes, boolean keep) {
        var result = new ArrayList<Dimension>();
        for (int i = 0; i < shape.rank(); i++) {
            if (!axes.isEmpty() && !axes.contains(i)) {
                result.add(shape.get(i));
            } else if (keep) {
                result.add(Dimension.of(1));
            }
        }
        return new Shape(result);
    }

    /// A reduction whose result is followed when it folds a whole vector.
    private static Rule folding(ContentMath.Binary function) {
        return call -> {
            reduce(call);
            var content = call.content(0);
            if (content.sizes().size() != 1 || content.size() == 0) {
                return;
            }
            var axes = call.integers("axes", 1).orElse(List.of());
            if (axes.isEmpty() && call.node().intAttribute("noop_with_empty_axes", 0) != 0) {
                return;
            }
            var result = content.elements().getFirst();
            for (int i = 1; i < content.size(); i++) {
                result = function.apply(result, content.elements().get(i));
            }
            boolean keep = call.node().intAttribute("keepdims", 1) != 0;
            call.give(0, keep ? Content.vector(List.of(result)) : Content.scalar(result));
        };
    }

    private static void argument(Call call) throws NotInferableException {
        call.give(0, DataType.INT64);
        var shape = call.shape(0);
        int axis = Call.axis(call.node().intAttribute("axis", 0), shape.rank());
        boolean keep = call.node().intAttribute("keepdims", 1) != 0;
        call.give(0, DataType.INT64, reduced(shape, new HashSet<>(List.of(axis)), keep));
    }
}
