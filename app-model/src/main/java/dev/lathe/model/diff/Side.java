package dev.lathe.model.diff;

import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.Wiring;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// One of the two graphs that are compared, with what matching asks of it. Nodes are meant by their
/// numbers in the graph.
final class Side {
    private static final Set<String> DECODERS = Set.of("DequantizeLinear", "Cast", "Identity");

    private final Graph graph;
    private final Wiring wiring;
    private final String[] families;
    private final long[] kinds;
    private final int[] ranks;
    private final int[] order;
    private final List<List<Input>> inputs = new ArrayList<>();
    private final List<List<Reader>> readers = new ArrayList<>();
    private final SequencedMap<String, Tensor> constants = new LinkedHashMap<>();
    private final Map<String, Tensor> visible = new HashMap<>();
    private final Map<String, Integer> producers = new HashMap<>();

    /// A value that a node reads and that is no constant.
    ///
    /// @param slot the position among the inputs
    /// @param producer the node that makes it; −1 if it comes from outside
    record Input(int slot, String value, int producer) {}

    /// A node that reads an output of another.
    ///
    /// @param output which output
    /// @param slot at which input
    record Reader(int node, int output, int slot) {}

    /// @param outer the constants of enclosing graphs, which nodes of this one may read
    Side(Graph graph, Map<String, Tensor> outer) {
        this.graph = graph;
        this.wiring = Wiring.of(graph);
        int n = wiring.size();
        families = new String[n];
        kinds = new long[n];
        ranks = new int[n];
        order = graph.topologicalOrder().stream().mapToInt(wiring::number).toArray();
        for (int i = 0; i < n; i++) {
            ranks[order[i]] = i;
            readers.add(new ArrayList<>(2));
        }
        collectConstants();
        visible.putAll(outer);
        visible.putAll(constants);
        for (int i = 0; i < n; i++) {
            for (String output : node(i).outputs()) {
                if (!output.isEmpty()) {
                    producers.putIfAbsent(output, i);
                }
            }
        }
        for (int i = 0; i < n; i++) {
            families[i] = Families.of(node(i));
            inputs.add(inputsOf(i));
            kinds[i] = kind(i);
        }
    }

    Graph graph() {
        return graph;
    }

    int size() {
        return families.length;
    }

    Node node(int number) {
        return wiring.node(number);
    }

    String family(int node) {
        return families[node];
    }

    /// A number that nodes of one family with the same attributes and sizes of weights share.
    long kind(int node, boolean exact) {
        return exact ? kinds[node] : families[node].hashCode();
    }

    /// Where a node is in the topological order.
    int rank(int node) {
        return ranks[node];
    }

    /// The nodes in topological order; not to be changed.
    int[] order() {
        return order;
    }

    /// What a node reads but constants, by slot.
    List<Input> inputs(int node) {
        return inputs.get(node);
    }

    /// Who reads a node.
    List<Reader> readers(int node) {
        return readers.get(node);
    }

    /// The node that makes a value; −1 if none does.
    int producer(String value) {
        return producers.getOrDefault(value, -1);
    }

    /// The initializers and the tensors of Constant nodes, by the names of their values.
    SequencedMap<String, Tensor> constants() {
        return constants;
    }

    /// The constants that nodes can read: those of the graph and of the graphs around it.
    Map<String, Tensor> visible() {
        return visible;
    }

    /// The constant that a value is, or is decoded from.
    private Optional<Tensor> constantBehind(String value) {
        var tensor = visible.get(value);
        if (tensor != null) {
            return Optional.of(tensor);
        }
        int producer = producer(value);
        return producer >= 0 && DECODERS.contains(node(producer).opType())
                ? node(producer).input(0).filter(i -> !i.equals(value)).map(visible::get)
                : Optional.empty();
    }

    private void collectConstants() {
        constants.putAll(graph.initializers());
        for (Node node : graph.nodes()) {
            if (node.is("Constant")) {
                for (String output : node.outputs()) {
                    graph.constant(output).ifPresent(tensor -> constants.put(output, tensor));
                }
            }
        }
    }

    private List<Input> inputsOf(int number) {
        var result = new ArrayList<Input>();
        var node = node(number);
        for (int slot = 0; slot < node.inputs().size(); slot++) {
            var value = node.inputs().get(slot);
            if (value.isEmpty() || graph.initializers().containsKey(value)) {
                continue;
            }
            int producer = producer(value);
            if (producer >= 0) {
                int output = node(producer).outputs().indexOf(value);
                readers.get(producer).add(new Reader(number, output, slot));
            }
            if (!visible.containsKey(value)) {
                result.add(new Input(slot, value, producer));
            }
        }
        return result;
    }

    private long kind(int number) {
        var node = node(number);
        long hash = Digest.mix(families[number].hashCode(), Digest.ofAttributes(node));
        for (String input : node.inputs()) {
            var constant = constantBehind(input);
            if (constant.isPresent() && constant.get().sizes().size() > 1) {
                hash = Digest.mix(hash, constant.get().sizes().hashCode());
            }
        }
        return hash;
    }
}
