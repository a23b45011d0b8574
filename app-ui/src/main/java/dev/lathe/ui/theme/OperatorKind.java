package dev.lathe.ui.theme;

import dev.lathe.model.graph.Node;
import java.util.Locale;

/// What an operator does, coarsely: what graph, tables and charts colour it by.
public enum OperatorKind {
    CONVOLUTION,
    /// Products of matrices: Gemm, MatMul, attention as one operator.
    MATRIX,
    NORMALIZATION,
    ACTIVATION,
    POOLING,
    /// One result for each element: arithmetic, comparisons, casts.
    ELEMENTWISE,
    /// Moves, cuts or joins elements without computing: Reshape, Concat, Gather.
    SHAPE,
    REDUCTION,
    RECURRENT,
    QUANTIZATION,
    CONTROL_FLOW,
    /// Constants; the graph's own inputs and outputs have this colour too.
    CONSTANT,
    OTHER;

    /// The kind of a node.
    public static OperatorKind of(Node node) {
        return of(node.opType());
    }

    /// The kind of an operator, whatever its domain; {@link #OTHER} if it is not known.
    public static OperatorKind of(String operator) {
        return OperatorKinds.BY_OPERATOR.getOrDefault(operator, OTHER);
    }

    /// The key of its name in the message files: `graph.kind.matrix`.
    public String messageKey() {
        return "graph.kind." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
