package dev.lathe.model.simplify;

import java.util.Locale;
import java.util.Optional;

/// A kind of simplification that can be asked for, left out and counted.
public enum Pass {
    /// Constant nodes become constants of the graph.
    CONSTANT_NODES,
    /// An If whose condition is known becomes the branch that it chooses.
    CONSTANT_IF,
    /// What depends on nothing but known sizes becomes a constant.
    SHAPE_FOLDING,
    /// What depends on nothing but constants is computed once, by the runtime.
    CONSTANT_FOLDING,
    /// Nodes that give what they get go.
    NO_OPS,
    /// Conversions between types that lose nothing are merged.
    CASTS,
    /// Reshapes of reshapes are merged.
    RESHAPES,
    /// Transposes are merged, cancelled, and taken into matrix products.
    TRANSPOSES,
    /// A BatchNormalization becomes part of the layer before it.
    BATCH_NORMALIZATION,
    /// What is computed or stored twice is computed or stored once.
    COMMON_SUBEXPRESSIONS,
    /// What nobody reads goes.
    UNUSED;

    /// The name in recipes and on the command line: `common-subexpressions`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The pass with a name.
    public static Optional<Pass> of(String word) {
        for (Pass pass : values()) {
            if (pass.word().equals(word)) {
                return Optional.of(pass);
            }
        }
        return Optional.empty();
    }

    /// Whether the rewrites leave every number as it is, apart from the sign of a zero.
    boolean isExact() {
        return this != BATCH_NORMALIZATION;
    }
}
