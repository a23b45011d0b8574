package dev.lathe.model.edit;

import dev.lathe.model.prune.PruneScope;
import dev.lathe.model.quantize.Granularity;
import dev.lathe.model.quantize.IntegerType;
import dev.lathe.model.simplify.Pass;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.Set;

/// One change to a model, as plain data: it can be saved, shown, compared and replayed. It states
/// an intent and holds no graph.
public sealed interface Edit {

    /// The layers that this edit is for.
    LayerSelection selection();

    /// Gives free dimensions of the inputs sizes, for good.
    ///
    /// @param sizes by the symbol of the dimension, or by input and position (`data:0`), in the
    ///   order in which people gave them; at least one
    record BindDimensions(SequencedMap<String, Long> sizes) implements Edit {
        public BindDimensions {
            if (sizes.isEmpty()) {
                throw new IllegalArgumentException("sizes must hold at least one dimension");
            }
            sizes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(sizes));
        }

        /// Every layer, because the shapes of all may change.
        @Override
        public LayerSelection selection() {
            return LayerSelection.ALL;
        }
    }

    /// Sets the weights of smallest magnitude to zero (Han et al., "Learning both Weights and
    /// Connections", NeurIPS 2015, without retraining).
    ///
    /// @param amount the share of weights to set to zero, from 0 to 1
    record PruneMagnitude(double amount, PruneScope scope, LayerSelection selection)
            implements Edit {
        public PruneMagnitude {
            if (!(amount >= 0 && amount <= 1)) {
                throw new IllegalArgumentException("amount must be in [0, 1] but was " + amount);
            }
        }
    }

    /// Stores weights as integers and quantizes activations while the model runs, each by its own
    /// range.
    record QuantizeDynamic(IntegerType weight, Granularity granularity, LayerSelection selection)
            implements Edit {}

    /// Puts QuantizeLinear and DequantizeLinear around layers, with activation ranges measured on
    /// calibration data (min-max).
    ///
    /// @param calibrationLimit the number of calibration samples to use at most
    record QuantizeStatic(
            IntegerType activation,
            IntegerType weight,
            Granularity granularity,
            int calibrationLimit,
            LayerSelection selection)
            implements Edit {
        public QuantizeStatic {
            if (calibrationLimit < 1) {
                throw new IllegalArgumentException(
                        "calibrationLimit must be at least 1 but was " + calibrationLimit);
            }
        }
    }

    /// Makes the model smaller and leaves what it computes as it is.
    ///
    /// @param opset the version of the standard operators to raise the model to first; empty to
    ///   leave it
    /// @param skip passes to leave out
    record Simplify(OptionalLong opset, Set<Pass> skip) implements Edit {
        public Simplify {
            skip =
                    Collections.unmodifiableSet(
                            skip.isEmpty() ? EnumSet.noneOf(Pass.class) : EnumSet.copyOf(skip));
        }

        /// All passes, the operators as they are.
        public static final Simplify ALL = new Simplify(OptionalLong.empty(), Set.of());

        @Override
        public LayerSelection selection() {
            return LayerSelection.ALL;
        }
    }
}
