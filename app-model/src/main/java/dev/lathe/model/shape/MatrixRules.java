package dev.lathe.model.shape;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Shape;
import java.util.ArrayList;
import java.util.List;

/// Matrix products.
final class MatrixRules {

    private MatrixRules() {}

    static void register(RuleBook book) {
        book.standard(call -> multiplied(call, call.element(0), 0, 1), "MatMul");
        book.standard(call -> multiplied(call, DataType.INT32, 0, 1), "MatMulInteger");
        book.standard(MatrixRules::qLinearMatMul, "QLinearMatMul");
        book.standard(call -> gemm(call, call.element(0), 0, 1), "Gemm");
        book.standard(MatrixRules::determinant, "Det");
        book.microsoft(
                call -> multiplied(call, call.element(0), 0, 1),
                "FusedMatMul",
                "TransposeMatMul",
                "DynamicQuantizeMatMul");
        book.microsoft(call -> multiplied(call, call.element(2), 0, 1), "MatMulIntegerToFloat");
        book.microsoft(call -> multiplied(call, DataType.INT32, 0, 1), "MatMulInteger16");
        book.microsoft(call -> gemm(call, call.element(0), 0, 1), "FusedGemm");
        book.microsoft(
                call -> gemm(call, call.has(8) ? call.element(8) : DataType.FLOAT, 0, 3), "QGemm");
        book.microsoft(MatrixRules::blocks, "MatMulNBits", "MatMulBnb4");
    }

    private static void qLinearMatMul(Call call) throws NotInferableException {
        multiplied(call, call.has(7) ? call.element(7) : call.element(0), 0, 3);
    }

    /// `numpy.matmul`, with the transpositions that fused forms allow.
    private static void multiplied(Call call, DataType element, int left, int right)
            throws NotInferableException {
        call.give(0, element);
        var a = transposed(call, call.shape(left), "transA");
        var b = transposed(call, call.shape(right), "transB");
        call.give(0, element, product(a, b));
    }

    /// An operand after the transpositions that the node asks for: of the batch (the first axis
    /// changes places with all axes between it and the last), then of the matrix.
    private static Shape transposed(Call call, Shape shape, String attribute) {
        if (shape.rank() < 2) {
            return shape;
        }
        var batch = attribute.equals("transA") ? "transBatchA" : "transBatchB";
        var turned = shape;
        if (call.node().intAttribute(batch, 0) != 0) {
            var dimensions = new ArrayList<>(shape.dimensions());
            dimensions.add(shape.rank() - 2, dimensions.removeFirst());
            turned = new Shape(dimensions);
        }
        return call.node().intAttribute(attribute, 0) == 0
                ? turned
                : turned.with(-1, turned.get(-2)).with(-2, turned.get(-1));
    }

    /// The shape of a matrix product, a vector being a row on the left and a column on the right.
    static Shape product(Shape a, Shape b) throws NotInferableException {
        if (a.rank() == 0 || b.rank() == 0) {
            throw new NotInferableException();
        }
        DimensionMath.merge(a.get(-1), b.get(b.rank() == 1 ? 0 : -2));
        var result = new ArrayList<>(Broadcast.of(batch(a), batch(b)).dimensions());
        if (a.rank() > 1) {
            result.add(a.get(-2));
        }
        if (b.rank() > 1) {
            result.add(b.get(-1));
        }
        return new Shape(result);
    }

    private static Shape batch(Shape shape) {
        return shape.rank() <= 2
                ? Shape.SCALAR
                : new Shape(shape.dimensions().subList(0, shape.rank() - 2));
    }

    private static void gemm(Call call, DataType element, int left, int right)
            throws NotInferableException {
        call.give(0, element);
        var rows =
                call.findShape(left)
                        .filter(a -> a.rank() == 2)
                        .map(a -> a.get(call.node().intAttribute("transA", 0) == 0 ? 0 : 1));
        var columns =
                call.findShape(right)
                        .filter(b -> b.rank() == 2)
                        .map(b -> b.get(call.node().intAttribute("transB", 0) == 0 ? 1 : 0));
        call.give(
                0,
                element,
                new Shape(
                        List.of(
                                rows.orElse(Dimension.UNKNOWN),
                                columns.orElse(Dimension.UNKNOWN))));
    }

    private static void determinant(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        call.give(0, call.element(0), batch(call.shape(0)));
    }

    /// `A (…×K)` with a matrix of `N` columns whose sizes are attributes.
    private static void blocks(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        var columns = call.node().findInt("N");
        if (columns.isEmpty()) {
            throw new NotInferableException();
        }
        call.give(0, call.element(0), call.shape(0).with(-1, Dimension.of(columns.getAsLong())));
    }
}
