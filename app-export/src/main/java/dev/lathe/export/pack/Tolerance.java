package dev.lathe.export.pack;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;
import java.math.BigDecimal;
import java.math.MathContext;

/// How far an element of an output may be from what is expected: `absolute + relative ·
/// |expected|`.
///
/// Floats differ with the order of sums, quantized models with the integer kernels of a processor
/// (whether it has VNNI, for instance), which can move the input of a rounding to the next step.
record Tolerance(double absolute, double relative) {
    static final Tolerance EXACT = new Tolerance(0, 0);

    /// The tolerance for an output.
    ///
    /// @param largest the largest magnitude of its expected elements
    static Tolerance of(ModelGraph model, DataType type, double largest) {
        return switch (type) {
            case FLOAT, DOUBLE ->
                    isQuantized(model)
                            ? new Tolerance(share(largest, 0.1), 0)
                            : new Tolerance(share(largest, 1e-4), 1e-3);
            case FLOAT16 -> new Tolerance(share(largest, 1e-2), 1e-2);
            default -> EXACT;
        };
    }

    /// Whether an element is near enough. Not-a-number and infinity have to be the same.
    boolean accepts(double expected, double actual) {
        return Double.compare(expected, actual) == 0
                || Math.abs(expected - actual) <= absolute + relative * Math.abs(expected);
    }

    private static double share(double largest, double share) {
        double exact = Double.isFinite(largest) ? Math.max(largest * share, 1e-6) : 1e-6;
        return new BigDecimal(exact).round(new MathContext(2)).doubleValue();
    }

    private static boolean isQuantized(ModelGraph model) {
        return model.graph().nodesIncludingSubgraphs().stream().anyMatch(Tolerance::isQuantized);
    }

    private static boolean isQuantized(Node node) {
        String op = node.opType();
        return op.endsWith("QuantizeLinear")
                || op.startsWith("QLinear")
                || op.endsWith("Integer")
                || op.startsWith("QGemm")
                || op.startsWith("QAttention");
    }
}
