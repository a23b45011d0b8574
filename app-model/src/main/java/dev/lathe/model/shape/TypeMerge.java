package dev.lathe.model.shape;

import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Dimension.Fixed;
import dev.lathe.model.graph.Dimension.Symbolic;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.ValueType;
import dev.lathe.model.graph.ValueType.OptionalType;
import dev.lathe.model.graph.ValueType.SequenceType;
import dev.lathe.model.graph.ValueType.TensorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts together what several sources say of one type.
final class TypeMerge {

    /// No exporter writes longer names; a file that does could make every step slow.
    private static final int LONGEST_SYMBOL = 200;

    private TypeMerge() {}

    /// The type of a constant; of impossible sizes only that it is a tensor.
    static TensorType ofConstant(Tensor constant) {
        var sizes = constant.sizes();
        return Ranks.isPossible(sizes.size()) && sizes.stream().allMatch(size -> size >= 0)
                ? constant.valueType()
                : new TensorType(constant.type(), Optional.empty());
    }

    /// An inferred type, with what the file states filled in where inference knows nothing.
    ///
    /// What is inferred follows from the inputs and the weights and is always kept. A statement
    /// that contradicts it in element type, rank or a size is out of date, and then nothing of it
    /// is believed.
    static ValueType refine(ValueType inferred, ValueType stated) {
        return switch (inferred) {
            case TensorType(var element, var shape)
                    when stated instanceof TensorType(var other, var statedShape)
                            && element == other
                            && statedShape.isPresent() ->
                    shape.isEmpty()
                            ? stated
                            : new TensorType(element, refine(shape.get(), statedShape.get()));
            case SequenceType(var element) when stated instanceof SequenceType(var other) ->
                    new SequenceType(refine(element, other));
            case OptionalType(var element) when stated instanceof OptionalType(var other) ->
                    new OptionalType(refine(element, other));
            default -> inferred;
        };
    }

    private static Shape refine(Shape inferred, Shape stated) {
        if (inferred.rank() != stated.rank()) {
            return inferred;
        }
        var result = new ArrayList<Dimension>(inferred.rank());
        boolean refined = false;
        for (int i = 0; i < inferred.rank(); i++) {
            var ours = inferred.dimensions().get(i);
            var theirs = stated.dimensions().get(i);
            if (ours instanceof Fixed && theirs instanceof Fixed && !ours.equals(theirs)) {
                return inferred;
            }
            boolean fill = ours instanceof Dimension.Unknown && !theirs.equals(ours);
            result.add(fill ? theirs : ours);
            refined |= fill;
        }
        return refined ? new Shape(result) : inferred;
    }

    /// The type of a value that is one of two: what both agree on.
    static Optional<ValueType> union(ValueType a, ValueType b) {
        if (a.equals(b)) {
            return Optional.of(a);
        }
        if (a instanceof OptionalType(var inner)) {
            var other = b instanceof OptionalType(var innerB) ? innerB : b;
            return union(inner, other).map(OptionalType::new);
        }
        if (b instanceof OptionalType) {
            return union(b, a);
        }
        if (a instanceof SequenceType(var inner) && b instanceof SequenceType(var other)) {
            return union(inner, other).map(SequenceType::new);
        }
        if (a instanceof TensorType(var element, var shape)
                && b instanceof TensorType(var other, var otherShape)
                && element == other) {
            return Optional.of(
                    new TensorType(
                            element, shape.flatMap(x -> otherShape.flatMap(y -> union(x, y)))));
        }
        return Optional.empty();
    }

    private static Optional<Shape> union(Shape a, Shape b) {
        if (a.rank() != b.rank()) {
            return Optional.empty();
        }
        var result = new ArrayList<Dimension>(a.rank());
        for (int i = 0; i < a.rank(); i++) {
            var dimension = a.dimensions().get(i);
            result.add(dimension.equals(b.dimensions().get(i)) ? dimension : Dimension.UNKNOWN);
        }
        return Optional.of(new Shape(result));
    }

    /// A stated type with the sizes of symbols put in; a negative size is no size.
    static ValueType bind(ValueType type, Map<String, Long> bindings) {
        return switch (type) {
            case TensorType(var element, var shape) ->
                    new TensorType(element, shape.flatMap(s -> bind(s, bindings)));
            case SequenceType(var element) -> new SequenceType(bind(element, bindings));
            case OptionalType(var element) -> new OptionalType(bind(element, bindings));
            default -> type;
        };
    }

    private static Optional<Shape> bind(Shape shape, Map<String, Long> bindings) {
        if (!Ranks.isPossible(shape.rank())) {
            return Optional.empty();
        }
        if (shape.dimensions().stream().allMatch(d -> d instanceof Fixed(long n) && n >= 0)) {
            return Optional.of(shape);
        }
        return Optional.of(
                new Shape(
                        shape.dimensions().stream()
                                .map(dimension -> bind(dimension, bindings))
                                .toList()));
    }

    private static Dimension bind(Dimension dimension, Map<String, Long> bindings) {
        return switch (dimension) {
            case Symbolic(var symbol) when bindings.containsKey(symbol) ->
                    Dimension.of(bindings.get(symbol));
            case Symbolic(var symbol) when symbol.length() > LONGEST_SYMBOL -> Dimension.UNKNOWN;
            case Fixed(long size) when size < 0 -> Dimension.UNKNOWN;
            default -> dimension;
        };
    }

    /// A type with every unknown dimension named after the value, so that it can be followed.
    static ValueType name(ValueType type, String value, Map<String, Long> bindings) {
        if (!(type instanceof TensorType(var element, var shape)) || shape.isEmpty()) {
            return type;
        }
        var dimensions = new ArrayList<Dimension>();
        for (int i = 0; i < shape.get().rank(); i++) {
            var dimension = shape.get().dimensions().get(i);
            var named = Dimension.of(value + "[" + i + "]");
            dimensions.add(
                    dimension instanceof Dimension.Unknown ? bind(named, bindings) : dimension);
        }
        return new TensorType(element, new Shape(List.copyOf(dimensions)));
    }
}
