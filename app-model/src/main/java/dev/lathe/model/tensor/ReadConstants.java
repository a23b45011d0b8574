package dev.lathe.model.tensor;

import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.outline.Scope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Finds the constants that nodes read, also those of the graphs around theirs, and how quantized
/// ones are to be understood.
public final class ReadConstants {
    private final Scope scope;
    private final Node node;

    private ReadConstants(Scope scope, Node node) {
        this.scope = scope;
        this.node = node;
    }

    /// The constants that a node of a scope reads, in the order of its inputs, each once; the value
    /// of a Constant node.
    public static List<ReadConstant> of(Scope scope, Node node) {
        return new ReadConstants(scope, node).find();
    }

    private List<ReadConstant> find() {
        if (node.is("Constant") && !node.outputs().isEmpty()) {
            return scope.graph().constant(node.outputs().getFirst()).stream()
                    .map(tensor ->
                            new ReadConstant(
                                    OptionalInt.empty(),
                                    tensor,
                                    Optional.empty(),
                                    axis(tensor, Optional.empty(), -1),
                                    Optional.empty()))
                    .toList();
        }
        var found = new ArrayList<ReadConstant>();
        var seen = new HashSet<String>();
        for (int input = 0; input < node.inputs().size(); input++) {
            var value = node.inputs().get(input);
            if (!value.isEmpty() && seen.add(value)) {
                read(input, value).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<ReadConstant> read(int input, String value) {
        var own = constant(value);
        if (own.isPresent()) {
            var dequantization = stated(input, own.get());
            return Optional.of(constant(input, own.get(), dequantization));
        }
        return scope.graph()
                .producer(value)
                .filter(producer -> producer.opType().equals("DequantizeLinear"))
                .flatMap(producer ->
                        producer.input(0)
                                .flatMap(this::constant)
                                .map(tensor -> constant(input, tensor, dequantizing(producer))));
    }

    private ReadConstant constant(int input, Tensor tensor, Optional<Dequantization> how) {
        return new ReadConstant(
                OptionalInt.of(input),
                tensor,
                how,
                axis(tensor, how, input),
                KernelGrid.of(node, input, tensor.sizes().size()));
    }

    /// The constant with a name in this graph or, where this graph knows no such value, around it.
    private Optional<Tensor> constant(String value) {
        var at = Optional.of(scope);
        while (at.isPresent()) {
            var graph = at.get().graph();
            var own = graph.constant(value);
            boolean isOther =
                    graph.producer(value).isPresent()
                            || graph.inputs().stream().anyMatch(i -> i.name().equals(value));
            if (own.isPresent() || isOther) {
                return own;
            }
            at = at.get().outer();
        }
        return Optional.empty();
    }

    /// What the node, or the graph of the value itself, says of a constant input (ONNX operators
    /// QLinearConv, QLinearMatMul, DequantizeLinear; com.microsoft QGemm).
    private Optional<Dequantization> stated(int input, Tensor tensor) {
        var byNode =
                switch (node.opType()) {
                    case "DequantizeLinear" ->
                            input == 0 ? dequantizing(node) : Optional.<Dequantization>empty();
                    case "QLinearConv" ->
                            switch (input) {
                                case 0 -> scaled(1, 2, 0);
                                case 3 -> scaled(4, 5, 0);
                                case 8 -> bias(1, 4);
                                default -> Optional.<Dequantization>empty();
                            };
                    case "QGemm" ->
                            switch (input) {
                                case 0 -> scaled(1, 2, 0);
                                case 3 -> scaled(4, 5, node.intAttribute("transB", 0) == 1 ? 0 : 1);
                                case 6 -> bias(1, 4);
                                default -> Optional.<Dequantization>empty();
                            };
                    case "QLinearMatMul", "QLinearAdd", "QLinearMul" ->
                            switch (input) {
                                case 0 -> scaled(1, 2, -2);
                                case 3 -> scaled(4, 5, -1);
                                default -> Optional.<Dequantization>empty();
                            };
                    default -> Optional.<Dequantization>empty();
                };
        return byNode.or(() ->
                scope.graph()
                        .quantization(tensor.name())
                        .map(Dequantization::of)
                        .filter(how -> how.fits(tensor.sizes())));
    }

    private Optional<Dequantization> dequantizing(Node decoder) {
        var scale = decoder.input(1).flatMap(this::constant);
        var zeroPoint = decoder.input(2).filter(name -> !name.isEmpty());
        var zeros = zeroPoint.flatMap(this::constant);
        if (zeroPoint.isPresent() && zeros.isEmpty()) {
            return Optional.empty();
        }
        return scale.flatMap(s ->
                Dequantization.of(
                        s,
                        zeros,
                        (int) decoder.intAttribute("axis", 1),
                        decoder.intAttribute("block_size", 0)));
    }

    private Optional<Dequantization> scaled(int scale, int zeroPoint, int axis) {
        return node.input(scale)
                .flatMap(this::constant)
                .flatMap(s ->
                        Dequantization.of(
                                s, node.input(zeroPoint).flatMap(this::constant), axis, 0));
    }

    /// A bias: its scale is the product of those of input and weight.
    private Optional<Dequantization> bias(int ofInput, int ofWeight) {
        var first = node.input(ofInput).flatMap(this::constant);
        var second = node.input(ofWeight).flatMap(this::constant);
        if (first.isEmpty() || second.isEmpty()) {
            return Optional.empty();
        }
        return Dequantization.of(first.get(), Optional.empty(), 0, 0)
                .filter(one -> one.scales() == 1)
                .flatMap(one ->
                        Dequantization.of(second.get(), Optional.empty(), 0, 0)
                                .map(many -> many.times(one.scale())));
    }

    private OptionalInt axis(Tensor tensor, Optional<Dequantization> how, int input) {
        int rank = tensor.sizes().size();
        if (rank == 0) {
            return OptionalInt.empty();
        }
        var scaled = how.stream().flatMapToInt(d -> d.axis(rank).stream()).findFirst();
        if (scaled.isPresent()) {
            return scaled;
        }
        return OptionalInt.of(Math.clamp(ofOutputs(rank, input), 0, rank - 1));
    }

    /// The axis of the outputs in the weight of an operator (ONNX operators; TensorFlow Lite
    /// operator reference).
    private int ofOutputs(int rank, int input) {
        return switch (node.opType()) {
            case "ConvTranspose", "LSTM", "GRU", "RNN" -> 1;
            case "Gemm", "QGemm" -> node.intAttribute("transB", 0) == 1 ? 0 : 1;
            case "MatMul", "MatMulInteger", "QLinearMatMul" -> input == 0 ? rank - 2 : rank - 1;
            case "DEPTHWISE_CONV_2D" -> 3;
            default -> 0;
        };
    }
}
