package dev.lathe.model.shape;

import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Dimension.Fixed;
import dev.lathe.model.graph.Shape;
import java.util.ArrayList;
import java.util.Collections;

/// Multidirectional broadcasting as ONNX defines it (docs/Broadcasting.md): shapes are aligned at
/// their ends, and a size of one stretches.
final class Broadcast {

    private Broadcast() {}

    /// The shape that two shapes broadcast to.
    ///
    /// @throws NotInferableException if they do not
    static Shape of(Shape a, Shape b) throws NotInferableException {
        if (a.equals(b) && a.isFixed()) {
            return a;
        }
        int rank = Math.max(a.rank(), b.rank());
        var result = new ArrayList<Dimension>(rank);
        for (int i = 1; i <= rank; i++) {
            if (i > a.rank()) {
                result.add(b.get(-i));
            } else if (i > b.rank()) {
                result.add(a.get(-i));
            } else {
                result.add(of(a.get(-i), b.get(-i)));
            }
        }
        Collections.reverse(result);
        return new Shape(result);
    }

    /// The dimension that two aligned dimensions broadcast to.
    static Dimension of(Dimension a, Dimension b) throws NotInferableException {
        if (DimensionMath.isOne(a)) {
            return b;
        }
        if (DimensionMath.isOne(b)) {
            return a;
        }
        if (a instanceof Fixed && b instanceof Fixed && !a.equals(b)) {
            throw new NotInferableException();
        }
        if (a instanceof Fixed) {
            return a;
        }
        if (b instanceof Fixed) {
            return b;
        }
        return DimensionMath.same(a, b) ? a : Dimension.UNKNOWN;
    }
}
