package dev.lathe.model.prune;

import dev.lathe.model.graph.Tensor;
import dev.lathe.model.work.Progress;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The elements of float32 tensors as one long sequence of 32-bit patterns, cut into blocks that
/// fit a processor's cache and are worked on in parallel.
final class Blocks {
    private static final ValueLayout.OfInt BITS =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int LENGTH = 1 << 14;
    private static final int WAVE = 1 << 10;

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

    /// Has every block worked on, in parallel lanes that each have a state of their own, and
    /// returns the states.
    <S> List<S> forEach(Supplier<S> newState, Work<S> work, Progress progress)
            throws InterruptedException {
        int lanes = Math.clamp(blocks.size(), 1, 2 * Runtime.getRuntime().availableProcessors());
        var states = Stream.generate(newState).limit(lanes).toList();
        var buffers = new int[lanes][LENGTH];
        for (int from = 0; from < blocks.size(); from += WAVE) {
            progress.checkCancelled();
            int first = from;
            int end = Math.min(blocks.size(), from + WAVE);
            IntStream.range(0, lanes)
                    .parallel()
                    .forEach(lane -> {
                        for (int i = first + lane; i < end; i += lanes) {
                            var block = blocks.get(i);
                            block.read(buffers[lane]);
                            work.accept(states.get(lane), i, block, buffers[lane]);
                        }
                    });
        }
        return states;
    }

    Block get(int position) {
        return blocks.get(position);
    }

    /// What is done with a block.
    @FunctionalInterface
    interface Work<S> {
        /// Works on one block.
        ///
        /// @param state of the lane
        /// @param position of the block among all
        /// @param bits starts with a copy of its elements, for the worker to change
        void accept(S state, int position, Block block, int[] bits);
    }

    /// A run of elements of one tensor.
    ///
    /// @param tensor its position in the list
    /// @param from the first element
    record Block(int tensor, MemorySegment bytes, long from, int length) {
        /// Copies the elements to the start of an array.
        void read(int[] bits) {
            readFrom(bytes, bits);
        }

        /// Copies the elements that are where this block is in another segment.
        void readFrom(MemorySegment source, int[] bits) {
            MemorySegment.copy(source, BITS, from * Integer.BYTES, bits, 0, length);
        }

        /// Writes elements to where this block is in another segment.
        void write(int[] bits, MemorySegment target) {
            MemorySegment.copy(bits, 0, target, BITS, from * Integer.BYTES, length);
        }
    }
}
