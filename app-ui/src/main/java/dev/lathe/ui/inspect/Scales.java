package dev.lathe.ui.inspect;

import dev.lathe.model.graph.Quantization;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorNumbers;
import dev.lathe.ui.chart.ScalesPlot.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongToDoubleFunction;

/// The scales and zero points of a quantized value, summed up.
///
/// @param count how many scales there are
/// @param columns the scales in their order, neighbours joined where they are many
record Scales(long count, Extreme smallest, Extreme largest, List<Span> columns) {
    private static final int MOST_COLUMNS = 512;

    Scales {
        columns = List.copyOf(columns);
    }

    /// A scale.
    ///
    /// @param position of the channel or block
    record Extreme(double scale, double zero, long position) {}

    /// The scales in tensors; empty if they cannot be read.
    ///
    /// @param zeros as many as scales, or one; all are `otherwise` if there are none
    static Optional<Scales> of(Tensor scales, Optional<Tensor> zeros, long otherwise) {
        var numbers = TensorNumbers.of(scales).filter(all -> all.count() > 0);
        var points = zeros.flatMap(TensorNumbers::of).filter(all -> all.count() > 0);
        return numbers.map(all ->
                of(
                        all.count(),
                        all::get,
                        i ->
                                points.map(each -> each.get(each.count() == 1 ? 0 : i))
                                        .orElse((double) otherwise)));
    }

    static Scales of(Quantization quantization) {
        return of(
                quantization.scales().size(),
                i -> quantization.scales().get((int) i),
                i -> quantization.zeroPoints().get((int) i));
    }

    boolean isSingle() {
        return count == 1;
    }

    private static Scales of(long count, LongToDoubleFunction scale, LongToDoubleFunction zero) {
        int columns = (int) Math.min(count, MOST_COLUMNS);
        var spans = new ArrayList<Span>(columns);
        long smallest = 0;
        long largest = 0;
        for (int column = 0; column < columns; column++) {
            long from = column * count / columns;
            long to = (column + 1) * count / columns;
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (long i = from; i < to; i++) {
                double value = scale.applyAsDouble(i);
                low = Math.min(low, value);
                high = Math.max(high, value);
                smallest = value < scale.applyAsDouble(smallest) ? i : smallest;
                largest = value > scale.applyAsDouble(largest) ? i : largest;
            }
            spans.add(new Span(low, high));
        }
        return new Scales(
                count,
                new Extreme(scale.applyAsDouble(smallest), zero.applyAsDouble(smallest), smallest),
                new Extreme(scale.applyAsDouble(largest), zero.applyAsDouble(largest), largest),
                spans);
    }
}
