package dev.lathe.model.shape;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Dimension.Fixed;
import dev.lathe.model.graph.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Operators that keep all elements in their order and change the dimensions.
final class ReshapeRules {

    private ReshapeRules() {}

    static void register(RuleBook book) {
        book.standard(ReshapeRules::reshape, "Reshape");
        book.standard(ReshapeRules::flatten, "Flatten");
        book.standard(ReshapeRules::squeeze, "Squeeze");
        book.standard(ReshapeRules::unsqueeze, "Unsqueeze");
    }

    private static void give(Call call, Shape shape) throws NotInferableException {
        call.give(0, call.element(0), shape);
        if (call.findContent(0).isPresent()) {
            call.give(0, call.content(0).reshaped(shape));
        }
    }

    private static void reshape(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        if (call.has(1) && call.findContent(1).isEmpty()) {
            giveUnknown(call, call.element(0), 1);
            return;
        }
        var target =
                call.has(1)
                        ? call.content(1).dimensions()
                        : call
                                .node()
                                .intsAttribute("shape")
                                .orElseThrow(NotInferableException::new)
                                .stream()
                                .map(Dimension::of)
                                .toList();
        give(call, reshaped(call, target));
    }

    /// A tensor of which only the rank is known: the length of the vector at an input.
    static void giveUnknown(Call call, DataType element, int vector) throws NotInferableException {
        long rank = call.shape(vector, 1).size(0).orElseThrow(NotInferableException::new);
        call.give(0, element, Ranks.unknown(rank));
    }

    /// A target in which 0 stands for the input's own dimension and -1 for the rest.
    private static Shape reshaped(Call call, List<Dimension> target) throws NotInferableException {
        boolean zeroCopies = call.node().intAttribute("allowzero", 0) == 0;
        var input = call.findShape(0);
        var result = new ArrayList<Dimension>();
        int rest = -1;
        for (int i = 0; i < target.size(); i++) {
            var dimension = target.get(i);
            if (dimension instanceof Fixed(long size) && size == -1) {
                rest = i;
                result.add(Dimension.UNKNOWN);
            } else if (dimension instanceof Fixed(long size) && size == 0 && zeroCopies) {
                int axis = i;
                result.add(input.map(shape -> shape.get(axis)).orElse(Dimension.UNKNOWN));
            } else {
                result.add(dimension);
            }
        }
        var open = rest >= 0 ? rest : result.indexOf(Dimension.UNKNOWN);
        if (open >= 0 && input.isPresent()) {
            var others = new ArrayList<>(result);
            others.remove(open);
            result.set(open, DimensionMath.quotient(input.get().dimensions(), others));
        }
        return new Shape(result);
    }

    private static void flatten(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        var dimensions = call.shape(0).dimensions();
        long stated = call.node().intAttribute("axis", 1);
        int axis = Math.toIntExact(stated < 0 ? stated + dimensions.size() : stated);
        give(
                call,
                new Shape(
                        List.of(
                                DimensionMath.product(dimensions.subList(0, axis)),
                                DimensionMath.product(
                                        dimensions.subList(axis, dimensions.size())))));
    }

    private static void squeeze(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        var shape = call.shape(0);
        var axes = call.integers("axes", 1).orElse(List.of());
        var result = new ArrayList<Dimension>();
        if (axes.isEmpty()) {
            for (Dimension dimension : shape.dimensions()) {
                if (!(dimension instanceof Fixed)) {
                    throw new NotInferableException();
                }
                if (!DimensionMath.isOne(dimension)) {
                    result.add(dimension);
                }
            }
        } else {
            var dropped = new HashSet<>(Call.axes(axes, shape.rank()));
            for (int i = 0; i < shape.rank(); i++) {
                if (!dropped.contains(i)) {
                    result.add(shape.get(i));
                }
            }
        }
        give(call, new Shape(result));
    }

    private static void unsqueeze(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        var shape = call.shape(0);
        var axes = call.integers("axes", 1).orElseThrow(NotInferableException::new);
        int rank = shape.rank() + axes.size();
        var added = new HashSet<>(Call.axes(axes, rank));
        if (added.size() != axes.size()) {
            throw new NotInferableException();
        }
        var rest = shape.dimensions().iterator();
        var result = new ArrayList<Dimension>();
        for (int i = 0; i < rank; i++) {
            result.add(added.contains(i) ? Dimension.of(1) : rest.next());
        }
        give(call, new Shape(result));
    }
}
