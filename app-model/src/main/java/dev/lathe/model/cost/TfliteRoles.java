package dev.lathe.model.cost;

import dev.lathe.model.cost.WeightRoles.Role;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import java.util.Map;
import java.util.Set;

/// What a constant is to the TensorFlow Lite operator that reads it.
///
/// The inputs that operators name weights or bias are weights whatever their type. Other constants
/// are weights as elsewhere: if they are of floating point or of 8 bits or less, and not a single
/// number.
final class TfliteRoles {

    /// The inputs that are weights or biases, which may be 16, 32 or 64 bits wide.
    private static final Map<String, Set<Integer>> WEIGHTS =
            Map.ofEntries(
                    Map.entry("CONV_2D", Set.of(1, 2)),
                    Map.entry("DEPTHWISE_CONV_2D", Set.of(1, 2)),
                    Map.entry("CONV_3D", Set.of(1, 2)),
                    Map.entry("TRANSPOSE_CONV", Set.of(1, 3)),
                    Map.entry("CONV_3D_TRANSPOSE", Set.of(1, 3)),
                    Map.entry("Convolution2DTransposeBias", Set.of(1, 2)),
                    Map.entry("FULLY_CONNECTED", Set.of(1, 2)),
                    Map.entry("SVDF", Set.of(1, 2, 3)),
                    Map.entry("RNN", Set.of(1, 2, 3)),
                    Map.entry("UNIDIRECTIONAL_SEQUENCE_RNN", Set.of(1, 2, 3)),
                    Map.entry("EMBEDDING_LOOKUP", Set.of(1)),
                    Map.entry("PRELU", Set.of(1)));

    private static final Set<String> RECURRENT =
            Set.of(
                    "LSTM",
                    "UNIDIRECTIONAL_SEQUENCE_LSTM",
                    "BIDIRECTIONAL_SEQUENCE_LSTM",
                    "BIDIRECTIONAL_SEQUENCE_RNN");

    private TfliteRoles() {}

    static Role of(Node node, int input, Tensor constant) {
        if (WEIGHTS.getOrDefault(node.opType(), Set.of()).contains(input)
                || (RECURRENT.contains(node.opType()) && input > 0)) {
            return Role.WEIGHT;
        }
        boolean isSingle = constant.sizes().stream().allMatch(size -> size == 1);
        return !isSingle && isWeightType(constant.type()) ? Role.WEIGHT : Role.ARGUMENT;
    }

    private static boolean isWeightType(DataType type) {
        return switch (type) {
            case FLOAT, FLOAT16, BFLOAT16, DOUBLE, COMPLEX64, COMPLEX128 -> true;
            case BOOL, STRING, UNDEFINED -> false;
            default -> type.bits() <= 8;
        };
    }
}
