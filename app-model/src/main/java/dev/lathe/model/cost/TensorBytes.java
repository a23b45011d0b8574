package dev.lathe.model.cost;

import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorContent.Sparse;
import dev.lathe.model.shape.InferredTypes;
import java.util.OptionalLong;

/// The bytes that a value takes.
final class TensorBytes {

    private TensorBytes() {}

    /// The bytes of the elements that a file holds of a constant; of a sparse one without their
    /// positions.
    static long stored(Tensor constant) {
        return constant.content() instanceof Sparse(var values, _)
                ? values.byteSize()
                : constant.byteSize();
    }

    /// The bytes of a dense tensor; empty if its shape is not known or it is no such tensor, or one
    /// of strings.
    static OptionalLong of(String value, InferredTypes types) {
        var type = types.tensorType(value);
        if (type.isEmpty() || type.get().shape().isEmpty() || type.get().element().bits() == 0) {
            return OptionalLong.empty();
        }
        try {
            var elements = MacCount.elements(type.get().shape());
            return elements.isEmpty()
                    ? elements
                    : OptionalLong.of(type.get().element().bytes(elements.getAsLong()));
        } catch (ArithmeticException _) {
            return OptionalLong.empty(); // more bytes than a long counts
        }
    }
}
