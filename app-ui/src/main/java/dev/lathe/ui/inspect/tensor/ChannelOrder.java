package dev.lathe.ui.inspect.tensor;

import dev.lathe.model.tensor.ChannelRanges;
import java.util.Comparator;
import java.util.stream.IntStream;

/// In what order channels are shown.
enum ChannelOrder {
    /// As they are in the tensor.
    INDEX,
    /// Those that hold the number farthest from zero first.
    MAGNITUDE,
    /// Those that span the widest range first.
    SPAN,
    /// Those that spread most about their mean first.
    STD,
    /// Those with the smallest mean first.
    MEAN,
    /// Those with most zeros first.
    ZEROS;

    String messageKey() {
        return switch (this) {
            case INDEX -> "tensor.order.index";
            case MAGNITUDE -> "tensor.order.magnitude";
            case SPAN -> "tensor.order.span";
            case STD -> "tensor.order.std";
            case MEAN -> "tensor.order.mean";
            case ZEROS -> "tensor.order.zeros";
        };
    }

    /// The channels in this order; those without a finite number come last.
    int[] of(ChannelRanges ranges) {
        var all = IntStream.range(0, ranges.size());
        return this == INDEX
                ? all.toArray()
                : all.boxed()
                        .sorted(Comparator.comparingDouble(channel -> key(ranges, channel)))
                        .mapToInt(Integer::intValue)
                        .toArray();
    }

    private double key(ChannelRanges ranges, int channel) {
        double low = ranges.min(channel);
        double high = ranges.max(channel);
        return switch (this) {
            case INDEX -> channel;
            case MAGNITUDE -> -Math.max(Math.abs(low), Math.abs(high));
            case SPAN -> low - high;
            case STD -> -ranges.std(channel);
            case MEAN -> ranges.mean(channel);
            case ZEROS -> -ranges.zeroShare(channel);
        };
    }
}
