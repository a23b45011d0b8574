package dev.lathe.model.simplify;

import dev.lathe.model.graph.Node;
import java.util.Set;

/// What has to be known of operators to rewrite around them.
final class Operators {
    private static final String CONTRIBUTED = "com.microsoft";

    private static final Set<String> RANDOM =
            Set.of(
                    "RandomNormal",
                    "RandomNormalLike",
                    "RandomUniform",
                    "RandomUniformLike",
                    "Multinomial",
                    "Bernoulli",
                    "Dropout",
                    "BiasDropout",
                    "BitmaskDropout",
                    "BitmaskBiasDropout",
                    "TrainableDropout",
                    "Sampling");

    /// Operators of one input that work on each element by itself.
    private static final Set<String> UNARY =
            Set.of(
                    "Abs",
                    "Acos",
                    "Acosh",
                    "Asin",
                    "Asinh",
                    "Atan",
                    "Atanh",
                    "BitwiseNot",
                    "Cast",
                    "Ceil",
                    "Celu",
                    "Cos",
                    "Cosh",
                    "Elu",
                    "Erf",
                    "Exp",
                    "Floor",
                    "Gelu",
                    "HardSigmoid",
                    "HardSwish",
                    "Identity",
                    "IsInf",
                    "IsNaN",
                    "LeakyRelu",
                    "Log",
                    "Mish",
                    "Neg",
                    "Not",
                    "Reciprocal",
                    "Relu",
                    "Round",
                    "Selu",
                    "Sigmoid",
                    "Sign",
                    "Sin",
                    "Sinh",
                    "Softplus",
                    "Softsign",
                    "Sqrt",
                    "Tan",
                    "Tanh",
                    "ThresholdedRelu");

    private static final Set<String> BINARY =
            Set.of("Add", "Sub", "Mul", "Div", "Pow", "Min", "Max", "And", "Or", "Xor");

    private Operators() {}

    /// Whether equal inputs give equal outputs, as far as is known.
    static boolean isPure(Node node) {
        return (node.isStandard() || node.domain().equals(CONTRIBUTED))
                && !RANDOM.contains(node.opType())
                && node.subgraphs().isEmpty()
                && !WorkGraph.isParametric(node);
    }

    /// Whether the operator may give other outputs each time.
    static boolean mayBeRandom(Node node) {
        return RANDOM.contains(node.opType())
                || !(node.isStandard() || node.domain().equals(CONTRIBUTED));
    }

    /// Whether leaving the node out can be noticed only by its outputs.
    static boolean isFreeOfEffects(Node node) {
        return node.isStandard()
                || node.domain().equals(CONTRIBUTED)
                || node.domain().equals("ai.onnx.ml");
    }

    static boolean isUnaryElementwise(Node node) {
        return node.isStandard() && UNARY.contains(node.opType());
    }

    static boolean isBinaryElementwise(Node node) {
        return node.isStandard() && BINARY.contains(node.opType()) && node.inputs().size() == 2;
    }

    /// Whether the output has the elements of the first input in their order.
    static boolean isReshaping(Node node) {
        return node.is("Reshape")
                || node.is("Flatten")
                || node.is("Squeeze")
                || node.is("Unsqueeze");
    }
}
