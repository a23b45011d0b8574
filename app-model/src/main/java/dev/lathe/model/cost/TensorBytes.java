package dev.lathe.model.cost;

import dev.lathe.model.shape.InferredTypes;
import java.util.OptionalLong;

/// The bytes that a value takes.
final class TensorBytes {

    private TensorBytes() {}

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
