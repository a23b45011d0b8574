package dev.lathe.model.diff;

import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorNumbers;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// How a node reads a constant as real numbers.
///
/// @param decoding how its elements are decoded; empty if that is not known
/// @param axes its axes in the order of the weights of the operator's family: out, in, height,
///   width for convolutions, in, out for products of matrices; none if that is how it is stored
record Reading(Optional<Decoding> decoding, List<Integer> axes) {

    /// The elements are the numbers, in their order.
    static final Reading PLAIN = new Reading(Optional.of(Decoding.NONE), List.of());

    Reading {
        axes = List.copyOf(axes);
    }

    /// The sizes in the order in which the constant is read.
    List<Long> sizes(Tensor tensor) {
        return isTransposed(tensor)
                ? axes.stream().map(axis -> tensor.sizes().get(axis)).toList()
                : tensor.sizes();
    }

    boolean isTransposed(Tensor tensor) {
        return !axes.isEmpty() && axes.size() == tensor.sizes().size();
    }

    /// The numbers in the order of the family's weights, block by block.
    Numbers numbers(Tensor tensor, TensorNumbers elements) {
        var decoder = decoding.orElse(Decoding.NONE);
        if (!isTransposed(tensor)) {
            return (from, block, length) -> {
                elements.read(from, block, length);
                decoder.decode(tensor, from, block, length);
            };
        }
        return new Transposed(tensor, elements, decoder, axes);
    }

    /// Numbers that are read from the first to the last.
    @FunctionalInterface
    interface Numbers {
        void read(long from, double[] block, int length);
    }

    private static final class Transposed implements Numbers {
        private final Tensor tensor;
        private final TensorNumbers elements;
        private final Decoding decoder;
        private final long[] sizes;
        private final long[] strides;
        private final double[] one = new double[1];

        Transposed(Tensor tensor, TensorNumbers elements, Decoding decoder, List<Integer> axes) {
            this.tensor = tensor;
            this.elements = elements;
            this.decoder = decoder;
            this.sizes = axes.stream().mapToLong(axis -> tensor.sizes().get(axis)).toArray();
            this.strides =
                    axes.stream()
                            .mapToLong(axis ->
                                    IntStream.range(axis + 1, tensor.sizes().size())
                                            .mapToLong(i -> tensor.sizes().get(i))
                                            .reduce(1, (a, b) -> a * b))
                            .toArray();
        }

        @Override
        public void read(long from, double[] block, int length) {
            for (int i = 0; i < length; i++) {
                long place = place(from + i);
                one[0] = elements.get(place);
                decoder.decode(tensor, place, one, 1);
                block[i] = one[0];
            }
        }

        /// Where in the stored order an element is.
        private long place(long index) {
            long rest = index;
            long place = 0;
            for (int i = sizes.length - 1; i >= 0; i--) {
                place += rest % sizes[i] * strides[i];
                rest /= sizes[i];
            }
            return place;
        }
    }
}
