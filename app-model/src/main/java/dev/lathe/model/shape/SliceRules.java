package dev.lathe.model.shape;

import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Dimension.Fixed;
import dev.lathe.model.graph.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Slice: takes a range with a step on some axes.
final class SliceRules {

    /// An end from here on means the end of the axis; exporters write several large numbers.
    private static final long FAR = Integer.MAX_VALUE;

    private SliceRules() {}

    static void register(RuleBook book) {
        book.standard(SliceRules::slice, "Slice", "DynamicSlice");
    }

    private static void slice(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        var shape = call.shape(0);
        var starts = bounds(call, "starts", 1);
        var ends = bounds(call, "ends", 2);
        var axes = axes(call, shape.rank(), starts, ends);
        if (axes.isEmpty()) {
            call.give(0, call.element(0), Ranks.unknown(shape.rank()));
            return;
        }
        var steps = bounds(call, "steps", 4);
        var result = shape;
        for (int i = 0; i < axes.get().size(); i++) {
            int axis = axes.get().get(i);
            var step = call.has(4) ? at(steps, i) : Dimension.of(1);
            result = result.with(axis, length(shape.get(axis), at(starts, i), at(ends, i), step));
        }
        call.give(0, call.element(0), result);
        var content = call.content(0);
        var from = starts.orElseThrow(NotInferableException::new);
        call.give(0, sliced(content, result, axes.get(), from, call));
    }

    private static Optional<List<Dimension>> bounds(Call call, String attribute, int input) {
        return call.has(input)
                ? call.findContent(input).map(Content::dimensions)
                : call.node()
                        .intsAttribute(attribute)
                        .map(list -> list.stream().map(Dimension::of).toList());
    }

    private static Dimension at(Optional<List<Dimension>> bounds, int position) {
        return bounds.filter(list -> position < list.size())
                .map(list -> list.get(position))
                .orElse(Dimension.UNKNOWN);
    }

    /// The sliced axes; empty if only a run knows them.
    private static Optional<List<Integer>> axes(
            Call call, int rank, Optional<List<Dimension>> starts, Optional<List<Dimension>> ends)
            throws NotInferableException {
        if (call.has(3) && call.findContent(3).isEmpty()) {
            return Optional.empty();
        }
        var stated = call.integers("axes", 3);
        if (stated.isPresent()) {
            return Optional.of(Call.axes(stated.get(), rank));
        }
        var count = starts.or(() -> ends).map(List::size);
        if (count.isEmpty()) {
            return Optional.empty();
        }
        var result = new ArrayList<Integer>();
        for (int i = 0; i < count.get(); i++) {
            result.add(Call.axis(i, rank));
        }
        return Optional.of(result);
    }

    private static Dimension length(
            Dimension whole, Dimension start, Dimension end, Dimension step) {
        if (!(start instanceof Fixed(long from)) || !(step instanceof Fixed(long by)) || by == 0) {
            return Dimension.UNKNOWN;
        }
        if (whole instanceof Fixed(long size) && end instanceof Fixed(long to)) {
            return Dimension.of(length(size, from, to, by));
        }
        if (by != 1) {
            return Dimension.UNKNOWN;
        }
        if (end instanceof Fixed(long to)) {
            if (to >= FAR && from >= 0) {
                return DimensionMath.add(whole, -from);
            }
            if (from >= 0 && to >= 0 && to <= from) {
                return Dimension.of(0);
            }
            return to < 0 && from >= 0 ? DimensionMath.add(whole, to - from) : Dimension.UNKNOWN;
        }
        return from >= 0 && DimensionMath.same(whole, end)
                ? DimensionMath.add(whole, -from)
                : Dimension.UNKNOWN;
    }

    private static long length(long size, long start, long end, long step) {
        long from = start < 0 ? start + size : start;
        long to = end < 0 ? Math.max(end + size, -1) : end;
        if (step > 0) {
            from = Math.clamp(from, 0, size);
            to = Math.clamp(to, 0, size);
            return Math.max(0, Math.ceilDiv(to - from, step));
        }
        from = Math.clamp(from, 0, Math.max(size - 1, 0));
        to = Math.clamp(to, -1, size);
        return Math.max(0, Math.ceilDiv(to - from, step));
    }

    /// The elements that are left, when the slice is wholly known.
    private static Content sliced(
            Content content, Shape result, List<Integer> axes, List<Dimension> starts, Call call)
            throws NotInferableException {
        int rank = result.rank();
        var first = new int[rank];
        var step = new int[rank];
        Arrays.fill(step, 1);
        var steps = call.has(4) ? call.content(4).wholes() : List.<Long>of();
        for (int i = 0; i < axes.size(); i++) {
            int axis = axes.get(i);
            if (!(starts.get(i) instanceof Fixed(long from))) {
                throw new NotInferableException();
            }
            long size = content.sizes().get(axis);
            step[axis] = steps.isEmpty() ? 1 : Math.toIntExact(steps.get(i));
            long last = step[axis] < 0 ? size - 1 : size;
            first[axis] = (int) Math.clamp(from < 0 ? from + size : from, 0, Math.max(0, last));
        }
        return content.rearranged(
                result,
                place -> {
                    for (int axis = 0; axis < rank; axis++) {
                        place[axis] = first[axis] + place[axis] * step[axis];
                    }
                    return place;
                });
    }
}
