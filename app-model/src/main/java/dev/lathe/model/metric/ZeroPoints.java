package dev.lathe.model.metric;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Quantization;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorNumbers;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// The elements of a tensor that stand for zero.
final class ZeroPoints {
    private static final Set<DataType> FLOATS =
            Set.of(DataType.FLOAT, DataType.FLOAT16, DataType.BFLOAT16, DataType.DOUBLE);
    private static final int MOST_CHANNELS = 1 << 24;

    private final double[] points;
    private final long inner;

    /// @param points one, or one for each channel
    /// @param inner how many elements follow each other in one channel
    private ZeroPoints(double[] points, long inner) {
        this.points = points;
        this.inner = inner;
    }

    /// What stands for zero at a position.
    double at(long element) {
        return points.length == 1 ? points[0] : points[(int) (element / inner % points.length)];
    }

    /// What stands for zero in a weight of a graph; empty if that is not known.
    static Optional<ZeroPoints> of(Tensor weight, Graph graph) {
        if (FLOATS.contains(weight.type())) {
            return Optional.of(new ZeroPoints(new double[1], 1));
        }
        var stated = graph.quantization(weight.name());
        if (stated.isPresent()) {
            return of(stated.get(), weight);
        }
        return graph.consumers(weight.name()).stream()
                .flatMap(reader -> of(reader, weight, graph).stream())
                .findFirst();
    }

    private static Optional<ZeroPoints> of(Quantization quantization, Tensor weight) {
        var points = quantization.zeroPoints().stream().mapToDouble(Long::doubleValue).toArray();
        return spread(points, quantization.axis(), weight);
    }

    /// What an operator takes for zero in a weight that it reads.
    private static Optional<ZeroPoints> of(Node reader, Tensor weight, Graph graph) {
        return switch (reader.isStandard() ? reader.opType() : "") {
            case "DequantizeLinear" ->
                    reader.intAttribute("block_size", 0) > 0
                            ? Optional.empty()
                            : of(reader, 0, 2, reader.intAttribute("axis", 1), weight, graph);
            case "ConvInteger" -> of(reader, 1, 3, 0, weight, graph);
            case "MatMulInteger" -> of(reader, 1, 3, -1, weight, graph);
            case "QLinearConv" -> of(reader, 3, 5, 0, weight, graph);
            case "QLinearMatMul" -> of(reader, 3, 5, -1, weight, graph);
            default -> Optional.empty();
        };
    }

    private static Optional<ZeroPoints> of(
            Node reader, int input, int zeroInput, long axis, Tensor weight, Graph graph) {
        if (reader.input(input).filter(weight.name()::equals).isEmpty()) {
            return Optional.empty();
        }
        var name = reader.input(zeroInput).filter(n -> !n.isEmpty());
        if (name.isEmpty()) {
            return spread(new double[1], axis, weight);
        }
        return name.flatMap(graph::constant)
                .flatMap(TensorNumbers::of)
                .filter(numbers -> numbers.count() > 0 && numbers.count() < MOST_CHANNELS)
                .flatMap(numbers -> {
                    var points = new double[(int) numbers.count()];
                    numbers.read(0, points, points.length);
                    return spread(points, axis, weight);
                });
    }

    private static Optional<ZeroPoints> spread(double[] points, long axis, Tensor weight) {
        if (Arrays.stream(points).allMatch(point -> point == points[0])) {
            return Optional.of(new ZeroPoints(new double[] {points[0]}, 1));
        }
        var sizes = weight.sizes();
        long at = axis < 0 ? axis + sizes.size() : axis;
        if (at < 0 || at >= sizes.size() || sizes.get((int) at) != points.length) {
            return Optional.empty();
        }
        long inner = sizes.subList((int) at + 1, sizes.size()).stream().reduce(1L, (a, b) -> a * b);
        return Optional.of(new ZeroPoints(points, inner));
    }
}
