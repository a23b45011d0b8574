package dev.lathe.model.group;

import dev.lathe.model.graph.Wiring.Wire;
import dev.lathe.model.group.Item.Leaf;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// The items of one level in a row, with what runs past each place between two of them.
final class Strip {
    private static final Set<String> FOLLOWERS =
            Set.of(
                    "BatchNormalization",
                    "Relu",
                    "LeakyRelu",
                    "PRelu",
                    "Clip",
                    "Sigmoid",
                    "Tanh",
                    "HardSigmoid",
                    "HardSwish",
                    "Mish",
                    "Elu",
                    "Selu",
                    "Celu",
                    "Softplus",
                    "Gelu",
                    "FastGelu",
                    "BiasGelu",
                    "QuickGelu",
                    "Swish",
                    "Erf",
                    "Add",
                    "Mul",
                    "Sub",
                    "Div",
                    "Pow",
                    "Sqrt",
                    "Max",
                    "Min",
                    "Dropout",
                    "Identity",
                    "Cast",
                    "QuantizeLinear",
                    "DequantizeLinear",
                    "Softmax",
                    "RELU",
                    "RELU6",
                    "LOGISTIC",
                    "HARD_SWISH",
                    "LEAKY_RELU",
                    "PRELU",
                    "TANH",
                    "ADD",
                    "MUL",
                    "SUB",
                    "DIV",
                    "MAXIMUM",
                    "MINIMUM",
                    "QUANTIZE",
                    "DEQUANTIZE",
                    "SOFTMAX",
                    "QLinearAdd",
                    "QLinearMul",
                    "QLinearSigmoid",
                    "QLinearLeakyRelu");

    private static final int FEW = 4;
    private static final int SHORTEST_LONG = 48;
    private static final int LONG_SHARE = 8;

    private final Flow flow;
    private final List<Item> items;
    private final int[] widths;
    private final int[] nodesBefore;
    private final long[] kinds;
    private final int[][] sources;

    Strip(Flow flow, List<Item> items) {
        this.flow = flow;
        this.items = items;
        int n = items.size();
        widths = new int[n + 1];
        nodesBefore = new int[n + 1];
        kinds = new long[n];
        sources = new int[n][];
        var itemOf = new HashMap<Integer, Integer>();
        for (int i = 0; i < n; i++) {
            var nodes = items.get(i).nodes();
            nodesBefore[i + 1] = nodesBefore[i] + nodes.size();
            long kind = items.get(i) instanceof Leaf ? 1 : 2;
            for (int node : nodes) {
                itemOf.put(node, i);
                kind = Hash.mix(kind, Structure.kind(flow.node(node)));
            }
            kinds[i] = kind;
        }
        measure(itemOf);
    }

    int size() {
        return items.size();
    }

    /// The number of nodes.
    int nodes() {
        return nodesBefore[size()];
    }

    /// Every item as a run of its own.
    List<Span> all() {
        return IntStream.range(0, size()).mapToObj(i -> new Span(i, i + 1)).toList();
    }

    /// The number of nodes in a run of items.
    int nodes(Span span) {
        return nodesBefore[span.to()] - nodesBefore[span.from()];
    }

    /// How many values run from before an item to it or past it.
    int width(int item) {
        return widths[item];
    }

    /// A run cut at all places inside where the fewest values run.
    List<Span> cut(Span span) {
        int least = Integer.MAX_VALUE;
        for (int i = span.from() + 1; i < span.to(); i++) {
            least = Math.min(least, widths[i]);
        }
        var parts = new ArrayList<Span>();
        int from = span.from();
        for (int i = span.from() + 1; i < span.to(); i++) {
            if (widths[i] == least) {
                parts.add(new Span(from, i));
                from = i;
            }
        }
        parts.add(new Span(from, span.to()));
        return parts;
    }

    /// A key that runs of the same operators with the same edges between them share.
    long hash(Span span) {
        long hash = span.length();
        for (int i = span.from(); i < span.to(); i++) {
            hash = Hash.mix(hash, kinds[i]);
            for (int source : sources[i]) {
                hash = Hash.mix(hash, source >= span.from() ? i - source : 0);
            }
        }
        return hash;
    }

    /// Whether a run is only what follows a layer.
    boolean isFollower(Span span) {
        if (span.length() > FEW) {
            return false;
        }
        for (int i = span.from(); i < span.to(); i++) {
            if (!(items.get(i) instanceof Leaf(int node))
                    || !FOLLOWERS.contains(flow.node(node).opType())) {
                return false;
            }
        }
        return true;
    }

    private void measure(Map<Integer, Integer> itemOf) {
        var change = new int[items.size() + 2];
        Set<Wire> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < items.size(); i++) {
            var from = new TreeSet<Integer>();
            for (int node : items.get(i).nodes()) {
                for (Wire wire : flow.read(node)) {
                    if (wire.producer() >= 0 && flow.isConstant(wire.producer())) {
                        continue;
                    }
                    int source = itemOf.getOrDefault(wire.producer(), -1);
                    if (source != i) {
                        from.add(source);
                    }
                    if (source < 0 && seen.add(wire)) {
                        run(wire, -1, itemOf, change);
                    }
                }
                for (Wire wire : flow.made(node)) {
                    run(wire, i, itemOf, change);
                }
            }
            sources[i] = from.stream().mapToInt(Integer::intValue).toArray();
        }
        for (int i = 1; i <= items.size(); i++) {
            change[i] += change[i - 1];
            widths[i] = change[i];
        }
    }

    /// Values that run further than this (masks, positions, long skip connections) pass parts
    /// without holding them together.
    private int longest() {
        return Math.max(SHORTEST_LONG, nodes() / LONG_SHARE);
    }

    private void run(Wire wire, int from, Map<Integer, Integer> itemOf, int[] change) {
        if (wire.producer() >= 0 && flow.isMinor(wire.producer())) {
            return;
        }
        int last = from;
        for (int consumer : wire.consumers()) {
            last = Math.max(last, itemOf.getOrDefault(consumer, from < 0 ? -1 : size()));
        }
        if (last > from && nodes(new Span(Math.max(from, 0), last)) <= longest()) {
            change[from + 1]++;
            change[last + 1]--;
        }
    }
}
