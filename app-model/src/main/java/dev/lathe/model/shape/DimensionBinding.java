package dev.lathe.model.shape;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.AttributeValue;
import dev.lathe.model.graph.AttributeValue.GraphValue;
import dev.lathe.model.graph.AttributeValue.GraphsValue;
import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Dimension.Fixed;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.Value;
import dev.lathe.model.graph.ValueType;
import dev.lathe.model.graph.ValueType.TensorType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Gives free dimensions of a model's inputs sizes, for good.
///
/// The inputs state the sizes then, and so does everything else of which the model states a shape:
/// a dimension that follows from them becomes a number, in subgraphs as well. A statement that
/// contradicts what follows is replaced. Nodes and weights stay as they are.
public final class DimensionBinding {

    private DimensionBinding() {}

    /// The model with the dimensions set.
    ///
    /// @param sizes as {@link FreeDimensions#resolve} takes them
    public static ModelGraph apply(ModelGraph model, Map<String, Long> sizes)
            throws DimensionException {
        var bindings = FreeDimensions.of(model).resolve(sizes);
        return bindings.isEmpty()
                ? model
                : model.withGraph(bound(model.graph(), ShapeInference.infer(model, bindings)));
    }

    private static Graph bound(Graph graph, InferredTypes types) {
        return new Graph(
                graph.name(),
                graph.nodes().stream().map(node -> bound(node, types)).toList(),
                bound(graph.inputs(), types),
                bound(graph.outputs(), types),
                bound(graph.values().values(), types),
                graph.initializers().values(),
                graph.extras());
    }

    private static Node bound(Node node, InferredTypes types) {
        if (node.subgraphs().isEmpty()) {
            return node;
        }
        var attributes = new ArrayList<Attribute>();
        for (Attribute attribute : node.attributes()) {
            attributes.add(
                    new Attribute(
                            attribute.name(), bound(attribute.value(), types), attribute.extras()));
        }
        return node.withAttributes(attributes);
    }

    private static AttributeValue bound(AttributeValue value, InferredTypes types) {
        return switch (value) {
            case GraphValue(var graph) -> new GraphValue(bound(graph, types.inside(graph)));
            case GraphsValue(var graphs) ->
                    new GraphsValue(
                            graphs.stream()
                                    .map(graph -> bound(graph, types.inside(graph)))
                                    .toList());
            default -> value;
        };
    }

    private static List<Value> bound(Collection<Value> values, InferredTypes types) {
        return values.stream().map(value -> bound(value, types)).toList();
    }

    private static Value bound(Value value, InferredTypes types) {
        var stated = value.type();
        var known = types.type(value.name());
        if (stated.isEmpty() || known.isEmpty()) {
            return value;
        }
        var bound = bound(stated.get(), known.get());
        return bound.equals(stated.get()) ? value : value.withType(bound);
    }

    /// What is stated, with the numbers of what is known; a statement without a shape stays so.
    private static ValueType bound(ValueType stated, ValueType known) {
        return stated instanceof TensorType(var element, var shape)
                        && known instanceof TensorType(_, var knownShape)
                        && shape.isPresent()
                        && knownShape.isPresent()
                ? new TensorType(element, bound(shape.get(), knownShape.get()))
                : stated;
    }

    private static Shape bound(Shape stated, Shape known) {
        if (stated.rank() != known.rank()) {
            return known;
        }
        var dimensions = new ArrayList<Dimension>();
        for (int i = 0; i < stated.rank(); i++) {
            dimensions.add(known.get(i) instanceof Fixed ? known.get(i) : stated.get(i));
        }
        return new Shape(dimensions);
    }
}
