package dev.lathe.ui.graph.layout;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// Constants as short texts: the value if it is small, else the shape.
final class ConstantText {
    private static final int MOST_VALUES = 6;

    private ConstantText() {}

    static String of(Tensor tensor, Node reader) {
        if (tensor.sizes().size() <= 1 && isWhole(tensor)) {
            long count = tensor.elements();
            if (tensor.type() == DataType.INT64 && count <= MOST_VALUES && count > 0) {
                return Arrays.stream(tensor.toLongs())
                        .mapToObj(ConstantText::integer)
                        .collect(Collectors.joining(", "));
            }
            if (tensor.type() == DataType.INT32 && count <= MOST_VALUES && count > 0) {
                return Arrays.stream(tensor.toInts())
                        .mapToObj(ConstantText::integer)
                        .collect(Collectors.joining(", "));
            }
            if (count == 1 && tensor.type() == DataType.FLOAT && !reader.opType().equals("Conv")) {
                return number(tensor.toFloats()[0]);
            }
            if (count == 1 && tensor.type().bits() == 8) {
                byte value = tensor.bytes().get().get(ValueLayout.JAVA_BYTE, 0);
                return switch (tensor.type()) {
                    case BOOL -> value == 0 ? "false" : "true";
                    case UINT8 -> Integer.toString(Byte.toUnsignedInt(value));
                    case INT8 -> Byte.toString(value);
                    default -> shape(tensor);
                };
            }
        }
        return shape(tensor);
    }

    /// Whether all elements are there; in a broken file they may not be.
    private static boolean isWhole(Tensor tensor) {
        return tensor.bytes()
                .filter(bytes -> bytes.byteSize() == tensor.type().bytes(tensor.elements()))
                .isPresent();
    }

    /// The shape, with brackets where it could be taken for a value.
    private static String shape(Tensor tensor) {
        if (tensor.sizes().size() != 1) {
            return TypeText.of(tensor.valueType());
        }
        var length = "[" + tensor.sizes().getFirst() + "]";
        return tensor.type() == DataType.FLOAT ? length : tensor.type().label() + " " + length;
    }

    /// A number with at most four significant digits.
    static String number(float value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e6) {
            return Long.toString((long) value);
        }
        if (Float.isInfinite(value) || Math.abs(value) > 3e38f) {
            return value > 0 ? "∞" : "−∞";
        }
        var text = String.format(Locale.ROOT, "%.4g", value);
        return text.contains("e")
                ? text.replaceAll("\\.?0*e", "e")
                : text.replaceAll("\\.?0+$", "");
    }

    private static String integer(long value) {
        if (value >= Integer.MAX_VALUE) {
            return "∞";
        }
        return value <= Integer.MIN_VALUE ? "−∞" : Long.toString(value);
    }
}
