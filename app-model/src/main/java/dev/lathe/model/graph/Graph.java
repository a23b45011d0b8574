package dev.lathe.model.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A graph of nodes: the main graph of a model, a branch or a body.
///
/// Immutable. Looking up a producer, the consumers of a value or a node by its layer name takes
/// constant time; the index behind it is made on first use. Changes are made with a {@link
/// GraphEditor} and share all that stays the same.
public final class Graph {
    private final String name;
    private final List<Node> nodes;
    private final List<Value> inputs;
    private final List<Value> outputs;
    private final SequencedMap<String, Value> values;
    private final SequencedMap<String, Tensor> initializers;
    private final Extras extras;
    private volatile @Nullable GraphIndex index;

    /// A graph.
    ///
    /// @param nodes as the file has them, which is not always in topological order
    /// @param values types that the file states for inner values
    /// @param initializers the constants
    public Graph(
            String name,
            List<Node> nodes,
            List<Value> inputs,
            List<Value> outputs,
            Collection<Value> values,
            Collection<Tensor> initializers,
            Extras extras) {
        this.name = name;
        this.nodes = List.copyOf(nodes);
        this.inputs = List.copyOf(inputs);
        this.outputs = List.copyOf(outputs);
        var byName = new LinkedHashMap<String, Value>();
        values.forEach(value -> byName.put(value.name(), value));
        this.values = Collections.unmodifiableSequencedMap(byName);
        var constants = new LinkedHashMap<String, Tensor>();
        initializers.forEach(tensor -> constants.put(tensor.name(), tensor));
        this.initializers = Collections.unmodifiableSequencedMap(constants);
        this.extras = extras;
    }

    public String name() {
        return name;
    }

    public List<Node> nodes() {
        return nodes;
    }

    /// The declared inputs. In old files initializers are listed among them; {@link
    /// #requiredInputs} leaves those out.
    public List<Value> inputs() {
        return inputs;
    }

    /// The inputs that a caller has to supply.
    public List<Value> requiredInputs() {
        return inputs.stream().filter(i -> !initializers.containsKey(i.name())).toList();
    }

    public List<Value> outputs() {
        return outputs;
    }

    /// The types that the file states for inner values, by name.
    public SequencedMap<String, Value> values() {
        return values;
    }

    public SequencedMap<String, Tensor> initializers() {
        return initializers;
    }

    public Extras extras() {
        return extras;
    }

    /// The constant with a name: an initializer or the output of a Constant node.
    public Optional<Tensor> constant(String valueName) {
        return index().constant(valueName);
    }

    /// The node that produces a value, if one of this graph does.
    public Optional<Node> producer(String valueName) {
        return index().producer(valueName);
    }

    /// The nodes that read a value, each once, in the order of the graph; also those that read it
    /// inside their subgraphs.
    public List<Node> consumers(String valueName) {
        return index().consumers(valueName);
    }

    /// A name for a node that is unique in this graph and stays the same when other nodes change:
    /// its own name if no other node has it, else the operator and the first output.
    public String layerName(Node node) {
        return index().layerName(node);
    }

    /// The node with a layer name.
    public Optional<Node> node(String layerName) {
        return index().node(layerName);
    }

    /// What the graph states of a value: as input, output, inner value or initializer.
    public Optional<ValueType> statedType(String valueName) {
        return index().statedType(valueName);
    }

    /// How the integers of a value stand for reals, if the graph says so of the value itself.
    public Optional<Quantization> quantization(String valueName) {
        return index().quantization(valueName);
    }

    /// The nodes in an order in which every node comes after those it depends on. A file that
    /// orders them so keeps its order; nodes on a cycle come last.
    public List<Node> topologicalOrder() {
        return index().topologicalOrder();
    }

    /// A mutable copy to change this graph with.
    public GraphEditor edit() {
        return new GraphEditor(this);
    }

    /// The nodes of this graph and of all subgraphs in it.
    public List<Node> nodesIncludingSubgraphs() {
        var all = new ArrayList<Node>(nodes.size());
        for (Node node : nodes) {
            all.add(node);
            node.subgraphs().forEach(graph -> all.addAll(graph.nodesIncludingSubgraphs()));
        }
        return all;
    }

    /// The values of the graphs around this one that it or a graph in it reads.
    public Set<String> outerValues() {
        return index().outerValues();
    }

    private GraphIndex index() {
        var current = index;
        if (current == null) {
            current = new GraphIndex(this);
            index = current;
        }
        return current;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Graph that
                && name.equals(that.name)
                && nodes.equals(that.nodes)
                && inputs.equals(that.inputs)
                && outputs.equals(that.outputs)
                && values.equals(that.values)
                && initializers.equals(that.initializers)
                && extras.equals(that.extras);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, nodes.size(), inputs, outputs);
    }

    @Override
    public String toString() {
        return "Graph[" + name + ", " + nodes.size() + " nodes]";
    }
}
