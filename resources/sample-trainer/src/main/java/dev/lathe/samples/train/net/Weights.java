package dev.lathe.samples.train.net;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// The trained numbers of a network, by name, in the order of its layers.
public record Weights(SequencedMap<String, Values> byName) {

    public Weights {
        byName = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(byName));
    }

    /// The values of one weight.
    ///
    /// @throws IllegalArgumentException if there is no weight of that name
    public Values get(String name) {
        Values values = byName.get(name);
        if (values == null) {
            throw new IllegalArgumentException("No weight is called " + name);
        }
        return values;
    }

    /// How many numbers there are in all, of those whose names pass no running statistics.
    public long trainableCount() {
        return byName.entrySet().stream()
                .filter(entry -> !entry.getKey().contains(".running_"))
                .map(Map.Entry::getValue)
                .mapToLong(values -> values.numbers.length)
                .sum();
    }

    /// A shape and its numbers, row by row.
    public static final class Values {
        private final long[] shape;
        private final float[] numbers;

        public Values(long[] shape, float[] numbers) {
            this.shape = shape.clone();
            this.numbers = numbers.clone();
        }

        /// The sizes of the dimensions.
        public long[] shape() {
            return shape.clone();
        }

        /// The numbers, the last dimension running fastest.
        public float[] numbers() {
            return numbers.clone();
        }
    }
}
