package dev.lathe.model.search;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.LocalFunction;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.ModelHeader;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.Value;
import dev.lathe.model.graph.ValueType.TensorType;
import dev.lathe.model.outline.Outline;
import dev.lathe.model.shape.InferredTypes;
import dev.lathe.model.work.Progress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Models built for tests of the search, and what a query finds in them.
final class Found {
    private Found() {}

    /// The identifiers that a query finds.
    static List<String> ids(SearchIndex index, String query) throws InterruptedException {
        return find(index, query).hits().stream().map(Hit::id).toList();
    }

    static SearchResult find(SearchIndex index, String query) throws InterruptedException {
        return index.find(Query.parse(query), Progress.NONE);
    }

    static SearchIndex index(ModelGraph model) throws InterruptedException {
        return SearchIndex.of(Outline.of(model, InferredTypes.NONE), Progress.NONE);
    }

    static ModelGraph model(Graph graph, LocalFunction... functions) {
        var header =
                new ModelHeader(8, new LinkedHashMap<>(), "", "", "", 0, "", new LinkedHashMap<>());
        return new ModelGraph(
                header, graph, List.of(functions), Extras.NONE, Optional.empty(), List.of());
    }

    static Graph graph(Node... nodes) {
        return new Graph(
                "g",
                List.of(nodes),
                List.of(
                        new Value(
                                "image",
                                new TensorType(
                                        DataType.FLOAT,
                                        new Shape(
                                                List.of(
                                                        Dimension.of("batch"),
                                                        Dimension.of(3),
                                                        Dimension.of(224),
                                                        Dimension.of(224)))))),
                List.of(new Value("y", new TensorType(DataType.INT64, Shape.SCALAR))),
                List.of(
                        new Value("a", new TensorType(DataType.FLOAT, Shape.of(1, 64, 56, 56))),
                        new Value("b", new TensorType(DataType.UINT8, Shape.of(64, 1)))),
                List.of(
                        Tensor.ofFloats("stem.weight", new float[2 * 3], 2, 3),
                        Tensor.ofBytes("table", DataType.INT8, new byte[4], 4)),
                Extras.NONE);
    }

    static Node node(
            String name, String operator, String inputs, String outputs, Attribute... attributes) {
        return Node.of(
                name,
                operator,
                List.of(inputs.split(" ", -1)),
                List.of(outputs.split(" ", -1)),
                attributes);
    }
}
