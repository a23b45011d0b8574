package dev.lathe.model.shape;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Dimension.Fixed;
import dev.lathe.model.graph.Shape;
import java.util.ArrayList;
import java.util.List;

/// Operators that pick elements by index, or put elements at indices.
final class GatherRules {

    private GatherRules() {}

    static void register(RuleBook book) {
        book.standard(GatherRules::gather, "Gather");
        book.standard(GatherRules::gatherElements, "GatherElements");
        book.standard(GatherRules::gatherNd, "GatherND");
        book.microsoft(GatherRules::gatherNd, "GatherND");
        book.standard(
                ElementwiseRules::same,
                "Scatter",
                "ScatterElements",
                "ScatterND",
                "TensorScatter",
                "ReverseSequence");
        book.standard(GatherRules::compress, "Compress");
        book.standard(GatherRules::oneHot, "OneHot");
    }

    private static void gather(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        var data = call.shape(0);
        var indices = call.shape(1);
        int axis = Call.axis(call.node().intAttribute("axis", 0), data.rank());
        var result = new ArrayList<>(data.dimensions());
        result.remove(axis);
        result.addAll(axis, indices.dimensions());
        call.give(0, call.element(0), new Shape(result));
        if (data.rank() == 1) {
            call.give(0, picked(call.content(0), call.content(1)));
        }
    }

    private static Content picked(Content data, Content indices) {
        var elements = new ArrayList<Scalar>();
        for (Dimension index : indices.dimensions()) {
            elements.add(
                    index instanceof Fixed(long at)
                            ? data.elements().get(Math.toIntExact(at < 0 ? at + data.size() : at))
                            : Scalar.UNKNOWN);
        }
        return new Content(indices.sizes(), elements);
    }

    private static void gatherElements(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        call.give(0, call.element(0), call.shape(1));
    }

    private static void gatherNd(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        var data = call.shape(0);
        var indices = call.shape(1);
        long depth = indices.size(-1).orElseThrow(NotInferableException::new);
        long taken = Math.addExact(call.node().intAttribute("batch_dims", 0), depth);
        var result = new ArrayList<>(indices.dimensions().subList(0, indices.rank() - 1));
        result.addAll(data.dimensions().subList(Math.toIntExact(taken), data.rank()));
        call.give(0, call.element(0), new Shape(result));
    }

    private static void compress(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        var axis = call.node().findInt("axis");
        if (axis.isEmpty()) {
            call.give(0, call.element(0), new Shape(List.of(Dimension.UNKNOWN)));
            return;
        }
        var shape = call.shape(0);
        call.give(
                0,
                call.element(0),
                shape.with(Call.axis(axis.getAsLong(), shape.rank()), Dimension.UNKNOWN));
    }

    /// The indices with an axis of the given depth put in.
    private static void oneHot(Call call) throws NotInferableException {
        DataType element = call.element(2);
        call.give(0, element);
        var result = new ArrayList<>(call.shape(0).dimensions());
        int axis = Call.axis(call.node().intAttribute("axis", -1), result.size() + 1);
        var depth = call.findContent(1);
        result.add(
                axis,
                depth.isPresent() ? Dimension.of((long) depth.get().number(0)) : Dimension.UNKNOWN);
        call.give(0, element, new Shape(result));
    }
}
