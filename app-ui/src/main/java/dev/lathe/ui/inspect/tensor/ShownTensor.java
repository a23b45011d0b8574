package dev.lathe.ui.inspect.tensor;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.tensor.ElementText;
import dev.lathe.model.tensor.NpyFile;
import dev.lathe.model.tensor.Numbers;
import dev.lathe.model.tensor.ReadConstant;
import dev.lathe.ui.text.Units;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// A constant, looked at in one way.
record ShownTensor(ReadConstant constant, Reading reading) {

    /// A constant as it is looked at first: as the real numbers, if that is possible.
    static ShownTensor first(ReadConstant constant) {
        var real = new ShownTensor(constant, Reading.REAL);
        return real.canBeReal() ? real : new ShownTensor(constant, Reading.STORED);
    }

    ShownTensor with(Reading other) {
        return new ShownTensor(constant, other);
    }

    Tensor tensor() {
        return constant.tensor();
    }

    /// Whether the stored elements stand for other numbers and these are known.
    boolean canBeReal() {
        return constant.dequantization().flatMap(how -> Numbers.of(tensor(), how)).isPresent();
    }

    /// The elements as numbers, if they are that and can be had.
    Optional<Numbers> numbers() {
        return switch (reading) {
            case STORED -> Numbers.of(tensor());
            case REAL -> constant.dequantization().flatMap(how -> Numbers.of(tensor(), how));
        };
    }

    /// The elements as a file, if they can be had.
    Optional<NpyFile> file() {
        return switch (reading) {
            case STORED -> NpyFile.of(tensor());
            case REAL -> numbers().map(NpyFile::of);
        };
    }

    /// The elements as text, if they can be had.
    Optional<Cells> cells() {
        return switch (reading) {
            case STORED -> ElementText.of(tensor()).map(text -> stored(text));
            case REAL -> numbers().map(ShownTensor::real);
        };
    }

    private Cells stored(ElementText text) {
        if (tensor().type() == DataType.STRING) {
            return new Cells(at -> inOneLine(text.text(at)), at -> inOneLine(text.text(at)));
        }
        return isWhole()
                ? new Cells(text::text, text::text)
                : Numbers.of(tensor())
                        .filter(_ -> tensor().type().bits() <= 64 && !isComplex())
                        .map(numbers -> new Cells(at -> Units.number(one(numbers, at)), text::text))
                        .orElseGet(() -> new Cells(text::text, text::text));
    }

    private static String inOneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    private static Cells real(Numbers numbers) {
        return new Cells(
                at -> Units.number(one(numbers, at)),
                at -> ElementText.number(DataType.FLOAT, one(numbers, at)));
    }

    private static double one(Numbers numbers, long at) {
        var value = new double[1];
        numbers.read(at, value, 1);
        return value[0];
    }

    /// A figure of the elements, such as their mean, or one of them, such as their maximum.
    String figure(double value) {
        boolean asInteger = isWhole() && value == Math.rint(value) && Math.abs(value) < 1e15;
        return asInteger ? Long.toString((long) value) : Units.number(value);
    }

    /// Whether all elements are integers.
    boolean isWhole() {
        return reading == Reading.STORED
                && switch (tensor().type()) {
                    case UINT8,
                            INT8,
                            UINT16,
                            INT16,
                            INT32,
                            INT64,
                            UINT32,
                            UINT64,
                            UINT4,
                            INT4,
                            UINT2,
                            INT2,
                            BOOL ->
                            true;
                    default -> false;
                };
    }

    boolean isComplex() {
        return tensor().type() == DataType.COMPLEX64 || tensor().type() == DataType.COMPLEX128;
    }

    /// The elements in brief, if they can be had and are one to so many: `[1, −1, 768]`.
    Optional<String> list(int most) {
        long count = tensor().elements();
        if (count == 0 || count > most) {
            return Optional.empty();
        }
        return cells().map(cells -> {
            var all = LongStream.range(0, count).mapToObj(cells.brief());
            return tensor().sizes().isEmpty()
                    ? all.findFirst().orElseThrow()
                    : all.collect(Collectors.joining(", ", "[", "]"));
        });
    }

    /// How the elements are stored and how many there are of them: `int8 64×32×3×3`.
    String type() {
        var shape = tensor().sizes().isEmpty() ? "[]" : tensor().shape().toString();
        return tensor().type().label() + " " + shape;
    }
}
