package dev.lathe.model.tflite;

import dev.lathe.model.flatbuffer.DamagedFlatbufferException;
import dev.lathe.model.flatbuffer.FlatTable;
import dev.lathe.model.flatbuffer.Oddities;
import dev.lathe.model.graph.AttributeValue;
import dev.lathe.model.graph.AttributeValue.GraphValue;
import dev.lathe.model.graph.AttributeValue.GraphsValue;
import dev.lathe.model.graph.AttributeValue.IntValue;
import dev.lathe.model.graph.AttributeValue.IntsValue;
import dev.lathe.model.graph.Graph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The subgraphs of a model, each decoded once, also if several operators refer to it.
///
/// A subgraph that refers to itself, directly or through others, is nested once; the reference that
/// closes the circle stays a number. So does one that would nest too deep, or one too many to
/// graphs that are referred to already: whoever walks through the model follows every reference.
final class Subgraphs implements SubgraphReferences {
    private static final int DEEPEST = 24;

    /// Nodes that repeated references may add for someone who follows them all.
    private static final long MOST_REPEATED_NODES = 50_000;

    private final List<SubgraphDecoder> decoders = new ArrayList<>();
    private final Map<Integer, Graph> graphs = new HashMap<>();
    private final Map<Integer, Long> expandedNodes = new HashMap<>();
    private final Set<Integer> referenced = new HashSet<>();
    private final List<Integer> open = new ArrayList<>();
    private final Oddities oddities;
    private long repeatedNodes;

    Subgraphs(
            List<FlatTable> tables,
            List<OperatorCode> codes,
            TensorReader tensors,
            Oddities oddities)
            throws DamagedFlatbufferException {
        this.oddities = oddities;
        var names = new HashSet<String>();
        for (int i = 0; i < tables.size(); i++) {
            decoders.add(new SubgraphDecoder(tables.get(i), i, codes, tensors, oddities, names));
        }
    }

    /// The subgraph that the model runs.
    Graph main() throws DamagedFlatbufferException {
        return decoded(0);
    }

    /// The subgraphs that no other one refers to, but for the main one; of those that refer to each
    /// other in a circle that nothing else leads to, the first.
    List<Graph> unreferenced() throws DamagedFlatbufferException {
        var result = new ArrayList<Graph>();
        for (int i = 1; i < decoders.size(); i++) {
            if (!graphs.containsKey(i)) {
                decoded(i);
            }
        }
        for (int i = 1; i < decoders.size(); i++) {
            if (!referenced.contains(i)) {
                result.add(decoded(i));
            }
        }
        return result;
    }

    private Graph decoded(int number) throws DamagedFlatbufferException {
        var known = graphs.get(number);
        if (known != null) {
            return known;
        }
        open.addLast(number);
        expandedNodes.put(number, decoders.get(number).operators());
        var graph = decoders.get(number).decode(this);
        open.removeLast();
        graphs.put(number, graph);
        return graph;
    }

    @Override
    public AttributeValue graph(int number) throws DamagedFlatbufferException {
        var nested = nested(number);
        return nested.isPresent() ? new GraphValue(nested.get()) : new IntValue(number);
    }

    @Override
    public AttributeValue graphs(int[] numbers) throws DamagedFlatbufferException {
        var nested = new ArrayList<Graph>();
        for (int number : numbers) {
            nested(number).ifPresent(nested::add);
        }
        return nested.size() == numbers.length
                ? new GraphsValue(nested)
                : new IntsValue(Arrays.stream(numbers).mapToObj(Long::valueOf).toList());
    }

    private Optional<Graph> nested(int number) throws DamagedFlatbufferException {
        if (number < 0 || number >= decoders.size()) {
            oddities.add(
                    "missing-subgraph",
                    "An operator refers to graph "
                            + number
                            + ", and the file holds "
                            + decoders.size()
                            + ".");
            return Optional.empty();
        }
        if (open.contains(number)) {
            oddities.add(
                    "recursive-subgraph",
                    "Graph '"
                            + decoders.get(number).name()
                            + "' refers to itself; the reference is shown as a number.");
            return Optional.empty();
        }
        if (open.size() >= DEEPEST) {
            return tooLarge(number);
        }
        var graph = decoded(number);
        long nodes = expandedNodes.getOrDefault(number, 0L);
        if (referenced.contains(number)) {
            if (repeatedNodes + nodes > MOST_REPEATED_NODES) {
                return tooLarge(number);
            }
            repeatedNodes += nodes;
        }
        referenced.add(number);
        expandedNodes.merge(open.getLast(), nodes, Long::sum);
        return Optional.of(graph);
    }

    private Optional<Graph> tooLarge(int number) {
        oddities.add(
                "nested-too-deep",
                "Graph '"
                        + decoders.get(number).name()
                        + "' is referred to too often or too deep; the reference is shown as a"
                        + " number.");
        return Optional.empty();
    }

    /// What a signature calls, in words.
    String describe(Signature signature) throws DamagedFlatbufferException {
        if (signature.subgraph() >= decoders.size()) {
            throw new DamagedFlatbufferException(
                    "signature " + signature.key() + " calls a graph that it does not hold");
        }
        var subgraph = decoders.get((int) signature.subgraph());
        return "graph "
                + subgraph.name()
                + "; inputs "
                + tensors(signature.inputs(), subgraph)
                + "; outputs "
                + tensors(signature.outputs(), subgraph);
    }

    private static String tensors(Map<String, Long> names, SubgraphDecoder subgraph) {
        return names.entrySet().stream()
                .map(entry -> entry.getKey() + " = " + subgraph.tensorName(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    /// The values of the main graph that keep their elements from one run to the next.
    List<String> variables() throws DamagedFlatbufferException {
        return decoders.getFirst().variables();
    }
}
