package dev.lathe.model.prune;

import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorContent.Stored;
import dev.lathe.model.work.Progress;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        var changed = new boolean[blocks.count()];
        var ties = new int[blocks.count()];
        blocks.forEach(
                () -> threshold,
                (_, i, block, bits) -> {
                    var found = threshold.zeroBelow(bits, block.length());
                    block.write(bits, targets.get(block.tensor()));
                    changed[i] = found.changed();
                    ties[i] = found.at();
                },
                progress);
        zeroTies(blocks, threshold, ties, targets, changed);
        var changedTensors = new boolean[tensors.size()];
        for (int i = 0; i < changed.length; i++) {
            changedTensors[blocks.get(i).tensor()] |= changed[i];
        }
        var result = new ArrayList<Optional<Tensor>>();
        for (int i = 0; i < tensors.size(); i++) {
            var tensor = tensors.get(i);
            result.add(
                    changedTensors[i]
                            ? Optional.of(
                                    tensor.withContent(new Stored(targets.get(i).asReadOnly())))
                            : Optional.empty());
        }
        return result;
    }

    /// Sets the first elements at the threshold to zero, block by block.
    private static void zeroTies(
            Blocks blocks,
            Threshold threshold,
            int[] ties,
            List<MemorySegment> targets,
            boolean[] changed) {
        long left = threshold.ties();
        for (int i = 0; i < ties.length && left > 0; i++) {
            if (ties[i] > 0) {
                var block = blocks.get(i);
                var target = targets.get(block.tensor());
                var bits = new int[block.length()];
                block.readFrom(target, bits);
                threshold.zeroAt(bits, bits.length, left);
                block.write(bits, target);
                changed[i] |= threshold.magnitude() != 0;
                left -= Math.min(left, ties[i]);
            }
        }
    }

    /// Room for the new elements, outside the heap: models may be larger than it.
    private static List<MemorySegment> allocate(List<Tensor> tensors) {
        var arena = Arena.ofAuto();
        return tensors.stream().map(tensor -> arena.allocate(tensor.elements() * 4)).toList();
    }
}
