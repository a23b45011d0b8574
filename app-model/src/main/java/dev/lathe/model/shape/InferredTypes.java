package dev.lathe.model.shape;

import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.ValueType;
import dev.lathe.model.graph.ValueType.TensorType;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is known of the types of the values of one graph.
///
/// @param types by value name: inputs, constants and the outputs of all nodes, for a graph inside a
///   node also the values of other graphs that it reads; a value of which not even the element type
///   is known is absent
/// @param integers what is known of the elements of those small integer and boolean tensors that
///   nodes compute
/// @param subgraphs the same for the graphs inside this graph's nodes, by identity
/// @param calls what the functions do that nodes of this graph call, by the node's identity
public record InferredTypes(
        Map<String, ValueType> types,
        Map<String, Integers> integers,
        Map<Graph, InferredTypes> subgraphs,
        Map<Node, FunctionCall> calls) {

    /// Nothing known.
    public static final InferredTypes NONE =
            new InferredTypes(Map.of(), Map.of(), Map.of(), Map.of());

    /// One call of a function that the model defines.
    ///
    /// @param nodes of the function's body, with the caller's attributes
    /// @param types of the values in the body
    public record FunctionCall(List<Node> nodes, InferredTypes types) {
        public FunctionCall {
            nodes = List.copyOf(nodes);
        }
    }

    /// Takes copies of the maps.
    @SuppressWarnings("IdentityHashMapUsage") // two equal branches or calls are still two places
    public InferredTypes {
        types = Map.copyOf(types);
        integers = Map.copyOf(integers);
        subgraphs = Collections.unmodifiableMap(new IdentityHashMap<>(subgraphs));
        calls = Collections.unmodifiableMap(new IdentityHashMap<>(calls));
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

    /// What is known of the elements of a small integer or boolean tensor that a node computes:
    /// shapes that follow from sizes, conditions that follow from shapes.
    public Optional<Integers> followed(String value) {
        return Optional.ofNullable(integers.get(value));
    }

    /// The elements of a small integer or boolean tensor that a node computes, row-major, if all
    /// are known.
    public Optional<List<Long>> integers(String value) {
        return followed(value).flatMap(Integers::known);
    }

    /// The types inside a graph that a node of this graph holds.
    public InferredTypes inside(Graph subgraph) {
        return subgraphs.getOrDefault(subgraph, NONE);
    }

    /// What the function does that a node calls, if the node calls one.
    public Optional<FunctionCall> call(Node node) {
        return Optional.ofNullable(calls.get(node));
    }
}
