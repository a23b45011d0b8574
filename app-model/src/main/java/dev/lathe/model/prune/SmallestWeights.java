package dev.lathe.model.prune;

import dev.lathe.model.graph.Tensor;
import dev.lathe.model.work.Progress;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLongArray;

/// Sets the smallest elements of some float32 tensors, taken together, to zero.
final class SmallestWeights {
    private SmallestWeights() {}

    /// The tensors with the given share of their elements set to zero; empty for one that has
    /// nothing to change.
    ///
    /// @param amount from 0 to 1
    static List<Optional<Tensor>> zero(List<Tensor> tensors, double amount, Progress progress)
            throws InterruptedException {
        var blocks = Blocks.of(tensors);
        long count = (long) Math.floor(amount * blocks.elements());
        if (count == 0) {
            return tensors.stream().map(_ -> Optional.<Tensor>empty()).toList();
        }
        var threshold = Threshold.ofSmallest(count, blocks, progress);
        var targets = allocate(tensors);
        var changes = new AtomicLongArray(tensors.size());
        blocks.forEach(
                (i, block, bits) -> {
                    changes.addAndGet(block.tensor(), threshold.zero(bits, i));
                    block.write(bits, targets.get(block.tensor()));
                },
                progress);
        var result = new ArrayList<Optional<Tensor>>();
        for (int i = 0; i < tensors.size(); i++) {
            var tensor = tensors.get(i);
            result.add(
                    changes.get(i) == 0
                            ? Optional.empty()
                            : Optional.of(
                                    Tensor.of(
                                            tensor.name(),
                                            tensor.type(),
                                            tensor.sizes(),
                                            targets.get(i))));
        }
        return result;
    }

    /// Room for the new elements, outside the heap: models may be larger than it.
    private static List<MemorySegment> allocate(List<Tensor> tensors) {
        var arena = Arena.ofAuto();
        return tensors.stream().map(tensor -> arena.allocate(tensor.elements() * 4)).toList();
    }
}
