package dev.lathe.model.layer;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The constants of a graph, also those behind Identity and Reshape.
public final class Constants {
    private Constants() {}

    /// The tensor in which the elements of a constant value are kept: its own or the one behind it.
    public static Optional<Tensor> holder(Graph graph, String value) {
        var own = graph.constant(value);
        return own.isPresent()
                ? own
                : producerOfView(graph, value).flatMap(node -> holder(graph, node.inputs().get(0)));
    }

    /// A constant value with the shape in which its readers see it, under its own name.
    public static Optional<Tensor> find(Graph graph, String value) {
        var own = graph.constant(value);
        if (own.isPresent()) {
            return own;
        }
        return producerOfView(graph, value)
                .flatMap(node ->
                        find(graph, node.inputs().get(0))
                                .flatMap(source -> view(graph, node, source))
                                .map(tensor -> tensor.withName(value)));
    }

    /// The elements of a constant float32 value that can be had.
    public static Optional<Tensor> findFloats(Graph graph, String value) {
        return find(graph, value)
                .filter(tensor -> tensor.type() == DataType.FLOAT)
                .filter(tensor -> tensor.bytes().isPresent());
    }

    private static Optional<Node> producerOfView(Graph graph, String value) {
        return graph.producer(value)
                .filter(node -> node.input(0).isPresent())
                .filter(node -> node.is("Identity") || isReshapeByConstant(graph, node));
    }

    private static boolean isReshapeByConstant(Graph graph, Node node) {
        return node.is("Reshape")
                && node.input(1)
                        .flatMap(graph::constant)
                        .filter(shape -> shape.type() == DataType.INT64)
                        .flatMap(Tensor::bytes)
                        .isPresent();
    }

    private static Optional<Tensor> view(Graph graph, Node node, Tensor source) {
        if (node.is("Identity")) {
            return Optional.of(source);
        }
        var wanted = graph.constant(node.inputs().get(1)).orElseThrow().toLongs();
        return reshaped(source.sizes(), source.elements(), wanted)
                .map(sizes ->
                        new Tensor(
                                source.name(),
                                source.type(),
                                sizes,
                                source.content(),
                                source.extras()));
    }

    /// The sizes that Reshape makes: 0 copies a size, −1 takes what is left.
    private static Optional<List<Long>> reshaped(List<Long> from, long elements, long[] wanted) {
        var sizes = new ArrayList<Long>();
        long known = 1;
        int open = -1;
        for (int i = 0; i < wanted.length; i++) {
            long size = wanted[i] == 0 && i < from.size() ? from.get(i) : wanted[i];
            if (size < 0) {
                open = i;
            } else {
                known *= size;
            }
            sizes.add(size);
        }
        if (open >= 0 && known > 0) {
            sizes.set(open, elements / known);
            known *= elements / known;
        }
        return known == elements ? Optional.of(sizes) : Optional.empty();
    }
}
