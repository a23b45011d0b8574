package dev.lathe.model.shape;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Dimension.Fixed;
import dev.lathe.model.graph.ValueType.TensorType;
import dev.lathe.model.shape.Scalar.Real;
import dev.lathe.model.shape.Scalar.Whole;
import java.util.Locale;
import java.util.Set;

/// Changes of the element type.
final class CastRules {

    private static final Set<DataType> REALS =
            Set.of(DataType.FLOAT, DataType.DOUBLE, DataType.FLOAT16, DataType.BFLOAT16);

    private CastRules() {}

    static void register(RuleBook book) {
        book.standard(call -> cast(call, target(call)), "Cast");
        book.standard(
                call -> call.give(0, new TensorType(target(call), call.findShape(0))), "BitCast");
        book.standard(call -> cast(call, call.element(1)), "CastLike");
    }

    /// The type that `to` names: a code, or before version 6 a word.
    private static DataType target(Call call) throws NotInferableException {
        var word = call.node().stringAttribute("to", "");
        if (!word.isEmpty()) {
            for (DataType type : DataType.values()) {
                if (type.name().equals(word.toUpperCase(Locale.ROOT))) {
                    return type;
                }
            }
        }
        return DataType.ofCode((int) call.node().intAttribute("to", 0))
                .orElseThrow(NotInferableException::new);
    }

    private static void cast(Call call, DataType to) throws NotInferableException {
        call.give(0, new TensorType(to, call.findShape(0)));
        var content = call.content(0);
        call.give(0, ContentMath.map(content, element -> cast(element, to)));
    }

    private static Scalar cast(Scalar element, DataType to) {
        if (to == DataType.BOOL) {
            return switch (element) {
                case Real(double value) -> Scalar.of(value != 0);
                case Whole(Fixed(long value)) -> Scalar.of(value != 0);
                case Whole _ -> Scalar.UNKNOWN;
            };
        }
        if (REALS.contains(to)) {
            return element instanceof Whole(Fixed(long value)) ? new Real(value) : element;
        }
        return element instanceof Real(double value) ? Scalar.of((long) value) : element;
    }
}
