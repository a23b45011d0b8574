package dev.lathe.model.quantize;

import dev.lathe.model.graph.Node;
import java.util.Set;

/// What operators do to quantized values, as far as ONNX Runtime's CPU kernels make use of it.
final class OperatorRoles {
    /// Operators with integer kernels that requantize their output.
    private static final Set<String> ARITHMETIC =
            Set.of(
                    "Add",
                    "Mul",
                    "Concat",
                    "AveragePool",
                    "GlobalAveragePool",
                    "Sigmoid",
                    "LeakyRelu");

    /// Operators that move or choose elements of their first input and compute no new ones: output
    /// and input have the same scale.
    private static final Set<String> MOVING =
            Set.of(
                    "MaxPool",
                    "Reshape",
                    "Flatten",
                    "Transpose",
                    "Squeeze",
                    "Unsqueeze",
                    "Identity",
                    "Slice",
                    "DepthToSpace",
                    "SpaceToDepth");

    private OperatorRoles() {}

    static boolean isArithmetic(Node node) {
        return node.isStandard() && ARITHMETIC.contains(node.opType());
    }

    /// Whether a node hands elements of its first input on as they are.
    static boolean isMoving(Node node) {
        return node.isStandard()
                && (MOVING.contains(node.opType()) || isNearestResize(node))
                && node.input(0).isPresent()
                && node.outputs().stream().skip(1).allMatch(String::isEmpty);
    }

    /// Whether a node cuts its input off at bounds, which a quantized range does as well.
    static boolean isClamp(Node node) {
        return node.is("Relu") || node.is("Clip");
    }

    /// Whether a node hands elements of its first input on, cut off or not.
    static boolean isTransparent(Node node) {
        return isMoving(node) || isClamp(node);
    }

    private static boolean isNearestResize(Node node) {
        return node.is("Resize") && node.stringAttribute("mode", "nearest").equals("nearest");
    }
}
