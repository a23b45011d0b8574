package dev.lathe.model.shape;

import static dev.lathe.model.shape.ContentMath.known;

import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Dimension.Fixed;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.shape.ContentMath.Arithmetic;
import dev.lathe.model.shape.Scalar.Real;
import dev.lathe.model.shape.Scalar.Whole;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;

/// Operators that work on each element by itself, with and without broadcasting.
final class ElementwiseRules {

    private ElementwiseRules() {}

    static void register(RuleBook book) {
        book.standard(
                ElementwiseRules::same,
                "Acos",
                "Acosh",
                "Asin",
                "Asinh",
                "Atan",
                "Atanh",
                "Celu",
                "Clip",
                "Cos",
                "Cosh",
                "Elu",
                "Erf",
                "Exp",
                "Gelu",
                "HardSigmoid",
                "HardSwish",
                "Hardmax",
                "LeakyRelu",
                "Log",
                "LogSoftmax",
                "Mish",
                "PRelu",
                "Reciprocal",
                "Relu",
                "Round",
                "Selu",
                "Shrink",
                "Sigmoid",
                "Sin",
                "Sinh",
                "Softmax",
                "Softplus",
                "Softsign",
                "SwiGLU",
                "Swish",
                "Tan",
                "Tanh",
                "ThresholdedRelu",
                "BitwiseNot",
                "CumSum",
                "CumProd",
                "Trilu",
                "Bernoulli",
                "Affine",
                "ImageScaler",
                "ParametricSoftplus",
                "Scale",
                "ScaledTanh");
        book.microsoft(
                ElementwiseRules::same,
                "BiasGelu",
                "FastGelu",
                "Gelu",
                "QuickGelu",
                "QLinearSigmoid",
                "QLinearLeakyRelu",
                "QLinearSoftmax");
        book.standard(unary(x -> x, x -> x), "Identity");
        book.standard(unary(Math::negateExact, x -> -x), "Neg");
        book.standard(unary(Math::absExact, Math::abs), "Abs");
        book.standard(unary(Long::signum, Math::signum), "Sign");
        book.standard(unary(x -> x, Math::floor), "Floor");
        book.standard(unary(x -> x, Math::ceil), "Ceil");
        book.standard(unary(x -> x, Math::sqrt), "Sqrt");
        book.standard(binary(new Arithmetic(DimensionMath::add, Double::sum)), "Add");
        book.standard(binary(new Arithmetic(DimensionMath::subtract, (x, y) -> x - y)), "Sub");
        book.standard(binary(new Arithmetic(DimensionMath::multiply, (x, y) -> x * y)), "Mul");
        book.standard(binary(new Arithmetic(ElementwiseRules::divide, (x, y) -> x / y)), "Div");
        book.standard(binary(new Arithmetic(known(ElementwiseRules::power), Math::pow)), "Pow");
        book.standard(binary(new Arithmetic(known(Math::floorMod), (x, y) -> x % y)), "Mod");
        book.standard(variadic(new Arithmetic(known(Math::max), Math::max)), "Max");
        book.standard(variadic(new Arithmetic(known(Math::min), Math::min)), "Min");
        book.standard(variadic(new Arithmetic(DimensionMath::add, Double::sum)), "Sum");
        book.standard(variadic((_, _) -> Scalar.UNKNOWN), "Mean");
        book.standard(
                binary((_, _) -> Scalar.UNKNOWN),
                "BitShift",
                "BitwiseAnd",
                "BitwiseOr",
                "BitwiseXor");
    }

    /// The output is of the type of the first input.
    static void same(Call call) throws NotInferableException {
        call.give(0, call.type(0));
    }

    private static Rule unary(LongUnaryOperator wholes, DoubleUnaryOperator reals) {
        var identity = wholes.applyAsLong(-3) == -3 && reals.applyAsDouble(-0.5) == -0.5;
        UnaryOperator<Scalar> function =
                element ->
                        switch (element) {
                            case Real(double value) -> new Real(reals.applyAsDouble(value));
                            case Whole(Fixed(long value)) -> Scalar.of(wholes.applyAsLong(value));
                            case Whole _ -> Scalar.UNKNOWN;
                        };
        return call -> {
            call.give(0, call.type(0));
            var content = call.content(0);
            call.give(0, identity ? content : ContentMath.map(content, function));
        };
    }

    private static Rule binary(ContentMath.Binary function) {
        return call -> {
            call.give(0, call.element(0));
            call.give(0, call.element(0), binaryShape(call));
            call.give(0, ContentMath.map(call.content(0), call.content(1), function));
        };
    }

    /// The shape of the result of a binary operator. Before version 7 broadcasting was asked for by
    /// an attribute and went one way: the result has the shape of the first input.
    static Shape binaryShape(Call call) throws NotInferableException {
        return call.opset() < 7 && call.node().isStandard()
                ? call.shape(0)
                : Broadcast.of(call.shape(0), call.shape(1));
    }

    private static Rule variadic(ContentMath.Binary function) {
        return call -> {
            call.give(0, call.element(0));
            var shape = call.shape(0);
            for (int i = 1; i < call.inputs(); i++) {
                shape = Broadcast.of(shape, call.shape(i));
            }
            call.give(0, call.element(0), shape);
            var content = call.content(0);
            for (int i = 1; i < call.inputs(); i++) {
                content = ContentMath.map(content, call.content(i), function);
            }
            call.give(0, content);
        };
    }

    /// Integer division as ONNX has it, which cuts off the fraction.
    private static Dimension divide(Dimension a, Dimension b) {
        if (a instanceof Fixed(long x) && b instanceof Fixed(long y)) {
            return y == 0 ? Dimension.UNKNOWN : Dimension.of(x / y);
        }
        return DimensionMath.divide(a, b);
    }

    private static long power(long base, long exponent) {
        var power = Math.pow((double) base, (double) exponent);
        if (Math.abs(power) > 1L << 53) {
            throw new ArithmeticException("too large to be exact");
        }
        return (long) power;
    }
}
