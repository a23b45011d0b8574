package dev.lathe.model.shape;

import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Dimension.Fixed;
import dev.lathe.model.shape.Scalar.Real;
import dev.lathe.model.shape.Scalar.Whole;
import java.util.ArrayList;
import java.util.function.UnaryOperator;

/// Element by element arithmetic on the contents of small tensors.
final class ContentMath {

    private ContentMath() {}

    /// A function of two elements.
    @FunctionalInterface
    interface Binary {
        Scalar apply(Scalar a, Scalar b);
    }

    /// A function of two elements of the same kind.
    ///
    /// @param wholes for integers
    /// @param reals for floating-point numbers
    record Arithmetic(WholeOperator wholes, RealOperator reals) implements Binary {
        @Override
        public Scalar apply(Scalar a, Scalar b) {
            if (a instanceof Whole(var x) && b instanceof Whole(var y)) {
                return new Whole(wholes.apply(x, y));
            }
            return a instanceof Real(double x) && b instanceof Real(double y)
                    ? new Real(reals.apply(x, y))
                    : Scalar.UNKNOWN;
        }
    }

    /// A function of two integers.
    @FunctionalInterface
    interface WholeOperator {
        Dimension apply(Dimension a, Dimension b);
    }

    /// A function of two floating-point numbers.
    @FunctionalInterface
    interface RealOperator {
        double apply(double a, double b);
    }

    /// A function of two integers that needs to know both.
    static WholeOperator known(java.util.function.LongBinaryOperator operator) {
        return (a, b) ->
                a instanceof Fixed(long x) && b instanceof Fixed(long y)
                        ? Dimension.of(operator.applyAsLong(x, y))
                        : Dimension.UNKNOWN;
    }

    /// The content with a function applied to each element.
    static Content map(Content content, UnaryOperator<Scalar> function) {
        return new Content(content.sizes(), content.elements().stream().map(function).toList());
    }

    /// The contents, broadcast to one shape, with a function applied to each pair.
    ///
    /// @throws NotInferableException if the shapes do not broadcast or the result is too large
    static Content map(Content a, Content b, Binary function) throws NotInferableException {
        var shape = Broadcast.of(a.shape(), b.shape());
        long count = shape.elements().orElseThrow(NotInferableException::new);
        if (count > Content.LIMIT) {
            throw new NotInferableException();
        }
        var sizes = new ArrayList<Long>();
        for (int i = 0; i < shape.rank(); i++) {
            sizes.add(shape.size(i).orElseThrow(NotInferableException::new));
        }
        var elements = new ArrayList<Scalar>((int) count);
        for (int i = 0; i < count; i++) {
            elements.add(
                    function.apply(
                            a.elements().get(source(i, sizes, a)),
                            b.elements().get(source(i, sizes, b))));
        }
        return new Content(sizes, elements);
    }

    /// The content stretched to larger sizes.
    static Content expand(Content content, Content sizes) throws NotInferableException {
        return map(content, sizes, (element, _) -> element);
    }

    /// The position in a content that broadcasting puts at a position of the result.
    private static int source(int position, java.util.List<Long> sizes, Content content) {
        int rest = position;
        int result = 0;
        int stride = 1;
        for (int i = 1; i <= sizes.size(); i++) {
            int size = sizes.get(sizes.size() - i).intValue();
            int index = rest % size;
            rest /= size;
            if (i <= content.sizes().size()) {
                int own = content.sizes().get(content.sizes().size() - i).intValue();
                result += own == 1 ? 0 : index * stride;
                stride *= own;
            }
        }
        return result;
    }
}
