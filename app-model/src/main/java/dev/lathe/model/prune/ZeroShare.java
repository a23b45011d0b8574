package dev.lathe.model.prune;

import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.work.Progress;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.HashSet;
import java.util.Optional;

/// The share of zeros among the weights of a model, quantized or not. An 8-bit weight is zero where
/// it equals its zero point: so rounding makes small weights zero, too.
public final class ZeroShare {
    private static final int CHECK_EVERY = 1 << 20;

    private ZeroShare() {}

    /// From 0 to 1; 0 for a model without weights. Reads every weight once.
    public static double of(Graph graph, Progress progress) throws InterruptedException {
        long weights = 0;
        long zeros = 0;
        for (var layer : ZeroCounts.of(graph, _ -> true, progress)) {
            weights += layer.weights();
            zeros += layer.zeros();
        }
        var counted = new HashSet<String>();
        for (Node node : graph.nodes()) {
            var weight = quantized(graph, node);
            if (weight.isPresent() && counted.add(weight.get().tensor().name())) {
                weights += weight.get().tensor().elements();
                zeros += zeros(weight.get(), progress);
            }
        }
        return weights == 0 ? 0 : (double) zeros / weights;
    }

    /// A weight of 8 bits.
    ///
    /// @param zeroPoints one for each index of the axis, or one for all
    private record Quantized(Tensor tensor, MemorySegment zeroPoints, int axis) {}

    private static Optional<Quantized> quantized(Graph graph, Node node) {
        return switch (node.isStandard() ? node.opType() : "") {
            case "DequantizeLinear" -> weight(graph, node, 0, 2, axis(node));
            case "ConvInteger" -> weight(graph, node, 1, 3, 0);
            case "MatMulInteger" -> weight(graph, node, 1, 3, -1);
            case "QLinearConv" -> weight(graph, node, 3, 5, 0);
            case "QLinearMatMul" -> weight(graph, node, 3, 5, -1);
            default -> Optional.empty();
        };
    }

    private static int axis(Node node) {
        return Math.toIntExact(node.intAttribute("axis", 1));
    }

    private static Optional<Quantized> weight(
            Graph graph, Node node, int position, int zeroPosition, int axis) {
        var tensor = node.input(position).flatMap(graph::constant).filter(ZeroShare::isWeight);
        if (tensor.isEmpty()) {
            return Optional.empty();
        }
        var zeroPoints =
                node.input(zeroPosition)
                        .flatMap(graph::constant)
                        .flatMap(Tensor::bytes)
                        .orElse(MemorySegment.ofArray(new byte[1]));
        int rank = tensor.get().sizes().size();
        return Optional.of(new Quantized(tensor.get(), zeroPoints, axis < 0 ? axis + rank : axis));
    }

    /// Weights have 8 bits and at least two dimensions; scales and biases do not.
    private static boolean isWeight(Tensor tensor) {
        return tensor.type().bits() == 8
                && tensor.sizes().size() >= 2
                && tensor.bytes().isPresent();
    }

    private static long zeros(Quantized weight, Progress progress) throws InterruptedException {
        var bytes = weight.tensor().bytes().orElse(MemorySegment.NULL);
        var zeroPoints = weight.zeroPoints();
        long inner =
                weight.tensor().sizes().stream()
                        .skip(weight.axis() + 1L)
                        .reduce(1L, Math::multiplyExact);
        long zeros = 0;
        for (long i = 0; i < bytes.byteSize(); i++) {
            if (i % CHECK_EVERY == 0) {
                progress.checkCancelled();
            }
            byte zero = zeroPoints.get(ValueLayout.JAVA_BYTE, i / inner % zeroPoints.byteSize());
            zeros += bytes.get(ValueLayout.JAVA_BYTE, i) == zero ? 1 : 0;
        }
        return zeros;
    }
}
