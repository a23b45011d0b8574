package dev.lathe.model.shape;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Dimension.Fixed;
import dev.lathe.model.graph.Shape;
import java.util.ArrayList;
import java.util.List;

/// Convolutions: `X (N×C×D1…)`, `W (M×C/group×k1…)` to `Y (N×M×…)`.
final class ConvolutionRules {

    private ConvolutionRules() {}

    static void register(RuleBook book) {
        book.standard(ConvolutionRules::convolution, "Conv", "DeformConv");
        book.microsoft(ConvolutionRules::convolution, "FusedConv");
        book.microsoft(ConvolutionRules::channelsLast, "NhwcConv", "NhwcFusedConv");
        book.standard(
                call -> {
                    call.give(0, DataType.INT32);
                    call.give(0, DataType.INT32, convolved(call, call.shape(0), 1));
                },
                "ConvInteger");
        book.standard(ConvolutionRules::qLinear, "QLinearConv");
        book.microsoft(ConvolutionRules::qLinear, "QLinearConv");
        book.standard(ConvolutionRules::transposed, "ConvTranspose");
    }

    /// The output has the type of its zero point (input 7).
    private static void qLinear(Call call) throws NotInferableException {
        var element = call.has(7) ? call.element(7) : call.element(0);
        call.give(0, element);
        boolean last = call.node().intAttribute("channels_last", 0) != 0;
        call.give(
                0,
                element,
                last
                        ? channelsToEnd(convolved(call, channelsToFront(call.shape(0)), 3))
                        : convolved(call, call.shape(0), 3));
    }

    static void convolution(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        call.give(0, call.element(0), convolved(call, call.shape(0), 1));
    }

    /// `X (N×D1…×C)` to `Y (N×D1…×M)`; the weight is as in Conv.
    private static void channelsLast(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        var x = channelsToFront(call.shape(0));
        call.give(0, call.element(0), channelsToEnd(convolved(call, x, 1)));
    }

    private static Shape channelsToFront(Shape shape) throws NotInferableException {
        if (shape.rank() < 3) {
            throw new NotInferableException();
        }
        var dimensions = new ArrayList<>(shape.dimensions());
        dimensions.add(1, dimensions.removeLast());
        return new Shape(dimensions);
    }

    private static Shape channelsToEnd(Shape shape) {
        var dimensions = new ArrayList<>(shape.dimensions());
        dimensions.add(dimensions.remove(1));
        return new Shape(dimensions);
    }

    private static Shape convolved(Call call, Shape x, int weight) throws NotInferableException {
        var kernel = kernel(call, weight, x.rank());
        var window = Window.of(call, kernel);
        var result = new ArrayList<Dimension>(x.rank());
        result.add(x.get(0));
        result.add(call.findShape(weight).map(w -> w.get(0)).orElse(Dimension.UNKNOWN));
        for (int i = 0; i < kernel.size(); i++) {
            result.add(window.output(i, x.get(i + 2), Window.Rounding.FLOOR));
        }
        return new Shape(result);
    }

    /// The kernel that the attribute states, or else that the weight's shape has.
    private static List<Dimension> kernel(Call call, int weight, int rank)
            throws NotInferableException {
        if (rank < 3) {
            throw new NotInferableException();
        }
        var stated = call.node().intsAttribute("kernel_shape");
        if (stated.isPresent()) {
            if (stated.get().size() != rank - 2) {
                throw new NotInferableException();
            }
            return stated.get().stream().map(Dimension::of).toList();
        }
        return call.shape(weight, rank).dimensions().subList(2, rank);
    }

    private static void transposed(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        var x = call.shape(0);
        var kernel = kernel(call, 1, x.rank());
        var result = new ArrayList<Dimension>(x.rank());
        result.add(x.get(0));
        var group = Dimension.of(call.node().intAttribute("group", 1));
        result.add(
                call.findShape(1)
                        .map(w -> DimensionMath.multiply(w.get(1), group))
                        .orElse(Dimension.UNKNOWN));
        var window = Window.of(call, kernel);
        for (int i = 0; i < kernel.size(); i++) {
            result.add(transposed(call, window, i, x.get(i + 2)));
        }
        call.give(0, call.element(0), new Shape(result));
    }

    /// `stride·(in − 1) + output padding + dilation·(k − 1) + 1 − pads` (Operators.md,
    /// ConvTranspose), unless the node states the output.
    private static Dimension transposed(Call call, Window window, int axis, Dimension input)
            throws NotInferableException {
        int axes = window.kernel().size();
        var stated = call.node().intsAttribute("output_shape").orElse(List.of());
        if (!stated.isEmpty()) {
            return Dimension.of(stated.get(stated.size() - axes + axis));
        }
        var stride = Dimension.of(window.strides().get(axis));
        if (window.autoPad().startsWith("SAME")) {
            return DimensionMath.multiply(input, stride);
        }
        if (!(window.kernel().get(axis) instanceof Fixed(long size))) {
            return Dimension.UNKNOWN;
        }
        var outputPadding = call.node().intsAttribute("output_padding").orElse(List.of());
        long pads =
                window.autoPad().equals("VALID")
                        ? 0
                        : window.pads().get(axis) + window.pads().get(axis + axes);
        long rest =
                (outputPadding.isEmpty() ? 0 : outputPadding.get(axis))
                        + window.dilations().get(axis) * (size - 1)
                        + 1
                        - pads;
        return DimensionMath.add(
                DimensionMath.multiply(DimensionMath.add(input, -1), stride), rest);
    }
}
