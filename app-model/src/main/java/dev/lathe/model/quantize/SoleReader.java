package dev.lathe.model.quantize;

import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import java.util.Optional;

/// Values that one node reads and nobody else.
final class SoleReader {
    private SoleReader() {}

    /// The node that makes a value, if the value has one reader and is no output of the graph.
    static Optional<Node> producer(Graph graph, String value) {
        return of(graph, value).flatMap(_ -> graph.producer(value));
    }

    /// The only reader of a value, if it has just one and is no output of the graph.
    static Optional<Node> of(Graph graph, String value) {
        var readers = graph.consumers(value);
        return readers.size() == 1 && !isOutput(graph, value)
                ? Optional.of(readers.getFirst())
                : Optional.empty();
    }

    static boolean isOutput(Graph graph, String value) {
        return graph.outputs().stream().anyMatch(output -> output.name().equals(value));
    }
}
