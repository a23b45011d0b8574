package dev.lathe.profiler.evaluate;

import dev.lathe.model.graph.Tensor;
import dev.lathe.profiler.feed.TensorCast;
import java.util.Map;
import java.util.Optional;

/// A number for each class of each sample of a batch.
final class Scores {
    private final int classes;
    private final float[] values;

    /// @param values sample by sample
    Scores(int classes, float[] values) {
        this.classes = classes;
        this.values = values;
    }

    int classes() {
        return classes;
    }

    /// The first output that is of real numbers and, sizes of 1 aside, has one dimension for the
    /// samples and one for the classes.
    ///
    /// @param slots how many samples the batch had room for
    static Optional<Scores> pick(Map<String, Tensor> outputs, int slots) {
        return outputs.values().stream()
                .filter(output -> TensorCast.isReal(output.type()) && isScores(output, slots))
                .findFirst()
                .map(output ->
                        new Scores(
                                Math.toIntExact(output.elements() / slots),
                                TensorCast.toFloats(output)));
    }

    /// All numbers of an output, those of each sample as its classes.
    static Scores of(Tensor output, int slots) {
        return new Scores(Math.toIntExact(output.elements() / slots), TensorCast.toFloats(output));
    }

    private static boolean isScores(Tensor output, int slots) {
        boolean batched = !output.sizes().isEmpty() && output.sizes().getFirst() == slots;
        if (slots > 1 && !batched) {
            return false;
        }
        long classes = output.elements() / slots;
        return classes > 1
                && output.sizes().stream().skip(batched ? 1 : 0).anyMatch(s -> s == classes);
    }

    /// The class with the largest number, the first of those that are equal.
    int best(int sample) {
        int best = 0;
        for (int c = 1; c < classes; c++) {
            if (at(sample, c) > at(sample, best)) {
                best = c;
            }
        }
        return best;
    }

    /// How many classes come before a class when they are ordered by their numbers, and equal ones
    /// by their position. A class whose number is not one comes after all.
    int rank(int sample, int label) {
        float own = at(sample, label);
        if (Float.isNaN(own)) {
            return classes;
        }
        int rank = 0;
        for (int c = 0; c < classes; c++) {
            float each = at(sample, c);
            if (each > own || (each == own && c < label)) {
                rank++;
            }
        }
        return rank;
    }

    /// The number for a class of a sample.
    float at(int sample, int label) {
        return values[sample * classes + label];
    }
}
