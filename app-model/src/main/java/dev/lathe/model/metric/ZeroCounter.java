package dev.lathe.model.metric;

import dev.lathe.model.cost.PartCosts;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorContent;
import dev.lathe.model.graph.TensorNumbers;
import dev.lathe.model.work.Progress;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/// Counts the zeros among weights, each tensor once. Weights are tensors of at least two
/// dimensions, so that biases and scales say nothing.
final class ZeroCounter {
    private static final int BLOCK = 1 << 16;

    private final IdentityHashMap<TensorContent, Optional<Long>> counted = new IdentityHashMap<>();

    /// The share of zeros among the weights that some nodes read; nothing for nodes without
    /// weights. Those that cannot be read count as unknown parts.
    Optional<Amount> of(List<Node> nodes, Graph graph, PartCosts parts, Progress progress)
            throws InterruptedException {
        long elements = 0;
        long zeros = 0;
        int unknown = 0;
        var seen = new IdentityHashMap<TensorContent, Boolean>(4);
        for (Node node : nodes) {
            for (Tensor weight : parts.weights(node)) {
                if (weight.sizes().size() < 2 || seen.put(weight.content(), true) != null) {
                    continue;
                }
                var count = count(weight, graph, progress);
                if (count.isEmpty()) {
                    unknown++;
                } else {
                    zeros += count.get();
                    elements += weight.elements();
                }
            }
        }
        if (elements == 0) {
            return unknown == 0 ? Optional.empty() : Optional.of(Amount.UNKNOWN);
        }
        return Optional.of(new Amount((double) zeros / elements, unknown, 1));
    }

    private Optional<Long> count(Tensor weight, Graph graph, Progress progress)
            throws InterruptedException {
        var known = counted.get(weight.content());
        if (known != null) {
            return known;
        }
        var numbers = TensorNumbers.of(weight).filter(n -> n.count() > 0);
        var zero = ZeroPoints.of(weight, graph);
        Optional<Long> count =
                numbers.isEmpty() || zero.isEmpty()
                        ? Optional.empty()
                        : Optional.of(count(numbers.get(), zero.get(), progress));
        counted.put(weight.content(), count);
        return count;
    }

    private static long count(TensorNumbers numbers, ZeroPoints zero, Progress progress)
            throws InterruptedException {
        var block = new double[(int) Math.min(BLOCK, numbers.count())];
        long zeros = 0;
        for (long from = 0; from < numbers.count(); from += block.length) {
            progress.checkCancelled();
            int length = (int) Math.min(block.length, numbers.count() - from);
            numbers.read(from, block, length);
            for (int i = 0; i < length; i++) {
                zeros += block[i] == zero.at(from + i) ? 1 : 0;
            }
        }
        return zeros;
    }
}
