package dev.lathe.model.diff;

import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A constant that a node reads.
///
/// @param constant the name of the constant
record WeightUse(String constant, Reading reading) {
    private static final List<Integer> AS_STORED = List.of();
    private static final List<Integer> SWAPPED = List.of(1, 0);

    /// The constants of a node by the input of the *float* operator of its family that they stand
    /// for: the weight of a QLinearConv, its fourth input, is at 1, as that of a Conv is. A
    /// constant behind DequantizeLinear belongs to the node that reads what that makes.
    static Map<Integer, WeightUse> of(Side side, int number) {
        var node = side.node(number);
        var uses = new LinkedHashMap<Integer, WeightUse>();
        switch (node.opType()) {
            case "QLinearConv" -> {
                put(uses, side, node, 1, new int[] {3, 4, 5}, 0);
                putBias(uses, side, node, 8);
            }
            case "QLinearMatMul", "QLinearAdd", "QLinearMul" -> {
                put(uses, side, node, 0, new int[] {0, 1, 2}, -1);
                put(uses, side, node, 1, new int[] {3, 4, 5}, -1);
            }
            case "QGemm" -> {
                put(uses, side, node, 1, new int[] {3, 4, 5}, 0);
                putBias(uses, side, node, 6);
            }
            case "MatMulInteger", "ConvInteger" ->
                    putInteger(uses, side, number, node.is("ConvInteger") ? 0 : -1);
            default -> putAll(uses, side, node);
        }
        return uses;
    }

    private static void putAll(Map<Integer, WeightUse> uses, Side side, Node node) {
        for (int slot = 0; slot < node.inputs().size(); slot++) {
            var value = node.inputs().get(slot);
            var axes = slot == 1 ? axes(node) : AS_STORED;
            if (side.constants().containsKey(value)) {
                var decoding = Optional.of(stated(side.graph(), value));
                uses.put(slot, new WeightUse(value, new Reading(decoding, axes)));
                continue;
            }
            int producer = side.producer(value);
            if (producer < 0 || !side.node(producer).opType().equals("DequantizeLinear")) {
                continue;
            }
            var decoder = side.node(producer);
            var constant = decoder.input(0).filter(side.constants()::containsKey);
            if (constant.isPresent()) {
                boolean blocked = decoder.intAttribute("block_size", 0) > 0;
                int axis = (int) decoder.intAttribute("axis", 1);
                var decoding =
                        blocked
                                ? Optional.<Decoding>empty()
                                : decoding(side, decoder, new int[] {0, 1, 2}, axis);
                uses.put(slot, new WeightUse(constant.get(), new Reading(decoding, axes)));
            }
        }
    }

    /// The axes of a weight in the order of its family: TFLite stores convolutions as out, height,
    /// width, in, depthwise ones as 1, height, width, out, and products of matrices as out, in
    /// (TensorFlow Lite operator reference); Gemm may read its weight transposed.
    private static List<Integer> axes(Node node) {
        return switch (node.opType()) {
            case "CONV_2D" -> List.of(0, 3, 1, 2);
            case "DEPTHWISE_CONV_2D" -> List.of(3, 0, 1, 2);
            case "FULLY_CONNECTED" -> SWAPPED;
            case "Gemm", "QGemm" -> node.intAttribute("transB", 0) == 1 ? SWAPPED : AS_STORED;
            default -> AS_STORED;
        };
    }

    /// What a TFLite file says of a constant itself.
    private static Decoding stated(Graph graph, String value) {
        return Optional.ofNullable(graph.values().get(value))
                .flatMap(Value::quantization)
                .map(Decoding::of)
                .orElse(Decoding.NONE);
    }

    private static void put(
            Map<Integer, WeightUse> uses, Side side, Node node, int slot, int[] inputs, int axis) {
        node.input(inputs[0])
                .filter(side.constants()::containsKey)
                .ifPresent(name ->
                        uses.put(
                                slot,
                                new WeightUse(
                                        name,
                                        new Reading(
                                                decoding(side, node, inputs, axis),
                                                slot == 1 ? axes(node) : AS_STORED))));
    }

    /// A bias of 32-bit integers: its scale is the product of those of input and weight (ONNX
    /// operator QLinearConv, input B).
    private static void putBias(Map<Integer, WeightUse> uses, Side side, Node node, int input) {
        var name = node.input(input).filter(side.constants()::containsKey);
        if (name.isEmpty()) {
            return;
        }
        var ofInput = Decoding.of(constant(side, node, 1), Optional.empty(), 0);
        var ofWeight = Decoding.of(constant(side, node, 4), Optional.empty(), 0);
        var product = ofInput.flatMap(x -> ofWeight.map(w -> w.times(x)));
        uses.put(2, new WeightUse(name.get(), new Reading(product, AS_STORED)));
    }

    /// A weight of an integer product: its scale is multiplied to the result after a Cast.
    private static void putInteger(Map<Integer, WeightUse> uses, Side side, int number, int axis) {
        var node = side.node(number);
        var name = node.input(1).filter(side.constants()::containsKey);
        if (name.isEmpty()) {
            return;
        }
        var scale = scaleAfter(side, number).map(side.constants()::get);
        uses.put(
                1,
                new WeightUse(
                        name.get(),
                        new Reading(Decoding.of(scale, constant(side, node, 3), axis), AS_STORED)));
    }

    private static Optional<String> scaleAfter(Side side, int number) {
        for (var cast : side.readers(number)) {
            for (var product : side.readers(cast.node())) {
                if (!side.node(product.node()).is("Mul")) {
                    continue;
                }
                var other = side.node(product.node()).inputs().get(1 - product.slot() % 2);
                if (side.constants().containsKey(other)) {
                    return Optional.of(other);
                }
                int producer = side.producer(other);
                if (producer >= 0 && side.node(producer).is("Mul")) {
                    return side.node(producer).inputs().stream()
                            .filter(side.constants()::containsKey)
                            .findFirst();
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Decoding> decoding(Side side, Node node, int[] inputs, int axis) {
        return Decoding.of(constant(side, node, inputs[1]), constant(side, node, inputs[2]), axis);
    }

    private static Optional<dev.lathe.model.graph.Tensor> constant(
            Side side, Node node, int input) {
        return node.input(input).map(side.constants()::get);
    }
}
