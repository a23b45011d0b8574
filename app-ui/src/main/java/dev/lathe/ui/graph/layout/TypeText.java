package dev.lathe.ui.graph.layout;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.ValueType;
import dev.lathe.model.graph.ValueType.MapType;
import dev.lathe.model.graph.ValueType.OpaqueType;
import dev.lathe.model.graph.ValueType.OptionalType;
import dev.lathe.model.graph.ValueType.SequenceType;
import dev.lathe.model.graph.ValueType.SparseTensorType;
import dev.lathe.model.graph.ValueType.TensorType;
import java.util.Optional;

/// Types as short texts: `1×64×56×56`, `int64 1×128`, `bool scalar`.
public final class TypeText {
    private static final int LONGEST_SYMBOL = 14;

    private TypeText() {}

    /// A type as it stands beside an edge: the element type only if it is not float32.
    public static String of(ValueType type) {
        return switch (type) {
            case TensorType(var element, var shape) -> tensor(element, shape);
            case SparseTensorType(var element, var shape) -> "sparse " + tensor(element, shape);
            case SequenceType(var element) -> "[" + of(element) + "]";
            case OptionalType(var element) -> of(element) + "?";
            case MapType(var key, var value) -> key.label() + " → " + of(value);
            case OpaqueType(var name) -> name;
        };
    }

    /// A shape with long symbols cut.
    public static String of(Shape shape) {
        var text = new StringBuilder();
        for (var dimension : shape.dimensions()) {
            var size = dimension.toString();
            text.append(text.isEmpty() ? "" : "×")
                    .append(
                            size.length() > LONGEST_SYMBOL
                                    ? size.substring(0, LONGEST_SYMBOL - 1) + "…"
                                    : size);
        }
        return text.toString();
    }

    private static String tensor(DataType element, Optional<Shape> shape) {
        boolean plain = element == DataType.FLOAT;
        var sizes = shape.map(s -> s.rank() == 0 ? "scalar" : of(s)).orElse("");
        return plain ? sizes : (element.label() + " " + sizes).strip();
    }
}
