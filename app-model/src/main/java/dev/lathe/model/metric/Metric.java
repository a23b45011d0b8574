package dev.lathe.model.metric;

import java.util.Arrays;
import java.util.Optional;

/// What is computed of the layers and groups of a model.
public enum Metric {
    /// Multiply-accumulates of one run.
    MACS("macs", Unit.COUNT, Combination.SUM),
    /// Elements of weights.
    PARAMETERS("parameters", Unit.COUNT, Combination.SUM),
    /// Bytes of weights in the file, with scales and zero points.
    WEIGHTS("weights", Unit.BYTES, Combination.SUM),
    /// Bytes that layers compute in one run.
    ACTIVATIONS("activations", Unit.BYTES, Combination.SUM),
    /// Bytes of activations that are alive while a layer runs.
    PEAK("peak", Unit.BYTES, Combination.MAXIMUM),
    /// The share of zeros among weights of at least two dimensions.
    SPARSITY("sparsity", Unit.SHARE, Combination.WEIGHTED_MEAN),
    /// Bits in the file for each parameter, with scales and zero points.
    BITS("bits", Unit.BITS, Combination.WEIGHTED_MEAN);

    private final String word;

    @SuppressWarnings("ImmutableEnumChecker") // a record of a constant and a text
    private final Unit unit;

    private final Combination combination;

    Metric(String word, Unit unit, Combination combination) {
        this.word = word;
        this.unit = unit;
        this.combination = combination;
    }

    /// What the command line calls it.
    public String word() {
        return word;
    }

    public Unit unit() {
        return unit;
    }

    /// How the values of groups come about.
    public Combination combination() {
        return combination;
    }

    /// The metric that the command line calls by a word.
    public static Optional<Metric> named(String word) {
        return Arrays.stream(values()).filter(metric -> metric.word.equals(word)).findFirst();
    }
}
