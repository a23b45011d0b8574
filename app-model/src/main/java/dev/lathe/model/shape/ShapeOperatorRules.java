package dev.lathe.model.shape;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Dimension.Fixed;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.shape.Scalar.Whole;
import java.util.ArrayList;
import java.util.List;

/// Operators whose outputs hold sizes: Shape, Size, Range.
final class ShapeOperatorRules {

    private ShapeOperatorRules() {}

    static void register(RuleBook book) {
        book.standard(ShapeOperatorRules::shape, "Shape");
        book.standard(ShapeOperatorRules::size, "Size");
        book.standard(ShapeOperatorRules::range, "Range");
    }

    private static void shape(Call call) throws NotInferableException {
        call.give(0, DataType.INT64, new Shape(List.of(Dimension.UNKNOWN)));
        var dimensions = call.shape(0).dimensions();
        int rank = dimensions.size();
        int from = clamp(call.node().intAttribute("start", 0), rank);
        int to = clamp(call.node().intAttribute("end", rank), rank);
        var part = dimensions.subList(from, Math.max(from, to));
        call.give(0, DataType.INT64, Shape.of(part.size()));
        call.give(0, Content.of(part));
    }

    private static int clamp(long position, int rank) {
        return Math.clamp(position < 0 ? position + rank : position, 0, rank);
    }

    private static void size(Call call) throws NotInferableException {
        call.give(0, DataType.INT64, Shape.SCALAR);
        var count = DimensionMath.product(call.shape(0).dimensions());
        call.give(0, Content.scalar(new Whole(count)));
    }

    private static void range(Call call) throws NotInferableException {
        var element = call.element(0);
        call.give(0, element, new Shape(List.of(Dimension.UNKNOWN)));
        var start = call.content(0);
        var limit = call.content(1);
        var delta = call.content(2);
        if (start.dimension(0) instanceof Fixed(long from)
                && delta.dimension(0) instanceof Fixed(long by)) {
            if (limit.dimension(0) instanceof Fixed(long to)) {
                giveWholes(call, from, to, by);
            } else if (by == 1) {
                var count = DimensionMath.add(limit.dimension(0), -from);
                call.give(0, element, new Shape(List.of(count)));
            }
            return;
        }
        double steps = (limit.number(0) - start.number(0)) / delta.number(0);
        call.give(0, element, Shape.of((long) Math.max(0, Math.ceil(steps))));
    }

    private static void giveWholes(Call call, long from, long to, long by)
            throws NotInferableException {
        long count = Math.max(0, Math.ceilDiv(Math.subtractExact(to, from), by));
        call.give(0, call.element(0), Shape.of(count));
        if (count <= Content.LIMIT) {
            var elements = new ArrayList<Scalar>((int) count);
            for (int i = 0; i < count; i++) {
                elements.add(Scalar.of(from + i * by));
            }
            call.give(0, Content.vector(elements));
        }
    }
}
