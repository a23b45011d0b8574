package dev.lathe.model.simplify;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.Value;
import dev.lathe.model.graph.ValueType.TensorType;
import dev.lathe.model.run.ModelRunException;
import dev.lathe.model.run.ModelRunner;
import dev.lathe.model.work.Progress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Computes what depends on nothing but constants: everything foldable in a model and its subgraphs
/// is gathered into one small model, which the runtime runs once.
///
/// What the runtime refuses is left as it is and not tried again.
final class ConstantFolding {

    /// The version of the intermediate representation in which constants need not be inputs.
    private static final long FREE_CONSTANTS = 4;

    private static final int MOST_REFUSALS = 8;
    private static final long LARGEST_UNFORESEEN = 64 << 10;

    private final ModelRunner runner;
    private final Set<String> refused = new HashSet<>();
    private boolean isHopeless;

    ConstantFolding(ModelRunner runner) {
        this.runner = runner;
        this.isHopeless = runner.equals(ModelRunner.NONE);
    }

    /// A graph of a model and what is around it.
    record Place(Graph graph, Surroundings around) {}

    /// What was computed in one graph.
    ///
    /// @param gone the nodes that did it
    /// @param results that others read
    record Folded(Set<Node> gone, Map<String, Tensor> results) {
        /// Nothing.
        static final Folded NONE = new Folded(Set.of(), Map.of());
    }

    /// A node of the small model.
    ///
    /// @param site of the original node
    /// @param type of its first output
    private record Step(Graph graph, Node original, String site, Node node, DataType type) {}

    /// The small model in the making.
    private static final class Batch {
        private final List<Step> steps = new ArrayList<>();
        private final Map<String, Tensor> constants = new LinkedHashMap<>();
        private final Map<String, TensorType> results = new LinkedHashMap<>();
        private final IdentityHashMap<Graph, String> prefixes = new IdentityHashMap<>();
    }

    /// Computes what can be folded in the graphs.
    Map<Graph, Folded> fold(ModelGraph model, List<Place> places, Progress progress)
            throws InterruptedException {
        if (isHopeless) {
            return Map.of();
        }
        var batch = new Batch();
        places.forEach(place -> gather(place.graph(), place.around(), batch));
        var steps = batch.steps;
        var folded = new IdentityHashMap<Graph, Folded>();
        while (!steps.isEmpty() && !isHopeless) {
            progress.checkCancelled();
            var outputs = compute(model, batch, steps);
            if (outputs.isPresent()) {
                collect(batch, steps, outputs.get(), folded);
                break;
            }
            steps = steps.subList(0, accepted(model, batch, steps, progress));
        }
        return folded;
    }

    private void gather(Graph graph, Surroundings around, Batch batch) {
        var found = Foldable.find(graph, around, refused);
        if (found.nodes().isEmpty()) {
            return;
        }
        var prefix = batch.prefixes.size() + "/";
        batch.prefixes.put(graph, prefix);
        found.constants()
                .forEach((name, tensor) ->
                        batch.constants.put(prefix + name, tensor.withName(prefix + name)));
        found.results().forEach((name, type) -> batch.results.put(prefix + name, type));
        for (Node node : found.nodes()) {
            var first = node.outputs().stream().filter(o -> !o.isEmpty()).findFirst().orElseThrow();
            batch.steps.add(
                    new Step(
                            graph,
                            node,
                            around.place() + first,
                            node.withInputs(prefixed(node.inputs(), prefix))
                                    .withOutputs(prefixed(node.outputs(), prefix)),
                            around.types().tensorType(first).orElseThrow().element()));
        }
    }

    private static List<String> prefixed(List<String> names, String prefix) {
        return names.stream().map(name -> name.isEmpty() ? name : prefix + name).toList();
    }

    /// The results of the first steps; empty if the runtime refuses them.
    private Optional<Map<String, Tensor>> compute(ModelGraph model, Batch batch, List<Step> steps)
            throws InterruptedException {
        try (var session = runner.open(small(model, batch, steps))) {
            return Optional.of(session.run(Map.of()));
        } catch (ModelRunException _) {
            return Optional.empty();
        }
    }

    private static ModelGraph small(ModelGraph model, Batch batch, List<Step> steps) {
        var made = new HashSet<String>();
        var read = new HashSet<String>();
        for (Step step : steps) {
            made.addAll(step.node().outputs());
            read.addAll(step.node().inputs());
        }
        var outputs = new ArrayList<Value>();
        batch.results.forEach((name, type) -> {
            if (made.contains(name)) {
                outputs.add(new Value(name, new TensorType(type.element(), Optional.empty())));
            }
        });
        if (outputs.isEmpty()) {
            var last = steps.getLast();
            var value =
                    last.node().outputs().stream()
                            .filter(o -> !o.isEmpty())
                            .findFirst()
                            .orElseThrow();
            outputs.add(new Value(value, new TensorType(last.type(), Optional.empty())));
        }
        var graph =
                new Graph(
                        "constants",
                        steps.stream().map(Step::node).toList(),
                        List.of(),
                        outputs,
                        List.of(),
                        batch.constants.values().stream()
                                .filter(tensor -> read.contains(tensor.name()))
                                .toList(),
                        Extras.NONE);
        var header = model.header();
        return new ModelGraph(
                header.withIrVersion(Math.max(header.irVersion(), FREE_CONSTANTS)), graph);
    }

    /// How many of the first steps the runtime accepts; remembers the next one as refused.
    private int accepted(ModelGraph model, Batch batch, List<Step> steps, Progress progress)
            throws InterruptedException {
        int good = 0;
        int bad = steps.size();
        while (bad - good > 1) {
            progress.checkCancelled();
            int middle = (good + bad) >>> 1;
            if (compute(model, batch, steps.subList(0, middle)).isPresent()) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        refused.add(steps.get(good).site());
        isHopeless = refused.size() >= MOST_REFUSALS;
        return good;
    }

    private void collect(
            Batch batch, List<Step> steps, Map<String, Tensor> outputs, Map<Graph, Folded> folded) {
        var byGraph = new LinkedHashMap<String, List<Step>>();
        steps.forEach(step ->
                byGraph.computeIfAbsent(
                                String.valueOf(batch.prefixes.get(step.graph())),
                                _ -> new ArrayList<>())
                        .add(step));
        byGraph.forEach((prefix, ofGraph) -> {
            var results = new HashMap<String, Tensor>();
            var gone = Collections.newSetFromMap(new IdentityHashMap<Node, Boolean>());
            for (Step step : ofGraph) {
                if (isStorable(step, batch, outputs)) {
                    gone.add(step.original());
                    for (String output : step.original().outputs()) {
                        var tensor = outputs.get(prefix + output);
                        if (tensor != null) {
                            results.put(output, tensor);
                        }
                    }
                }
            }
            folded.put(ofGraph.getFirst().graph(), new Folded(gone, results));
        });
    }

    /// Whether the results of a step came and are no larger than was foreseen.
    private boolean isStorable(Step step, Batch batch, Map<String, Tensor> outputs) {
        for (String output : step.node().outputs()) {
            var type = batch.results.get(output);
            if (type == null) {
                continue;
            }
            var tensor = outputs.get(output);
            boolean foreseen = type.shape().filter(shape -> shape.isFixed()).isPresent();
            if (tensor == null
                    || tensor.type() != type.element()
                    || (!foreseen && tensor.byteSize() > LARGEST_UNFORESEEN)) {
                refused.add(step.site());
                return false;
            }
        }
        return true;
    }
}
