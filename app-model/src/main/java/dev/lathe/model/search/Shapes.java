package dev.lathe.model.search;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.ValueType;
import dev.lathe.model.graph.ValueType.MapType;
import dev.lathe.model.graph.ValueType.OpaqueType;
import dev.lathe.model.graph.ValueType.OptionalType;
import dev.lathe.model.graph.ValueType.SequenceType;
import dev.lathe.model.graph.ValueType.SparseTensorType;
import dev.lathe.model.graph.ValueType.TensorType;
import dev.lathe.model.search.Term.Extent;
import dev.lathe.model.search.Term.ShapeTerm;
import java.util.List;
import java.util.Optional;

/// Holds shapes and element types against a query.
final class Shapes {
    private static final String ANY = "?";
    private static final String SCALAR = "scalar";

    private Shapes() {}

    /// The match of a shape with some dimensions in a row; empty if it has none.
    static Optional<Match> find(ValueType type, ShapeTerm term) {
        return shape(type).flatMap(shape -> find(shape, term));
    }

    /// The element type; undefined for a type that has none.
    static DataType element(ValueType type) {
        return switch (type) {
            case TensorType(var element, _) -> element;
            case SparseTensorType(var element, _) -> element;
            case SequenceType(var inner) -> element(inner);
            case OptionalType(var inner) -> element(inner);
            case MapType(_, var value) -> element(value);
            case OpaqueType _ -> DataType.UNDEFINED;
        };
    }

    private static Optional<Shape> shape(ValueType type) {
        return switch (type) {
            case TensorType(_, var shape) -> shape;
            case SparseTensorType(_, var shape) -> shape;
            case SequenceType(var inner) -> shape(inner);
            case OptionalType(var inner) -> shape(inner);
            case MapType _, OpaqueType _ -> Optional.empty();
        };
    }

    private static Optional<Match> find(Shape shape, ShapeTerm term) {
        var dimensions = shape.dimensions();
        int length = term.part().size();
        if (dimensions.isEmpty()) {
            return term.part().equals(List.of(SCALAR))
                    ? Optional.of(Match.all(Field.SHAPE, SCALAR))
                    : Optional.empty();
        }
        if (term.extent() == Extent.WHOLE && dimensions.size() != length) {
            return Optional.empty();
        }
        for (int at = 0; at + length <= dimensions.size(); at++) {
            if (fits(term.part(), dimensions.subList(at, at + length))) {
                return Optional.of(mark(dimensions, at, length));
            }
        }
        return Optional.empty();
    }

    private static boolean fits(List<String> part, List<Dimension> dimensions) {
        for (int i = 0; i < part.size(); i++) {
            var asked = part.get(i);
            if (!asked.equals(ANY) && !asked.equalsIgnoreCase(dimensions.get(i).toString())) {
                return false;
            }
        }
        return true;
    }

    private static Match mark(List<Dimension> dimensions, int at, int length) {
        var text = new StringBuilder();
        int from = 0;
        int to = 0;
        for (int i = 0; i < dimensions.size(); i++) {
            text.append(i == 0 ? "" : "×");
            from = i == at ? text.length() : from;
            text.append(dimensions.get(i));
            to = i == at + length - 1 ? text.length() : to;
        }
        return new Match(Field.SHAPE, text.toString(), from, to);
    }
}
