package dev.lathe.model.shape;

import dev.lathe.model.graph.AttributeValue.FloatsValue;
import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Dimension.Fixed;
import dev.lathe.model.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Resize and its forerunner Upsample.
final class ResizeRules {

    private ResizeRules() {}

    static void register(RuleBook book) {
        book.standard(ResizeRules::resize, "Resize");
        book.standard(ResizeRules::upsample, "Upsample");
    }

    private static void resize(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        var shape = call.shape(0);
        call.give(0, call.element(0), Ranks.unknown(shape.rank()));
        var stated = call.node().intsAttribute("axes");
        var axes =
                stated.isPresent()
                        ? Call.axes(stated.get(), shape.rank())
                        : IntStream.range(0, shape.rank()).boxed().toList();
        int scales = call.opset() >= 11 ? 2 : 1;
        boolean sized =
                call.has(3) && call.findContent(3).map(sizes -> sizes.size() > 0).orElse(true);
        if (sized) {
            call.give(0, call.element(0), sized(call, shape, axes));
        } else {
            call.give(0, call.element(0), scaled(shape, axes, numbers(call.content(scales))));
        }
    }

    private static Shape sized(Call call, Shape shape, List<Integer> axes)
            throws NotInferableException {
        var sizes = call.content(3).dimensions();
        var policy = call.node().stringAttribute("keep_aspect_ratio_policy", "stretch");
        var result = shape;
        if (policy.equals("stretch")) {
            for (int i = 0; i < axes.size(); i++) {
                result = result.with(axes.get(i), sizes.get(i));
            }
            return result;
        }
        double scale = policy.equals("not_larger") ? Double.MAX_VALUE : 0;
        for (int i = 0; i < axes.size(); i++) {
            double own = fixed(sizes.get(i)) / fixed(shape.get(axes.get(i)));
            scale = policy.equals("not_larger") ? Math.min(scale, own) : Math.max(scale, own);
        }
        for (int axis : axes) {
            long size = (long) Math.floor(scale * fixed(shape.get(axis)) + 0.5);
            result = result.with(axis, Dimension.of(size));
        }
        return result;
    }

    private static double fixed(Dimension dimension) throws NotInferableException {
        if (dimension instanceof Fixed(long size)) {
            return (double) size;
        }
        throw new NotInferableException();
    }

    private static Shape scaled(Shape shape, List<Integer> axes, List<Double> scales)
            throws NotInferableException {
        if (scales.size() != axes.size()) {
            throw new NotInferableException();
        }
        var result = shape;
        for (int i = 0; i < axes.size(); i++) {
            result = result.with(axes.get(i), scaled(shape.get(axes.get(i)), scales.get(i)));
        }
        return result;
    }

    /// The size times the scale, rounded down, in single precision as runtimes compute it.
    private static Dimension scaled(Dimension dimension, double scale) {
        if (dimension instanceof Fixed(long size)) {
            return Dimension.of((long) Math.floor((float) size * (float) scale));
        }
        return scale >= 1 && scale == Math.rint(scale)
                ? DimensionMath.multiply(dimension, Dimension.of((long) scale))
                : Dimension.UNKNOWN;
    }

    private static List<Double> numbers(Content content) throws NotInferableException {
        var result = new ArrayList<Double>();
        for (int i = 0; i < content.size(); i++) {
            result.add(content.number(i));
        }
        return result;
    }

    /// Scales come from an input since version 9, from one attribute in version 7, from one for
    /// each axis before.
    private static void upsample(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        var shape = call.shape(0);
        var axes = IntStream.range(0, shape.rank()).boxed().toList();
        List<Double> scales;
        if (call.has(1)) {
            scales = numbers(call.content(1));
        } else if (call.node().attribute("scales").orElse(null) instanceof FloatsValue(var list)) {
            scales = list.stream().map(Float::doubleValue).toList();
        } else {
            scales =
                    List.of(
                            1.0,
                            1.0,
                            (double) call.node().floatAttribute("height_scale", 1),
                            (double) call.node().floatAttribute("width_scale", 1));
        }
        call.give(0, call.element(0), scaled(shape, axes, scales));
    }
}
