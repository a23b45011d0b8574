package dev.lathe.model.cost;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;

/// Weights of few bits that an operator keeps packed in bytes (ONNX Runtime,
/// docs/ContribOperators.md).
final class PackedWeights {

    private PackedWeights() {}

    /// The number of elements of a constant as a node reads it; 0 if no file can hold so many.
    static long elements(Node node, int input, Tensor constant) {
        try {
            var operator = node.opType();
            if (operator.startsWith("MatMul") && input == 1 && node.findInt("K").isPresent()) {
                return Math.multiplyExact(node.intAttribute("N", 0), node.intAttribute("K", 0));
            }
            boolean packed =
                    operator.equals("GatherBlockQuantized")
                            && input == 0
                            && constant.type() == DataType.UINT8;
            return Math.multiplyExact(
                    Math.max(0, constant.elements()), packed ? 8 / bits(node) : 1);
        } catch (ArithmeticException _) {
            return 0;
        }
    }

    private static long bits(Node node) {
        return Math.clamp(node.intAttribute("bits", 4), 1, 8);
    }
}
