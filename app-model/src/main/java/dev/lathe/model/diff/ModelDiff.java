package dev.lathe.model.diff;

import dev.lathe.model.diff.FieldChange.Kind;
import dev.lathe.model.diff.GraphComparison.Scope;
import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.LocalFunction;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Value;
import dev.lathe.model.work.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The difference of two models.
///
/// Nodes are matched by name, by their weights, and by what is around them, so that a model that
/// was renamed, pruned, quantized or simplified is still recognised. Weights are compared number by
/// number; a quantized weight is compared as the real numbers that it stands for.
///
/// @param header what differs of what the models say of themselves
/// @param functions what differs of the functions that they define
/// @param graphs the main graph, then the graphs in its nodes and the bodies of functions
public record ModelDiff(
        List<FieldChange> header, List<FieldChange> functions, List<GraphDiff> graphs) {

    public ModelDiff {
        header = List.copyOf(header);
        functions = List.copyOf(functions);
        graphs = List.copyOf(graphs);
    }

    /// Compares two models. Weights are read block by block and not kept.
    ///
    /// @throws InterruptedException if the thread was interrupted
    public static ModelDiff of(ModelGraph before, ModelGraph after, Progress progress)
            throws InterruptedException {
        var graphs =
                new ArrayList<>(
                        new GraphComparison("", before.graph(), after.graph(), Scope.NONE, progress)
                                .run());
        var functions = new ArrayList<FieldChange>();
        compareFunctions(before, after, functions, graphs, progress);
        return new ModelDiff(
                HeaderComparison.changes(before.header(), after.header()),
                functions,
                MovedTensors.pair(graphs));
    }

    /// The difference of the main graphs.
    public GraphDiff main() {
        return graphs.getFirst();
    }

    /// The nodes of all graphs that a change happened to.
    public Stream<NodeDiff> nodes(Change change) {
        return graphs.stream()
                .flatMap(graph -> graph.nodes().stream())
                .filter(node -> node.change() == change);
    }

    /// The constants of all graphs that a change happened to.
    public Stream<TensorDiff> tensors(Change change) {
        return graphs.stream()
                .flatMap(graph -> graph.tensors().stream())
                .filter(tensor -> tensor.change() == change);
    }

    /// Whether nothing at all differs: not the header, not a name, not a note of a node.
    public boolean isIdentical() {
        return header.isEmpty()
                && functions.isEmpty()
                && graphs.stream()
                        .allMatch(graph ->
                                graph.isSame()
                                        && graph.nodes().stream()
                                                .allMatch(node -> node.changes().isEmpty())
                                        && graph.tensors().stream().allMatch(ModelDiff::keepsName));
    }

    private static boolean keepsName(TensorDiff tensor) {
        return tensor.before().map(before -> before.name().equals(tensor.name())).orElse(false);
    }

    private static void compareFunctions(
            ModelGraph before,
            ModelGraph after,
            List<FieldChange> changes,
            List<GraphDiff> graphs,
            Progress progress)
            throws InterruptedException {
        var others = new LinkedHashMap<String, LocalFunction>();
        after.functions().forEach(function -> others.put(key(function), function));
        for (LocalFunction function : before.functions()) {
            var key = key(function);
            var other = others.remove(key);
            if (other == null) {
                changes.add(
                        new FieldChange(
                                Kind.FUNCTION, key, Optional.of(text(function)), Optional.empty()));
                continue;
            }
            var diffs =
                    new GraphComparison(
                                    "function " + key,
                                    graph(function),
                                    graph(other),
                                    Scope.NONE,
                                    progress)
                            .run();
            graphs.addAll(diffs);
            if (!diffs.getFirst().isSame()) {
                changes.add(FieldChange.of(Kind.FUNCTION, key, text(function), text(other)));
            }
        }
        others.forEach((key, function) ->
                changes.add(
                        new FieldChange(
                                Kind.FUNCTION,
                                key,
                                Optional.empty(),
                                Optional.of(text(function)))));
    }

    private static String key(LocalFunction function) {
        var overload = function.overload().isEmpty() ? "" : ":" + function.overload();
        return function.domain() + "." + function.name() + overload;
    }

    private static String text(LocalFunction function) {
        return function.nodes().size() + " nodes";
    }

    private static Graph graph(LocalFunction function) {
        return new Graph(
                function.name(),
                function.nodes(),
                values(function.inputs()),
                values(function.outputs()),
                List.of(),
                List.of(),
                Extras.NONE);
    }

    private static List<Value> values(List<String> names) {
        return names.stream().map(name -> new Value(name, Optional.empty(), Extras.NONE)).toList();
    }
}
