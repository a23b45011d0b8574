package dev.lathe.model.diff;

import dev.lathe.model.graph.Node;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// The difference of two graphs that correspond.
public final class GraphDiff {
    private final String path;
    private final List<NodeDiff> nodes;
    private final SequencedMap<String, String> values;
    private final List<FieldChange> ports;
    private final List<TensorDiff> tensors;
    private final IdentityHashMap<Node, NodeDiff> byNode = new IdentityHashMap<>();

    GraphDiff(
            String path,
            List<NodeDiff> nodes,
            SequencedMap<String, String> values,
            List<FieldChange> ports,
            List<TensorDiff> tensors) {
        this.path = path;
        this.nodes = List.copyOf(nodes);
        this.values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
        this.ports = List.copyOf(ports);
        this.tensors = List.copyOf(tensors);
        for (NodeDiff node : nodes) {
            node.before().ifPresent(before -> byNode.put(before, node));
            node.after().ifPresent(after -> byNode.put(after, node));
        }
    }

    /// Where the graph is: empty for the main graph, else the layer and attribute that hold it,
    /// joined by `/`, from the outside in.
    public String path() {
        return path;
    }

    /// What became of every node: those of the second graph in its order, then the removed ones.
    public List<NodeDiff> nodes() {
        return nodes;
    }

    /// The values of the first graph with those of the second that correspond to them.
    public SequencedMap<String, String> values() {
        return values;
    }

    /// What differs of the inputs and outputs of the graph.
    public List<FieldChange> ports() {
        return ports;
    }

    /// What became of every constant of the graph.
    public List<TensorDiff> tensors() {
        return tensors;
    }

    /// What became of a node of either graph.
    public Optional<NodeDiff> of(Node node) {
        return Optional.ofNullable(byNode.get(node));
    }

    GraphDiff withTensors(List<TensorDiff> others) {
        return new GraphDiff(path, nodes, values, ports, others);
    }

    /// Whether the graphs compute the same.
    public boolean isSame() {
        return ports.isEmpty()
                && nodes.stream().allMatch(node -> node.change() == Change.SAME)
                && tensors.stream().allMatch(tensor -> tensor.change() == Change.SAME);
    }
}
