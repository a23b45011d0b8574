package dev.lathe.model.cost;

import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.shape.InferredTypes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;

/// Counts the multiply-accumulates of TensorFlow Lite's recurrent operators: the elements of all
/// weight matrices, for each step and sample. Peephole weights are no matrices and count as none.
///
/// Which inputs are matrices: LiteRT `tflite/kernels`, `lstm_shared.h`,
/// `bidirectional_sequence_lstm.cc`, `basic_rnn.cc`, `bidirectional_sequence_rnn.cc`.
final class TfliteRecurrentMacs {

    /// Input to gates, recurrent to gates, projection.
    private static final List<Integer> LSTM = List.of(1, 2, 3, 4, 5, 6, 7, 8, 16);

    /// The same forward and backward, and those of the auxiliary input.
    private static final List<Integer> BIDIRECTIONAL_LSTM =
            IntStream.of(
                            1, 2, 3, 4, 5, 6, 7, 8, 16, 18, 19, 20, 21, 22, 23, 24, 25, 33, 40, 41,
                            42, 43, 44, 45, 46, 47)
                    .boxed()
                    .toList();

    private static final List<Integer> BASIC_LSTM = List.of(2);
    private static final List<Integer> RNN = List.of(1, 2);
    private static final List<Integer> BIDIRECTIONAL_RNN = List.of(1, 2, 5, 6, 10, 11);

    private static final Set<String> OPERATORS =
            Set.of(
                    "LSTM",
                    "UNIDIRECTIONAL_SEQUENCE_LSTM",
                    "BIDIRECTIONAL_SEQUENCE_LSTM",
                    "RNN",
                    "UNIDIRECTIONAL_SEQUENCE_RNN",
                    "BIDIRECTIONAL_SEQUENCE_RNN");

    private TfliteRecurrentMacs() {}

    static boolean applies(Node node) {
        return OPERATORS.contains(node.opType());
    }

    static OptionalLong of(Node node, InferredTypes types) {
        var input = MacCount.input(node, types, 0);
        if (input.isEmpty() || input.get().rank() < 2) {
            return OptionalLong.empty();
        }
        var all = input.get();
        var steps = MacCount.product(all.dimensions().subList(0, all.rank() - 1));
        OptionalLong elements = OptionalLong.of(0);
        for (int matrix : matrices(node)) {
            if (node.input(matrix).isPresent()) {
                elements = MacCount.sum(elements, matrix(MacCount.input(node, types, matrix)));
            }
        }
        return MacCount.product(steps, elements);
    }

    private static List<Integer> matrices(Node node) {
        return switch (node.opType()) {
            case "LSTM" ->
                    node.stringAttribute("kernel_type", "FULL").equals("BASIC") ? BASIC_LSTM : LSTM;
            case "UNIDIRECTIONAL_SEQUENCE_LSTM" -> LSTM;
            case "BIDIRECTIONAL_SEQUENCE_LSTM" -> BIDIRECTIONAL_LSTM;
            case "BIDIRECTIONAL_SEQUENCE_RNN" -> BIDIRECTIONAL_RNN;
            default -> RNN;
        };
    }

    private static OptionalLong matrix(Optional<Shape> shape) {
        return shape.isPresent() && shape.get().rank() < 2
                ? OptionalLong.of(0)
                : MacCount.elements(shape);
    }
}
