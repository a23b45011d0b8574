package dev.lathe.model.graph;

import dev.lathe.model.graph.ValueType.TensorType;
import java.util.Optional;

/// A named value of a graph with what is known of its type.
///
/// @param quantization how its integers stand for reals, if the file says so of the value itself
/// @param extras documentation and metadata from the file
public record Value(
        String name, Optional<ValueType> type, Optional<Quantization> quantization, Extras extras) {

    /// A value that says nothing of quantization.
    public Value(String name, Optional<ValueType> type, Extras extras) {
        this(name, type, Optional.empty(), extras);
    }

    /// A value of a known type.
    public Value(String name, ValueType type) {
        this(name, Optional.of(type), Extras.NONE);
    }

    /// The tensor type, if this value is known to be a dense tensor.
    public Optional<TensorType> tensorType() {
        return type.filter(TensorType.class::isInstance).map(TensorType.class::cast);
    }

    /// The shape, if this value is a dense tensor of known rank.
    public Optional<Shape> shape() {
        return tensorType().flatMap(TensorType::shape);
    }

    /// This value with another type.
    public Value withType(ValueType other) {
        return new Value(name, Optional.of(other), quantization, extras);
    }
}
