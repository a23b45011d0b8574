package dev.lathe.model.prune;

import dev.lathe.model.graph.Tensor;
import dev.lathe.model.work.Progress;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The elements of float32 tensors as one long sequence of 32-bit patterns, cut into blocks that
/// fit a processor's cache and are worked on in parallel.
final class Blocks {
    private static final ValueLayout.OfInt BITS =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int LENGTH = 1 << 16;
    private static final int WAVE = 256;

    private final List<Block> blocks;

    private Blocks(List<Block> blocks) {
        this.blocks = blocks;
    }

    /// The elements of float32 tensors that can be had.
    static Blocks of(List<Tensor> tensors) {
        var blocks = new ArrayList<Block>();
        for (int i = 0; i < tensors.size(); i++) {
            var bytes = tensors.get(i).bytes().orElseThrow();
            long elements = bytes.byteSize() / Integer.BYTES;
            for (long from = 0; from < elements; from += LENGTH) {
                blocks.add(new Block(i, bytes, from, (int) Math.min(LENGTH, elements - from)));
            }
        }
        return new Blocks(blocks);
    }

    int count() {
        return blocks.size();
    }

    long elements() {
        return blocks.stream().mapToLong(Block::length).sum();
    }

    /// Has every block worked on, in parallel, in no particular order.
    void forEach(Work work, Progress progress) throws InterruptedException {
        for (int from = 0; from < blocks.size(); from += WAVE) {
            progress.checkCancelled();
            int to = Math.min(blocks.size(), from + WAVE);
            IntStream.range(from, to)
                    .parallel()
                    .forEach(i -> work.accept(i, blocks.get(i), blocks.get(i).read()));
        }
    }

    /// What is done with a block.
    @FunctionalInterface
    interface Work {
        /// Works on one block.
        ///
        /// @param position of the block among all
        /// @param bits a copy of its elements, for the worker to change
        void accept(int position, Block block, int[] bits);
    }

    /// A run of elements of one tensor.
    ///
    /// @param tensor its position in the list
    /// @param from the first element
    record Block(int tensor, MemorySegment bytes, long from, int length) {
        int[] read() {
            var bits = new int[length];
            MemorySegment.copy(bytes, BITS, from * Integer.BYTES, bits, 0, length);
            return bits;
        }

        /// Writes elements to where this block is in another segment.
        void write(int[] bits, MemorySegment target) {
            MemorySegment.copy(bits, 0, target, BITS, from * Integer.BYTES, length);
        }
    }
}
