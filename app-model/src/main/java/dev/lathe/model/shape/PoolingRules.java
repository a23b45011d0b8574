package dev.lathe.model.shape;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.shape.Window.Rounding;
import java.util.ArrayList;
import java.util.List;

/// Poolings over the spatial dimensions of `N×C×D1…`.
final class PoolingRules {

    private PoolingRules() {}

    static void register(RuleBook book) {
        book.standard(PoolingRules::pool, "AveragePool", "LpPool", "MaxPool");
        book.standard(PoolingRules::global, "GlobalAveragePool", "GlobalLpPool", "GlobalMaxPool");
        book.standard(PoolingRules::unpool, "MaxUnpool");
        book.standard(
                call -> regions(call, call.node().intsAttribute("pooled_shape").orElse(List.of())),
                "MaxRoiPool");
        book.standard(
                call ->
                        regions(
                                call,
                                List.of(
                                        call.node().intAttribute("output_height", 1),
                                        call.node().intAttribute("output_width", 1))),
                "RoiAlign");
        book.microsoft(PoolingRules::quantizedPool, "QLinearAveragePool");
        book.microsoft(PoolingRules::quantizedGlobal, "QLinearGlobalAveragePool");
    }

    static void pool(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        call.give(1, DataType.INT64);
        var shape = pooled(call, call.shape(0), 2);
        call.give(0, call.element(0), shape);
        call.give(1, DataType.INT64, shape);
    }

    private static void quantizedPool(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        int first = isChannelsLast(call) ? 1 : 2;
        call.give(0, call.element(0), pooled(call, call.shape(0), first));
    }

    private static boolean isChannelsLast(Call call) {
        return call.node().intAttribute("channels_last", 0) != 0;
    }

    /// @param first the first spatial axis
    private static Shape pooled(Call call, Shape x, int first) throws NotInferableException {
        var kernel =
                call.node().intsAttribute("kernel_shape").orElseThrow(NotInferableException::new);
        if (kernel.size() != x.rank() - 2) {
            throw new NotInferableException();
        }
        var window = Window.of(call, kernel.stream().map(Dimension::of).toList());
        var rounding =
                call.node().intAttribute("ceil_mode", 0) == 0 ? Rounding.FLOOR : Rounding.CEIL;
        var result = x;
        for (int i = 0; i < kernel.size(); i++) {
            result = result.with(first + i, window.output(i, x.get(first + i), rounding));
        }
        return result;
    }

    static void global(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        call.give(0, call.element(0), ones(call.shape(0), 2, 0));
    }

    private static void quantizedGlobal(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        boolean last = isChannelsLast(call);
        call.give(0, call.element(0), ones(call.shape(0), last ? 1 : 2, last ? 1 : 0));
    }

    /// A shape with ones on the spatial axes.
    ///
    /// @param before axes that come before them
    /// @param after axes that come after them
    private static Shape ones(Shape shape, int before, int after) {
        var result = new ArrayList<>(shape.dimensions());
        for (int i = before; i < shape.rank() - after; i++) {
            result.set(i, Dimension.of(1));
        }
        return new Shape(result);
    }

    private static void unpool(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        if (call.has(2)) {
            call.give(0, call.element(0), new Shape(call.content(2).dimensions()));
            return;
        }
        var x = call.shape(0);
        var kernel =
                call.node().intsAttribute("kernel_shape").orElseThrow(NotInferableException::new);
        var window = Window.of(call, kernel.stream().map(Dimension::of).toList());
        var result = x;
        for (int i = 0; i < kernel.size(); i++) {
            long rest = kernel.get(i) - window.pads().get(i) - window.pads().get(i + kernel.size());
            var steps = DimensionMath.add(x.get(i + 2), -1);
            var stride = Dimension.of(window.strides().get(i));
            result =
                    result.with(
                            i + 2, DimensionMath.add(DimensionMath.multiply(steps, stride), rest));
        }
        call.give(0, call.element(0), result);
    }

    /// Regions of interest: `X (N×C×H×W)`, `rois (R×…)` to `R×C×sizes`.
    private static void regions(Call call, List<Long> sizes) throws NotInferableException {
        call.give(0, call.element(0));
        var channels = call.findShape(0).map(x -> x.get(1)).orElse(Dimension.UNKNOWN);
        var count = call.findShape(1).map(rois -> rois.get(0)).orElse(Dimension.UNKNOWN);
        var result = new ArrayList<>(List.of(count, channels));
        sizes.forEach(size -> result.add(Dimension.of(size)));
        call.give(0, call.element(0), new Shape(result));
    }
}
