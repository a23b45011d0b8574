package dev.lathe.model.shape;

import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.ValueType;
import dev.lathe.model.graph.ValueType.TensorType;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/// What is known of the types of the values of one graph.
///
/// @param types by value name: inputs, constants and the outputs of all nodes, for a graph inside a
///   node also the values of other graphs that it reads; a value of which not even the element type
///   is known is absent
/// @param subgraphs the same for the graphs inside this graph's nodes, by identity
public record InferredTypes(Map<String, ValueType> types, Map<Graph, InferredTypes> subgraphs) {

    /// Nothing known.
    public static final InferredTypes NONE = new InferredTypes(Map.of(), Map.of());

    /// Takes copies of the maps.
    @SuppressWarnings("IdentityHashMapUsage") // two equal branches are still two places
    public InferredTypes {
        types = Map.copyOf(types);
        var copy = new IdentityHashMap<Graph, InferredTypes>(subgraphs);
        subgraphs = Collections.unmodifiableMap(copy);
    }

    /// The type of a value, if anything is known of it.
    public Optional<ValueType> type(String value) {
        return Optional.ofNullable(types.get(value));
    }

    /// The tensor type of a value, if it is known to be a dense tensor.
    public Optional<TensorType> tensorType(String value) {
        return types.get(value) instanceof TensorType tensor
                ? Optional.of(tensor)
                : Optional.empty();
    }

    /// The shape of a value, if it is a dense tensor of known rank.
    public Optional<Shape> shape(String value) {
        return tensorType(value).flatMap(TensorType::shape);
    }

    /// The types inside a graph that a node of this graph holds.
    public InferredTypes inside(Graph subgraph) {
        return subgraphs.getOrDefault(subgraph, NONE);
    }
}
