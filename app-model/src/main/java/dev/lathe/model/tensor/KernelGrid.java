package dev.lathe.model.tensor;

import dev.lathe.model.graph.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The axes along which the weight of a convolution is laid out as a grid of its kernels: out
/// channels downwards, in channels to the right.
///
/// @param rows the axes of the rows, the height of a kernel last
/// @param columns the axes of the columns, the width of a kernel last
public record KernelGrid(List<Integer> rows, List<Integer> columns) {
    /// How much wider than high a screen is.
    private static final double WIDER = 1.5;

    public KernelGrid {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
    }

    /// The grid of an input of a node; empty if it is no kernel of a convolution over one to three
    /// dimensions (ONNX operators Conv, ConvTranspose, QLinearConv, ConvInteger; TensorFlow Lite
    /// operator reference).
    static Optional<KernelGrid> of(Node node, int input, int rank) {
        return switch (node.opType()) {
            case "Conv", "ConvTranspose", "ConvInteger" ->
                    input == 1 ? ofOnnx(rank) : Optional.empty();
            case "QLinearConv" -> input == 3 ? ofOnnx(rank) : Optional.empty();
            case "CONV_2D", "TRANSPOSE_CONV", "DEPTHWISE_CONV_2D" ->
                    rank == 4
                            ? Optional.of(new KernelGrid(List.of(0, 1), List.of(3, 2)))
                            : Optional.empty();
            default -> Optional.empty();
        };
    }

    /// The kernels side by side in about as many rows as there is room for on a screen: with in
    /// channels downwards if there are more out than in channels, and folded into a rectangle if
    /// there is only one in or out channel.
    ///
    /// @param chosen an index for each axis, as for {@link Plane}
    public Plane plane(List<Long> sizes, List<Long> chosen) {
        long down = sizes.get(rows.getFirst());
        long across = sizes.get(columns.getFirst());
        if (Math.min(down, across) == 1) {
            return folded(sizes, chosen, down == 1 ? columns.getFirst() : rows.getFirst());
        }
        return down > across
                ? new Plane(sizes, swapped(rows, columns), swapped(columns, rows), chosen)
                : new Plane(sizes, rows, columns, chosen);
    }

    /// The first of one list before the rest of the other.
    private static List<Integer> swapped(List<Integer> rest, List<Integer> first) {
        var list = new ArrayList<>(rest);
        list.set(0, first.getFirst());
        return list;
    }

    /// Looks at an axis as two, of which the outer one runs downwards.
    private Plane folded(List<Long> sizes, List<Long> chosen, int axis) {
        long size = sizes.get(axis);
        long across = Math.max(1, (long) Math.ceil(Math.sqrt(size * WIDER)));
        while (size % across != 0) {
            across++;
        }
        var moreSizes = new ArrayList<>(sizes);
        moreSizes.set(axis, across);
        moreSizes.add(axis, size / across);
        var moreChosen = new ArrayList<>(chosen);
        moreChosen.add(axis, 0L);
        var down = new ArrayList<Integer>(List.of(axis));
        rest(rows).forEach(at -> down.add(at > axis ? at + 1 : at));
        var right = new ArrayList<Integer>(List.of(axis + 1));
        rest(columns).forEach(at -> right.add(at > axis ? at + 1 : at));
        return new Plane(moreSizes, down, right, moreChosen);
    }

    private static List<Integer> rest(List<Integer> axes) {
        return axes.subList(1, axes.size());
    }

    private static Optional<KernelGrid> ofOnnx(int rank) {
        return switch (rank) {
            case 3 -> Optional.of(new KernelGrid(List.of(0), List.of(1, 2)));
            case 4 -> Optional.of(new KernelGrid(List.of(0, 2), List.of(1, 3)));
            case 5 -> Optional.of(new KernelGrid(List.of(0, 3), List.of(1, 4)));
            default -> Optional.empty();
        };
    }
}
