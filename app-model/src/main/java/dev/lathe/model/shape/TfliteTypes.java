package dev.lathe.model.shape;

import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.ModelFormat;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.ValueType;
import dev.lathe.model.graph.ValueType.TensorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The types of values of TensorFlow Lite graphs. A file states all of them; only sizes that are
/// free (the batch) are left open there, and are followed here from the inputs of the model.
final class TfliteTypes {

    /// Operators whose output has the first dimension of their first input, if the file leaves it
    /// open.
    private static final Set<String> KEEP_FIRST =
            Set.of(
                    "CONV_2D",
                    "DEPTHWISE_CONV_2D",
                    "CONV_3D",
                    "AVERAGE_POOL_2D",
                    "MAX_POOL_2D",
                    "L2_POOL_2D",
                    "RESIZE_BILINEAR",
                    "RESIZE_NEAREST_NEIGHBOR",
                    "SPACE_TO_DEPTH",
                    "DEPTH_TO_SPACE",
                    "PAD",
                    "PADV2",
                    "MIRROR_PAD",
                    "SVDF",
                    "RNN",
                    "LSTM",
                    "UNIDIRECTIONAL_SEQUENCE_LSTM",
                    "UNIDIRECTIONAL_SEQUENCE_RNN",
                    "BIDIRECTIONAL_SEQUENCE_LSTM",
                    "BIDIRECTIONAL_SEQUENCE_RNN");

    /// Operators that lose the dimensions that their second input lists.
    private static final Set<String> REDUCE =
            Set.of(
                    "MEAN",
                    "SUM",
                    "REDUCE_MAX",
                    "REDUCE_MIN",
                    "REDUCE_PROD",
                    "REDUCE_ANY",
                    "REDUCE_ALL",
                    "ARG_MAX",
                    "ARG_MIN");

    /// Operators that work element by element.
    private static final Set<String> ELEMENTWISE =
            Set.of(
                    ("ADD SUB MUL DIV MAXIMUM MINIMUM POW SQUARED_DIFFERENCE FLOOR_DIV FLOOR_MOD LESS"
                                    + " LESS_EQUAL GREATER GREATER_EQUAL EQUAL NOT_EQUAL LOGICAL_OR"
                                    + " LOGICAL_AND LOGICAL_NOT SELECT SELECT_V2 ABS NEG RELU RELU6"
                                    + " RELU_N1_TO_1 RELU_0_TO_1 LEAKY_RELU PRELU ELU GELU HARD_SWISH"
                                    + " LOGISTIC TANH SOFTMAX LOG_SOFTMAX EXP LOG SQRT RSQRT SQUARE SIN"
                                    + " COS CEIL FLOOR ROUND SIGN CAST QUANTIZE DEQUANTIZE"
                                    + " L2_NORMALIZATION LOCAL_RESPONSE_NORMALIZATION CUMSUM ZEROS_LIKE"
                                    + " FAKE_QUANT REVERSE_V2 ATAN2 BITWISE_XOR RIGHT_SHIFT")
                            .split(" "));

    private TfliteTypes() {}

    static boolean isTflite(Node node) {
        return node.domain().equals(ModelFormat.TFLITE_DOMAIN);
    }

    /// Takes what the graph states of inputs that nothing computes: tensors that keep their
    /// elements from one run to the next.
    static void takeStatedInputs(Node node, Graph graph, Scope scope) {
        for (String input : node.inputs()) {
            if (!input.isEmpty() && scope.type(input).isEmpty()) {
                graph.statedType(input).ifPresent(type -> scope.put(input, type));
            }
        }
    }

    /// What is stated of an output, with the sizes put in that follow from the inputs.
    static ValueType filled(Node node, ValueType stated, Scope scope) {
        if (!(stated instanceof TensorType(var element, var shape))
                || shape.isEmpty()
                || !shape.get().dimensions().contains(Dimension.UNKNOWN)) {
            return stated;
        }
        try {
            return new TensorType(element, filled(node, shape.get(), scope));
        } catch (ArithmeticException | NotInferableException _) {
            return stated;
        }
    }

    private static Shape filled(Node node, Shape stated, Scope scope) throws NotInferableException {
        return switch (node.opType()) {
            case "RESHAPE" -> reshaped(stated, shape(node, 0, scope));
            case "FULLY_CONNECTED" -> fullyConnected(node, stated, scope);
            case "TRANSPOSE" -> transposed(node, stated, scope);
            case "TRANSPOSE_CONV" -> first(stated, shape(node, 2, scope));
            case "CONCATENATION" ->
                    node.intAttribute("axis", 0) == 0
                            ? stated
                            : first(stated, shape(node, 0, scope));
            case "SQUEEZE" ->
                    node.intsAttribute("squeeze_dims").filter(d -> !d.contains(0L)).isPresent()
                            ? first(stated, shape(node, 0, scope))
                            : stated;
            default -> byFamily(node, stated, scope);
        };
    }

    private static Shape byFamily(Node node, Shape stated, Scope scope)
            throws NotInferableException {
        var operator = node.opType();
        if (ELEMENTWISE.contains(operator)) {
            return broadcast(node, stated, scope);
        }
        if (REDUCE.contains(operator)) {
            var input = shape(node, 0, scope);
            return Call.axes(integers(node, 1, scope), input.rank()).contains(0)
                    ? stated
                    : first(stated, input);
        }
        return KEEP_FIRST.contains(operator) ? first(stated, shape(node, 0, scope)) : stated;
    }

    private static List<Long> integers(Node node, int input, Scope scope)
            throws NotInferableException {
        return node.input(input)
                .flatMap(scope::content)
                .orElseThrow(NotInferableException::new)
                .wholes();
    }

    private static Shape shape(Node node, int input, Scope scope) throws NotInferableException {
        return node.input(input)
                .flatMap(scope::type)
                .filter(TensorType.class::isInstance)
                .flatMap(type -> ((TensorType) type).shape())
                .orElseThrow(NotInferableException::new);
    }

    private static Shape first(Shape stated, Shape input) {
        return input.rank() > 0 && stated.get(0).equals(Dimension.UNKNOWN)
                ? stated.with(0, input.get(0))
                : stated;
    }

    /// The one open size is what is left of the elements.
    private static Shape reshaped(Shape stated, Shape input) {
        int open = stated.dimensions().indexOf(Dimension.UNKNOWN);
        var others = new ArrayList<>(stated.dimensions());
        others.remove(open);
        return others.contains(Dimension.UNKNOWN)
                ? stated
                : stated.with(open, DimensionMath.quotient(input.dimensions(), others));
    }

    /// Weights: outputs × inputs. The input is taken as a matrix of rows of that many inputs.
    private static Shape fullyConnected(Node node, Shape stated, Scope scope)
            throws NotInferableException {
        var input = shape(node, 0, scope);
        if (stated.rank() == input.rank()) {
            return first(stated, input);
        }
        var weights = shape(node, 1, scope);
        return stated.rank() == 2 && weights.rank() == 2
                ? stated.with(
                        0, DimensionMath.quotient(input.dimensions(), List.of(weights.get(1))))
                : stated;
    }

    private static Shape transposed(Node node, Shape stated, Scope scope)
            throws NotInferableException {
        var input = shape(node, 0, scope);
        var order = integers(node, 1, scope);
        var result = stated;
        for (int i = 0; i < Math.min(order.size(), stated.rank()); i++) {
            int from = Call.axis(order.get(i), input.rank());
            if (stated.get(i).equals(Dimension.UNKNOWN)) {
                result = result.with(i, input.get(from));
            }
        }
        return result;
    }

    /// Elementwise operators: an open size is that of an input, a size of 1 apart.
    private static Shape broadcast(Node node, Shape stated, Scope scope) {
        var result = stated;
        for (int axis = 0; axis < stated.rank(); axis++) {
            if (stated.get(axis).equals(Dimension.UNKNOWN)) {
                result = result.with(axis, broadcast(node, stated.rank(), axis, scope));
            }
        }
        return result;
    }

    private static Dimension broadcast(Node node, int rank, int axis, Scope scope) {
        var known = Dimension.UNKNOWN;
        for (String input : node.inputs()) {
            Optional<Shape> shape =
                    scope.type(input)
                            .filter(TensorType.class::isInstance)
                            .flatMap(type -> ((TensorType) type).shape())
                            .filter(s -> s.rank() == rank);
            if (shape.isPresent()
                    && (known.equals(Dimension.UNKNOWN) || DimensionMath.isOne(known))) {
                known = shape.get().get(axis);
            }
        }
        return known;
    }
}
