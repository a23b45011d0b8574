package dev.lathe.model.shape;

import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Dimension.Fixed;
import dev.lathe.model.graph.Dimension.Symbolic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Arithmetic on dimensions. What depends on symbols becomes a symbol that spells the expression
/// (`batch*12`, `past+seq`), in one order, so that equal expressions have equal names.
final class DimensionMath {

    /// An expression longer than this is not worth a name.
    private static final int LONGEST_EXPRESSION = 60;

    private DimensionMath() {}

    static boolean isOne(Dimension dimension) {
        return dimension instanceof Fixed(long size) && size == 1;
    }

    /// Whether two dimensions are certainly the same size.
    static boolean same(Dimension a, Dimension b) {
        return !(a instanceof Dimension.Unknown) && a.equals(b);
    }

    /// What is known of one size from two things said of it.
    ///
    /// @throws NotInferableException if they contradict each other
    static Dimension merge(Dimension a, Dimension b) throws NotInferableException {
        if (a instanceof Fixed && b instanceof Fixed && !a.equals(b)) {
            throw new NotInferableException();
        }
        if (a instanceof Fixed || b instanceof Dimension.Unknown) {
            return a;
        }
        return b instanceof Fixed || a instanceof Dimension.Unknown ? b : a;
    }

    static Dimension add(Dimension a, Dimension b) {
        if (a instanceof Fixed(long x)) {
            return add(b, x);
        }
        if (b instanceof Fixed(long y)) {
            return add(a, y);
        }
        if (a instanceof Symbolic(var x) && b instanceof Symbolic(var y)) {
            var terms = new ArrayList<String>();
            terms.addAll(Arrays.asList(x.split("\\+", -1)));
            terms.addAll(Arrays.asList(y.split("\\+", -1)));
            return terms.stream().anyMatch(term -> !isTerm(term))
                    ? Dimension.UNKNOWN
                    : named(String.join("+", terms.stream().sorted().toList()));
        }
        return Dimension.UNKNOWN;
    }

    static Dimension add(Dimension a, long b) {
        return switch (a) {
            case Fixed(long size) -> Dimension.of(Math.addExact(size, b));
            case Dimension.Unknown _ -> a;
            case Symbolic _ when b == 0 -> a;
            case Symbolic(var symbol) -> offset(symbol, b);
        };
    }

    static Dimension subtract(Dimension a, Dimension b) {
        if (b instanceof Fixed(long y)) {
            return add(a, -y);
        }
        if (same(a, b)) {
            return Dimension.of(0);
        }
        return Dimension.UNKNOWN;
    }

    static Dimension multiply(Dimension a, Dimension b) {
        if (a instanceof Fixed(long x) && b instanceof Fixed(long y)) {
            return Dimension.of(Math.multiplyExact(x, y));
        }
        if (isOne(a)) {
            return b;
        }
        if (isOne(b)) {
            return a;
        }
        return product(List.of(a, b));
    }

    /// The product of dimensions.
    static Dimension product(List<Dimension> dimensions) {
        long number = 1;
        var symbols = new ArrayList<String>();
        boolean unknown = false;
        for (Dimension dimension : dimensions) {
            switch (dimension) {
                case Fixed(long size) -> number = Math.multiplyExact(number, size);
                case Symbolic(var symbol) -> symbols.add(symbol);
                case Dimension.Unknown _ -> unknown = true;
            }
        }
        if (number == 0 || (!unknown && symbols.isEmpty())) {
            return Dimension.of(number);
        }
        if (number == 1 && !unknown && symbols.size() == 1) {
            return Dimension.of(symbols.getFirst());
        }
        return unknown ? Dimension.UNKNOWN : spell(number, symbols);
    }

    /// The quotient of two products, rounded down, if it can be told.
    static Dimension quotient(List<Dimension> dividends, List<Dimension> divisors) {
        var above = new ArrayList<Dimension>();
        dividends.forEach(dimension -> above.addAll(factors(dimension)));
        var below = new ArrayList<Dimension>();
        divisors.forEach(dimension -> below.addAll(factors(dimension)));
        below.removeIf(divisor -> divisor instanceof Symbolic && above.remove(divisor));
        if (product(below) instanceof Fixed(long y) && y != 0) {
            var symbols = above.stream().filter(d -> !(d instanceof Fixed)).toList();
            var numbers = above.stream().filter(Fixed.class::isInstance).toList();
            if (product(numbers) instanceof Fixed(long x) && (symbols.isEmpty() || x % y == 0)) {
                return multiply(Dimension.of(Math.floorDiv(x, y)), product(symbols));
            }
            if (symbols.size() == 1 && symbols.getFirst() instanceof Symbolic(var symbol)) {
                return product(numbers) instanceof Fixed(long x) && x == 1
                        ? named("(" + symbol + ")/" + y)
                        : Dimension.UNKNOWN;
            }
        }
        return Dimension.UNKNOWN;
    }

    /// The integer quotient of two dimensions.
    static Dimension divide(Dimension a, Dimension b) {
        return isOne(b) ? a : quotient(List.of(a), List.of(b));
    }

    private static List<Dimension> factors(Dimension dimension) {
        if (!(dimension instanceof Symbolic(var symbol)) || !isTerm(symbol)) {
            return List.of(dimension);
        }
        var result = new ArrayList<Dimension>();
        for (String factor : symbol.split("\\*", -1)) {
            result.add(
                    isNumber(factor) ? Dimension.of(Long.parseLong(factor)) : Dimension.of(factor));
        }
        return result;
    }

    /// Whether an expression is a symbol or a product of symbols and numbers.
    private static boolean isTerm(String expression) {
        return !expression.isEmpty() && expression.chars().noneMatch(c -> "+-()/".indexOf(c) >= 0);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty()
                && text.length() < 18
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static Dimension spell(long number, List<String> symbols) {
        var factors = new ArrayList<String>();
        long coefficient = number;
        for (String symbol : symbols) {
            if (!isTerm(symbol)) {
                factors.add("(" + symbol + ")");
                continue;
            }
            for (Dimension factor : factors(Dimension.of(symbol))) {
                switch (factor) {
                    case Fixed(long size) -> coefficient = Math.multiplyExact(coefficient, size);
                    case Symbolic(var name) -> factors.add(name);
                    case Dimension.Unknown _ -> {}
                }
            }
        }
        var sorted = new ArrayList<>(factors.stream().sorted().toList());
        if (coefficient != 1) {
            sorted.addFirst(Long.toString(coefficient));
        }
        return named(String.join("*", sorted));
    }

    /// A symbol plus a number; a number that the symbol already ends in is added up.
    private static Dimension offset(String symbol, long number) {
        int sign = Math.max(symbol.lastIndexOf('+'), symbol.lastIndexOf('-'));
        var tail = sign <= 0 ? "" : symbol.substring(sign + 1);
        long sum = number;
        var head = symbol;
        if (isNumber(tail)) {
            long old = Long.parseLong(tail);
            sum = Math.addExact(number, symbol.charAt(sign) == '-' ? -old : old);
            head = symbol.substring(0, sign);
        }
        if (sum == 0) {
            return Dimension.of(head);
        }
        return named(head + (sum < 0 ? "-" : "+") + Math.abs(sum));
    }

    private static Dimension named(String expression) {
        return expression.length() > LONGEST_EXPRESSION
                ? Dimension.UNKNOWN
                : Dimension.of(expression);
    }
}
