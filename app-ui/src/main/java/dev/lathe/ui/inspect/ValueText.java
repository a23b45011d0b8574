package dev.lathe.ui.inspect;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorNumbers;
import dev.lathe.ui.text.Units;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// What small constants hold, as people read it: `[1, -1, 64]`.
final class ValueText {
    private static final long MOST = 16;

    private ValueText() {}

    /// The numbers of a constant, if they are few.
    static Optional<String> of(Tensor tensor) {
        if (tensor.elements() > MOST) {
            return Optional.empty();
        }
        return TensorNumbers.of(tensor).map(numbers -> text(tensor, numbers));
    }

    private static String text(Tensor tensor, TensorNumbers numbers) {
        var elements =
                tensor.type() == DataType.INT64
                        ? Arrays.stream(tensor.toLongs()).mapToObj(Long::toString)
                        : LongStream.range(0, numbers.count())
                                .mapToObj(i -> number(tensor.type(), numbers.get(i)));
        var list = elements.collect(Collectors.joining(", "));
        return tensor.sizes().isEmpty() ? list : "[" + list + "]";
    }

    private static String number(DataType type, double value) {
        if (type == DataType.BOOL) {
            return value == 0 ? "false" : "true";
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1L << 53;
        return whole ? Long.toString((long) value) : Units.number(value);
    }
}
