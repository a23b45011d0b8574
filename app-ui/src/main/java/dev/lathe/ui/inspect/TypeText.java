package dev.lathe.ui.inspect;

import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.ValueType;
import dev.lathe.model.graph.ValueType.MapType;
import dev.lathe.model.graph.ValueType.OpaqueType;
import dev.lathe.model.graph.ValueType.OptionalType;
import dev.lathe.model.graph.ValueType.SequenceType;
import dev.lathe.model.graph.ValueType.SparseTensorType;
import dev.lathe.model.graph.ValueType.TensorType;
import java.util.Optional;

/// Types as people write them: `float32 1×64×28×28`.
final class TypeText {
    private TypeText() {}

    static String of(Optional<ValueType> type) {
        return type.map(TypeText::of).orElse("?");
    }

    static String of(ValueType type) {
        return switch (type) {
            case TensorType(var element, var shape) -> element.label() + " " + shape(shape);
            case SparseTensorType(var element, var shape) ->
                    "sparse " + element.label() + " " + shape(shape);
            case SequenceType(var element) -> "seq(" + of(element) + ")";
            case OptionalType(var element) -> "optional(" + of(element) + ")";
            case MapType(var key, var value) -> "map(" + key.label() + ", " + of(value) + ")";
            case OpaqueType(var name) -> name;
        };
    }

    static String of(Tensor tensor) {
        return of(tensor.valueType());
    }

    /// A shape: `1×64`, `[]` for a scalar, `?` if it is not known.
    static String shape(Optional<Shape> shape) {
        return shape.map(s -> s.rank() == 0 ? "[]" : s.toString()).orElse("?");
    }
}
