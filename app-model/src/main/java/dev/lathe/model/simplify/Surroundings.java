package dev.lathe.model.simplify;

import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.shape.InferredTypes;
import java.util.Optional;
import java.util.function.Function;

/// What a graph that is being rewritten has around it.
///
/// @param place where in the model the graph is: empty for the main graph
/// @param types of its values
/// @param opset the version of the standard operators
/// @param constants those of the graphs around it, by name
/// @param functions those of the model
/// @param names of the whole model
record Surroundings(
        String place,
        Kind kind,
        InferredTypes types,
        long opset,
        Function<String, Optional<Tensor>> constants,
        Functions functions,
        Names names) {

    /// What a graph is a part of.
    enum Kind {
        /// The model: callers know its inputs and outputs.
        MAIN,
        /// A node, as a branch or a body.
        INNER,
        /// A function, which has no constants but in nodes.
        FUNCTION
    }

    /// The surroundings of a graph in a node of a graph.
    ///
    /// @param outer the graph that has the node
    Surroundings inside(String node, Graph outer, Graph inner) {
        return new Surroundings(
                place + node + "/",
                kind == Kind.FUNCTION ? Kind.FUNCTION : Kind.INNER,
                types.inside(inner),
                opset,
                value ->
                        defines(outer, value)
                                ? outer.constant(value).filter(_ -> !isInput(outer, value))
                                : constants.apply(value),
                functions,
                names);
    }

    private static boolean defines(Graph graph, String value) {
        return graph.producer(value).isPresent()
                || graph.initializers().containsKey(value)
                || isInput(graph, value);
    }

    private static boolean isInput(Graph graph, String value) {
        return graph.inputs().stream().anyMatch(input -> input.name().equals(value));
    }
}
