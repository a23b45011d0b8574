package dev.lathe.model.shape;

import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Shape;
import java.util.ArrayList;
import java.util.List;

/// Operators that repeat elements or put others around them: Expand, Tile, Pad.
final class StretchRules {

    private StretchRules() {}

    static void register(RuleBook book) {
        book.standard(StretchRules::expand, "Expand");
        book.standard(StretchRules::tile, "Tile");
        book.standard(StretchRules::pad, "Pad");
        book.standard(StretchRules::cropPad, "CenterCropPad");
    }

    private static void expand(Call call) throws NotInferableException {
        var element = call.element(0);
        call.give(0, element);
        var target = call.findContent(1);
        if (target.isEmpty()) {
            long rank = call.shape(1, 1).size(0).orElseThrow(NotInferableException::new);
            var unknown = Ranks.unknown(rank);
            call.give(0, element, Broadcast.of(call.shape(0), unknown));
            return;
        }
        var shape = Broadcast.of(call.shape(0), new Shape(target.get().dimensions()));
        call.give(0, element, shape);
        var content = call.content(0);
        call.give(0, ContentMath.expand(content, Content.filled(shape, Scalar.UNKNOWN)));
    }

    private static void tile(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        var shape = call.shape(0);
        var repeats = call.findContent(1);
        if (call.has(2)) {
            giveTiledAxis(call, shape);
            return;
        }
        var result = new ArrayList<Dimension>();
        for (int i = 0; i < shape.rank(); i++) {
            int axis = i;
            result.add(
                    repeats.filter(r -> axis < r.size())
                            .map(r -> DimensionMath.multiply(shape.get(axis), r.dimension(axis)))
                            .orElse(Dimension.UNKNOWN));
        }
        call.give(0, call.element(0), new Shape(result));
    }

    /// Version 1 took a count and an axis.
    private static void giveTiledAxis(Call call, Shape shape) throws NotInferableException {
        call.give(0, call.element(0), Ranks.unknown(shape.rank()));
        int axis = Call.axis((long) call.content(2).number(0), shape.rank());
        var count = Dimension.of((long) call.content(1).number(0));
        call.give(
                0,
                call.element(0),
                shape.with(axis, DimensionMath.multiply(shape.get(axis), count)));
    }

    private static void pad(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        var shape = call.shape(0);
        if (call.has(1) && call.findContent(1).isEmpty()) {
            call.give(0, call.element(0), Ranks.unknown(shape.rank()));
            return;
        }
        var pads = pads(call);
        var axes =
                call.has(3)
                        ? Call.axes(call.content(3).wholes(), shape.rank())
                        : java.util.stream.IntStream.range(0, shape.rank()).boxed().toList();
        if (pads.size() != 2 * axes.size()) {
            throw new NotInferableException();
        }
        var result = shape;
        for (int i = 0; i < axes.size(); i++) {
            var grown = DimensionMath.add(shape.get(axes.get(i)), pads.get(i));
            result = result.with(axes.get(i), DimensionMath.add(grown, pads.get(i + axes.size())));
        }
        call.give(0, call.element(0), result);
    }

    private static List<Dimension> pads(Call call) throws NotInferableException {
        if (call.has(1)) {
            return call.content(1).dimensions();
        }
        var stated =
                call.node().intsAttribute("pads").or(() -> call.node().intsAttribute("paddings"));
        return stated.orElseThrow(NotInferableException::new).stream().map(Dimension::of).toList();
    }

    private static void cropPad(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        var shape = call.shape(0);
        var stated = call.node().intsAttribute("axes");
        var axes =
                stated.isPresent()
                        ? Call.axes(stated.get(), shape.rank())
                        : java.util.stream.IntStream.range(0, shape.rank()).boxed().toList();
        var result = shape;
        var target = call.findContent(1);
        for (int i = 0; i < axes.size(); i++) {
            int position = i;
            result =
                    result.with(
                            axes.get(i),
                            target.map(sizes -> sizes.dimension(position))
                                    .orElse(Dimension.UNKNOWN));
        }
        call.give(0, call.element(0), result);
    }
}
