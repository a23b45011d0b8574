package dev.lathe.model.shape;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Dimension.Fixed;
import dev.lathe.model.graph.Shape;
import java.util.List;

/// Windows, Fourier transforms and filter banks.
final class SignalRules {

    private SignalRules() {}

    static void register(RuleBook book) {
        book.standard(SignalRules::window, "BlackmanWindow", "HammingWindow", "HannWindow");
        book.standard(SignalRules::transform, "DFT");
        book.standard(SignalRules::shortTime, "STFT");
        book.standard(SignalRules::mel, "MelWeightMatrix");
    }

    private static void window(Call call) throws NotInferableException {
        var element = stated(call);
        call.give(0, element);
        call.give(0, element, new Shape(List.of(size(call, 0))));
    }

    private static DataType stated(Call call) throws NotInferableException {
        return DataType.ofCode((int) call.node().intAttribute("output_datatype", 1))
                .orElseThrow(NotInferableException::new);
    }

    private static Dimension size(Call call, int input) {
        return call.findContent(input)
                .filter(content -> content.size() == 1)
                .map(content -> content.dimension(0))
                .orElse(Dimension.UNKNOWN);
    }

    /// The transformed axis has the stated length, or half of it and one if only one side is asked
    /// for; the last axis holds the real and the imaginary part. The inverse of a one-sided
    /// transform is real.
    private static void transform(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        var x = call.shape(0);
        if (call.has(2) && call.findContent(2).isEmpty()) {
            giveAnyAxis(call, x);
            return;
        }
        long stated =
                call.has(2)
                        ? call.content(2).whole(0)
                        : call.node().intAttribute("axis", call.opset() < 20 ? 1 : -2);
        int axis = Call.axis(stated, x.rank());
        var length = call.has(1) ? size(call, 1) : x.get(axis);
        boolean half = call.node().intAttribute("onesided", 0) != 0;
        boolean inverse = call.node().intAttribute("inverse", 0) != 0;
        if (half && inverse) {
            var whole = call.has(1) ? length : twice(length);
            call.give(0, call.element(0), x.with(axis, whole).with(-1, Dimension.of(1)));
            return;
        }
        call.give(
                0,
                call.element(0),
                x.with(axis, half ? half(length) : length).with(-1, Dimension.of(2)));
    }

    /// Whatever the axis is, a whole transform without a stated length keeps all sizes.
    private static void giveAnyAxis(Call call, Shape x) throws NotInferableException {
        boolean half = call.node().intAttribute("onesided", 0) != 0;
        boolean real = half && call.node().intAttribute("inverse", 0) != 0;
        var shape = call.has(1) || half ? Ranks.unknown(x.rank()) : x;
        call.give(0, call.element(0), shape.with(-1, Dimension.of(real ? 1 : 2)));
    }

    private static Dimension half(Dimension length) {
        return length instanceof Fixed(long size) ? Dimension.of(size / 2 + 1) : Dimension.UNKNOWN;
    }

    private static Dimension twice(Dimension length) {
        return length instanceof Fixed(long size)
                ? Dimension.of(2 * (size - 1))
                : Dimension.UNKNOWN;
    }

    /// `signal (B×L×…)` to `B×frames×bins×2`.
    private static void shortTime(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        var signal = call.shape(0);
        var step = size(call, 1);
        var window = call.findShape(2).map(shape -> shape.get(0)).orElse(Dimension.UNKNOWN);
        var length = call.has(3) ? size(call, 3) : window;
        var bins = call.node().intAttribute("onesided", 1) != 0 ? half(length) : length;
        var frames = Dimension.UNKNOWN;
        if (signal.get(1) instanceof Fixed(long whole)
                && step instanceof Fixed(long by)
                && length instanceof Fixed(long frame)) {
            frames = Dimension.of((whole - frame) / by + 1);
        }
        call.give(
                0,
                call.element(0),
                new Shape(List.of(signal.get(0), frames, bins, Dimension.of(2))));
    }

    /// Bins of the spectrum × bands.
    private static void mel(Call call) throws NotInferableException {
        var element = stated(call);
        call.give(0, element);
        call.give(0, element, new Shape(List.of(half(size(call, 1)), size(call, 0))));
    }
}
