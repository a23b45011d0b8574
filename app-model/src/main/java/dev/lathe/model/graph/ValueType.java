package dev.lathe.model.graph;

import java.util.Optional;

/// The type of a value that flows along an edge.
public sealed interface ValueType {

    /// A dense tensor.
    ///
    /// @param shape empty if not even the rank is known
    record TensorType(DataType element, Optional<Shape> shape) implements ValueType {
        /// A tensor of a known rank.
        public TensorType(DataType element, Shape shape) {
            this(element, Optional.of(shape));
        }
    }

    /// A sequence of values of one type.
    record SequenceType(ValueType element) implements ValueType {}

    /// A value that may be absent.
    record OptionalType(ValueType element) implements ValueType {}

    /// A map from a scalar key.
    record MapType(DataType key, ValueType value) implements ValueType {}

    /// A sparse tensor.
    record SparseTensorType(DataType element, Optional<Shape> shape) implements ValueType {}

    /// A type that this version does not know, under the name it gives itself.
    record OpaqueType(String name) implements ValueType {}
}
