package dev.lathe.profiler.evaluate;

import dev.lathe.model.graph.Tensor;
import dev.lathe.model.run.ModelRunException;
import java.util.List;

/// Adds up the differences between the outputs of two models, over all outputs of real numbers.
/// Outputs of one name belong together; where a name is missing, but the models have equally many
/// such outputs, those at the same place do.
final class OutputDifference {
    private int samples;
    private double signal;
    private double noise;
    private double cosines;
    private int agreeing;
    private double maxAbsDiff;

    void add(RunOutputs expected, RunOutputs actual) throws ModelRunException {
        var sums = new SampleSums[expected.samples()];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = new SampleSums();
        }
        var references = expected.real();
        for (int i = 0; i < references.size(); i++) {
            var reference = references.get(i);
            addOutput(expected.parts(reference), counterpart(i, expected, actual), sums);
        }
        for (SampleSums each : sums) {
            cosines += each.cosine();
        }
        agreeing += agreeing(expected.scores(), actual.scores(), sums.length);
        samples += sums.length;
    }

    OutputComparison result() {
        double ratio = noise == 0 ? Double.POSITIVE_INFINITY : signal / noise;
        return new OutputComparison(
                samples,
                10 * Math.log10(ratio),
                cosines / samples,
                (double) agreeing / samples,
                maxAbsDiff);
    }

    private static Scores counterpart(int place, RunOutputs expected, RunOutputs actual)
            throws ModelRunException {
        var references = expected.real();
        var reference = references.get(place);
        var others = actual.real();
        var named = actual.find(reference.name());
        if (named.isEmpty() && others.size() != references.size()) {
            throw new ModelRunException(
                    "Cannot compare the models: the second has no output '"
                            + reference.name()
                            + "' of real numbers");
        }
        var other = named.orElse(others.get(Math.min(place, others.size() - 1)));
        var parts = actual.parts(other);
        if (parts.classes() != expected.parts(reference).classes()
                || (named.isEmpty() && !sameSizes(reference, other))) {
            throw new ModelRunException(
                    "Cannot compare the models: their output '"
                            + reference.name()
                            + "' is "
                            + reference.shape()
                            + " in one and "
                            + other.shape()
                            + " in the other");
        }
        return parts;
    }

    /// Whether two outputs have the same dimensions after the first, those of 1 aside.
    private static boolean sameSizes(Tensor a, Tensor b) {
        return sizesOfSample(a).equals(sizesOfSample(b));
    }

    private static List<Long> sizesOfSample(Tensor output) {
        return output.sizes().stream().skip(1).filter(size -> size != 1).toList();
    }

    private void addOutput(Scores expected, Scores actual, SampleSums[] sums) {
        for (int i = 0; i < sums.length; i++) {
            for (int k = 0; k < expected.classes(); k++) {
                double a = expected.at(i, k);
                double b = actual.at(i, k);
                double difference = a - b;
                signal += a * a;
                noise += difference * difference;
                maxAbsDiff = Math.max(maxAbsDiff, Math.abs(difference));
                sums[i].add(a, b);
            }
        }
    }

    private static int agreeing(Scores expected, Scores actual, int samples) {
        int agreeing = 0;
        for (int i = 0; i < samples; i++) {
            agreeing += expected.best(i) == actual.best(i) ? 1 : 0;
        }
        return agreeing;
    }

    /// The sums that make the cosine of two outputs of one sample.
    private static final class SampleSums {
        private double both;
        private double first;
        private double second;

        void add(double a, double b) {
            both += a * b;
            first += a * a;
            second += b * b;
        }

        double cosine() {
            if (first == 0 && second == 0) {
                return 1;
            }
            return first == 0 || second == 0 ? 0 : both / Math.sqrt(first * second);
        }
    }
}
