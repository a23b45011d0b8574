package dev.lathe.model.shape;

import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Dimension.Fixed;
import dev.lathe.model.graph.Dimension.Symbolic;
import java.util.List;

/// How a kernel slides over the spatial dimensions of a convolution or pooling.
///
/// @param kernel sizes per spatial axis; a dimension, because a weight may be unknown
/// @param pads before all axes, then after all axes
/// @param autoPad `NOTSET`, `VALID`, `SAME_UPPER` or `SAME_LOWER`
record Window(
        List<Dimension> kernel,
        List<Long> strides,
        List<Long> dilations,
        List<Long> pads,
        String autoPad) {

    /// Where the last window may end.
    enum Rounding {
        /// Only windows that fit entirely.
        FLOOR,
        /// Also a window that starts inside the input or the padding before it.
        CEIL
    }

    /// The window that a node's attributes describe.
    ///
    /// @throws NotInferableException if an attribute does not fit the rank
    static Window of(Call call, List<Dimension> kernel) throws NotInferableException {
        int axes = kernel.size();
        var node = call.node();
        return new Window(
                kernel,
                list(node.intsAttribute("strides").orElse(List.of()), axes, 1),
                list(node.intsAttribute("dilations").orElse(List.of()), axes, 1),
                list(node.intsAttribute("pads").orElse(List.of()), 2 * axes, 0),
                node.stringAttribute("auto_pad", "NOTSET"));
    }

    private static List<Long> list(List<Long> given, int size, long defaultValue)
            throws NotInferableException {
        if (given.isEmpty()) {
            return java.util.Collections.nCopies(size, defaultValue);
        }
        if (given.size() != size) {
            throw new NotInferableException();
        }
        return given;
    }

    /// The size of the output along one axis (ONNX Operators.md, MaxPool: "output spatial shape").
    Dimension output(int axis, Dimension input, Rounding rounding) throws NotInferableException {
        long stride = strides.get(axis);
        if (stride < 1) {
            throw new NotInferableException();
        }
        if (autoPad.startsWith("SAME")) {
            return divideUp(input, stride);
        }
        if (!(kernel.get(axis) instanceof Fixed(long size)) || size < 1) {
            return Dimension.UNKNOWN;
        }
        boolean padded = !autoPad.equals("VALID");
        long before = padded ? pads.get(axis) : 0;
        long after = padded ? pads.get(axis + kernel.size()) : 0;
        long extent = Math.addExact(Math.multiplyExact(dilations.get(axis), size - 1), 1);
        long growth = Math.subtractExact(Math.addExact(before, after), extent);
        return switch (input) {
            case Dimension.Unknown _ -> input;
            case Symbolic _ -> symbolic(input, growth, stride, rounding);
            case Fixed(long length) ->
                    Dimension.of(count(length, growth, before, stride, rounding));
        };
    }

    private static long count(long length, long growth, long before, long stride, Rounding rounding)
            throws NotInferableException {
        long room = Math.addExact(length, growth);
        if (room < 0) {
            throw new NotInferableException();
        }
        if (rounding == Rounding.FLOOR) {
            return room / stride + 1;
        }
        long windows = Math.ceilDiv(room, stride) + 1;
        return (windows - 1) * stride >= length + before ? windows - 1 : windows;
    }

    private static Dimension symbolic(
            Dimension input, long growth, long stride, Rounding rounding) {
        if (stride == 1) {
            return DimensionMath.add(input, growth + 1);
        }
        if (rounding == Rounding.CEIL) {
            return Dimension.UNKNOWN;
        }
        var steps =
                DimensionMath.quotient(
                        List.of(DimensionMath.add(input, growth)), List.of(Dimension.of(stride)));
        return DimensionMath.add(steps, 1);
    }

    private static Dimension divideUp(Dimension input, long divisor) {
        return input instanceof Fixed(long length)
                ? Dimension.of(Math.ceilDiv(length, divisor))
                : DimensionMath.quotient(
                        List.of(DimensionMath.add(input, divisor - 1)),
                        List.of(Dimension.of(divisor)));
    }
}
