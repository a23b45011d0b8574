package dev.lathe.model.diff;

import dev.lathe.model.graph.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Finds constants that were removed in one place and added in another: renamed, or moved to or
/// from an enclosing graph.
final class MovedTensors {
    /// Smaller constants are the same in many places.
    private static final long FEWEST_BYTES = 16;

    private MovedTensors() {}

    /// The graphs with each such pair as one constant that is the same, where it is added.
    static List<GraphDiff> pair(List<GraphDiff> graphs) {
        var removed = new HashMap<Long, TensorDiff>();
        forEach(graphs, Change.REMOVED, TensorDiff::before, removed);
        var added = new HashMap<Long, TensorDiff>();
        forEach(graphs, Change.ADDED, TensorDiff::after, added);
        var moved = new IdentityHashMap<TensorDiff, TensorDiff>();
        Set<TensorDiff> gone = Collections.newSetFromMap(new IdentityHashMap<>());
        added.forEach((key, diff) -> {
            var from = Optional.ofNullable(removed.get(key)).flatMap(TensorDiff::before);
            if (from.isPresent()
                    && TensorComparison.isSame(from.get(), diff.after().orElseThrow())) {
                moved.put(
                        diff,
                        new TensorDiff(
                                Change.SAME,
                                diff.path(),
                                diff.name(),
                                from,
                                diff.after(),
                                Optional.empty()));
                gone.add(removed.get(key));
            }
        });
        var result = new ArrayList<GraphDiff>();
        for (GraphDiff graph : graphs) {
            result.add(
                    graph.withTensors(
                            graph.tensors().stream()
                                    .filter(tensor -> !gone.contains(tensor))
                                    .map(tensor -> moved.getOrDefault(tensor, tensor))
                                    .toList()));
        }
        return result;
    }

    private static void forEach(
            List<GraphDiff> graphs,
            Change change,
            Function<TensorDiff, Optional<Tensor>> tensor,
            Map<Long, TensorDiff> into) {
        var twice = new HashSet<Long>();
        for (GraphDiff graph : graphs) {
            for (TensorDiff diff : graph.tensors()) {
                if (diff.change() != change) {
                    continue;
                }
                tensor.apply(diff)
                        .filter(t -> t.bytes().isPresent() && t.byteSize() >= FEWEST_BYTES)
                        .map(Digest::sampled)
                        .filter(key -> into.put(key, diff) != null)
                        .ifPresent(twice::add);
            }
        }
        twice.forEach(into::remove);
    }
}
