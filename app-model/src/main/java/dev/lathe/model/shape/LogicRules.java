package dev.lathe.model.shape;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Dimension.Fixed;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.shape.Scalar.Real;
import dev.lathe.model.shape.Scalar.Whole;

/// Comparisons, logic and Where.
final class LogicRules {

    private LogicRules() {}

    static void register(RuleBook book) {
        book.standard(comparison((x, y) -> x == y), "Equal");
        book.standard(comparison((x, y) -> x > y), "Greater");
        book.standard(comparison((x, y) -> x >= y), "GreaterOrEqual");
        book.standard(comparison((x, y) -> x < y), "Less");
        book.standard(comparison((x, y) -> x <= y), "LessOrEqual");
        book.standard(comparison((x, y) -> x != 0 && y != 0), "And");
        book.standard(comparison((x, y) -> x != 0 || y != 0), "Or");
        book.standard(comparison((x, y) -> (x != 0) != (y != 0)), "Xor");
        book.standard(LogicRules::not, "Not");
        book.standard(LogicRules::test, "IsNaN", "IsInf");
        book.microsoft(call -> call.give(0, DataType.BOOL, Shape.SCALAR), "IsAllFinite");
        book.standard(LogicRules::where, "Where");
    }

    @FunctionalInterface
    private interface Comparison {
        boolean test(double a, double b);
    }

    private static Rule comparison(Comparison comparison) {
        return call -> {
            call.give(0, DataType.BOOL);
            call.give(0, DataType.BOOL, ElementwiseRules.binaryShape(call));
            call.give(
                    0,
                    ContentMath.map(
                            call.content(0), call.content(1), (a, b) -> compare(a, b, comparison)));
        };
    }

    private static Scalar compare(Scalar a, Scalar b, Comparison comparison) {
        if (a instanceof Whole(Fixed(long x)) && b instanceof Whole(Fixed(long y))) {
            return Scalar.of(comparison.test((double) x, (double) y));
        }
        return a instanceof Real(double x) && b instanceof Real(double y)
                ? Scalar.of(comparison.test(x, y))
                : Scalar.UNKNOWN;
    }

    private static void not(Call call) throws NotInferableException {
        test(call);
        call.give(
                0,
                ContentMath.map(
                        call.content(0),
                        element ->
                                element instanceof Whole(Fixed(long value))
                                        ? Scalar.of(value == 0)
                                        : Scalar.UNKNOWN));
    }

    private static void test(Call call) throws NotInferableException {
        call.give(0, DataType.BOOL);
        call.give(0, DataType.BOOL, call.shape(0));
    }

    private static void where(Call call) throws NotInferableException {
        var element = call.findType(1).isPresent() ? call.element(1) : call.element(2);
        call.give(0, element);
        var choices = Broadcast.of(call.shape(1), call.shape(2));
        call.give(0, element, Broadcast.of(call.shape(0), choices));
        var condition = call.content(0);
        var yes = ContentMath.map(condition, call.content(1), LogicRules::whenTrue);
        var no = ContentMath.map(condition, call.content(2), LogicRules::whenFalse);
        call.give(0, ContentMath.map(yes, no, (a, b) -> a.equals(SKIPPED) ? b : a));
    }

    /// Marks an element that the other choice supplies.
    private static final Scalar SKIPPED = new Real(Double.NaN);

    private static Scalar whenTrue(Scalar condition, Scalar choice) {
        return switch (condition) {
            case Whole(Fixed(long value)) -> value != 0 ? choice : SKIPPED;
            case Whole _, Real _ -> Scalar.UNKNOWN;
        };
    }

    private static Scalar whenFalse(Scalar condition, Scalar choice) {
        return switch (condition) {
            case Whole(Fixed(long value)) -> value == 0 ? choice : SKIPPED;
            case Whole _, Real _ -> Scalar.UNKNOWN;
        };
    }
}
