package dev.lathe.model.tensor;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorContent.Strings;
import dev.lathe.model.graph.TensorNumbers;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The elements of a tensor as text, with as many digits as their type holds: integers exactly,
/// floating-point numbers so that reading the text gives the same element again.
public final class ElementText {
    private static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfDouble DOUBLE =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final DataType type;
    private final Source source;

    private ElementText(DataType type, Source source) {
        this.type = type;
        this.source = source;
    }

    private interface Source {
        String text(long position);
    }

    /// The stored elements of a tensor; empty if they are missing or of no type that is known.
    public static Optional<ElementText> of(Tensor tensor) {
        if (tensor.content() instanceof Strings(var elements)) {
            return Optional.of(
                    new ElementText(
                            tensor.type(),
                            at -> new String(elements.get((int) at), StandardCharsets.UTF_8)));
        }
        var type = tensor.type();
        return switch (type) {
            case COMPLEX64, COMPLEX128 ->
                    tensor.bytes().map(bytes -> new ElementText(type, complex(type, bytes)));
            case INT64, UINT64 ->
                    tensor.bytes()
                            .map(bytes -> new ElementText(type, whole(type, bytes)))
                            .or(() -> numbers(tensor));
            default -> numbers(tensor);
        };
    }

    private static Optional<ElementText> numbers(Tensor tensor) {
        return TensorNumbers.of(tensor)
                .map(numbers ->
                        new ElementText(
                                tensor.type(), at -> number(tensor.type(), numbers.get(at))));
    }

    private static Source whole(DataType type, MemorySegment bytes) {
        return type == DataType.INT64
                ? at -> Long.toString(bytes.get(LONG, at * 8))
                : at -> Long.toUnsignedString(bytes.get(LONG, at * 8));
    }

    private static Source complex(DataType type, MemorySegment bytes) {
        return type == DataType.COMPLEX64
                ? at ->
                        complex(
                                number(DataType.FLOAT, bytes.get(FLOAT, at * 8)),
                                number(DataType.FLOAT, bytes.get(FLOAT, at * 8 + 4)))
                : at ->
                        complex(
                                number(DataType.DOUBLE, bytes.get(DOUBLE, at * 16)),
                                number(DataType.DOUBLE, bytes.get(DOUBLE, at * 16 + 8)));
    }

    private static String complex(String real, String imaginary) {
        return real + (imaginary.startsWith("-") ? "" : "+") + imaginary + "i";
    }

    /// The type of the elements.
    public DataType type() {
        return type;
    }

    /// One element.
    public String text(long position) {
        return source.text(position);
    }

    /// A number of a type as text.
    public static String number(DataType type, double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "NaN" : value > 0 ? "inf" : "-inf";
        }
        return switch (type) {
            case FLOAT -> plain(Float.toString((float) value));
            case DOUBLE -> plain(Double.toString(value));
            case FLOAT16 -> rounded(value, 5);
            case BFLOAT16 -> rounded(value, 4);
            case BOOL -> value == 0 ? "false" : "true";
            case FLOAT8E4M3FN,
                    FLOAT8E4M3FNUZ,
                    FLOAT8E5M2,
                    FLOAT8E5M2FNUZ,
                    FLOAT8E8M0,
                    FLOAT6E2M3,
                    FLOAT6E3M2,
                    FLOAT4E2M1 ->
                    rounded(value, 5);
            default -> value == Math.rint(value) ? "%.0f".formatted(value) : Double.toString(value);
        };
    }

    private static String rounded(double value, int digits) {
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        var number =
                new BigDecimal(value)
                        .round(new MathContext(digits, RoundingMode.HALF_EVEN))
                        .stripTrailingZeros();
        double size = Math.abs(value);
        return size >= 1e-4 && size < 1e7
                ? number.toPlainString()
                : number.toString().replace('E', 'e').replace("e+", "e");
    }

    /// The text of Java without what is needless: `1`, not `1.0`; `1e-7`, not `1.0E-7`.
    private static String plain(String java) {
        int exponent = java.indexOf('E');
        var digits = exponent < 0 ? java : java.substring(0, exponent);
        var whole = digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits;
        return exponent < 0 ? whole : whole + "e" + java.substring(exponent + 1);
    }
}
