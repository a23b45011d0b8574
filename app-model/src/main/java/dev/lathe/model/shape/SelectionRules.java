package dev.lathe.model.shape;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Shape;
import java.util.List;

/// Operators whose outputs hold as many elements as the data decides, or the best of them.
final class SelectionRules {

    private SelectionRules() {}

    static void register(RuleBook book) {
        book.standard(SelectionRules::topK, "TopK");
        book.standard(SelectionRules::nonZero, "NonZero");
        book.standard(SelectionRules::unique, "Unique");
        book.standard(SelectionRules::suppression, "NonMaxSuppression");
    }

    private static void topK(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        call.give(1, DataType.INT64);
        var shape = call.shape(0);
        int axis = Call.axis(call.node().intAttribute("axis", -1), shape.rank());
        var stated = call.node().findInt("k");
        var count =
                stated.isPresent()
                        ? Dimension.of(stated.getAsLong())
                        : call.findContent(1).map(k -> k.dimension(0)).orElse(Dimension.UNKNOWN);
        call.give(0, call.element(0), shape.with(axis, count));
        call.give(1, DataType.INT64, shape.with(axis, count));
    }

    private static void nonZero(Call call) throws NotInferableException {
        call.give(0, DataType.INT64);
        var rank =
                call.findShape(0)
                        .map(shape -> Dimension.of(shape.rank()))
                        .orElse(Dimension.UNKNOWN);
        call.give(0, DataType.INT64, new Shape(List.of(rank, Dimension.UNKNOWN)));
    }

    private static void unique(Call call) throws NotInferableException {
        var vector = new Shape(List.of(Dimension.UNKNOWN));
        for (int i = 1; i < 4; i++) {
            call.give(i, DataType.INT64, vector);
        }
        call.give(0, call.element(0));
        var axis = call.node().findInt("axis");
        if (axis.isEmpty()) {
            call.give(0, call.element(0), vector);
            return;
        }
        var shape = call.shape(0);
        call.give(
                0,
                call.element(0),
                shape.with(Call.axis(axis.getAsLong(), shape.rank()), Dimension.UNKNOWN));
    }

    /// Rows of batch, class and box index.
    private static void suppression(Call call) {
        call.give(0, DataType.INT64, new Shape(List.of(Dimension.UNKNOWN, Dimension.of(3))));
    }
}
