package dev.lathe.profiler.runner;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.Value;
import dev.lathe.model.graph.ValueType.TensorType;
import dev.lathe.model.run.ModelRunException;
import dev.lathe.runner.Optimization;
import dev.lathe.runner.SessionSettings;
import dev.lathe.runner.SessionSettings.Profiling;
import dev.lathe.runner.ValueSpec;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What ONNX Runtime knows of the types and shapes of values: a check on shape inference that is
/// not our own. Used by one thread at a time.
///
/// The runtime tells the types of inputs and outputs only. So it is given the model with each value
/// of the main graph as an output without a type, and loads it without optimizing it.
public final class RuntimeShapes implements AutoCloseable {
    private static final SessionSettings SETTINGS =
            new SessionSettings(1, Profiling.OFF, Optimization.NONE, Map.of());

    private final RunnerLaunch launch;
    private @Nullable Runner runner;

    public RuntimeShapes(RunnerLaunch launch) {
        this.launch = launch;
    }

    /// The types of the inputs and of all values that nodes of the main graph compute, by name. A
    /// value that is no dense tensor, or that the runtime knows nothing of, is absent. The shape of
    /// a scalar is unknown, because the runtime does not tell a scalar from a tensor of unknown
    /// rank.
    ///
    /// @throws ModelRunException if the runtime refuses the model; the next one may well work
    public SequencedMap<String, TensorType> of(ModelGraph model)
            throws ModelRunException, InterruptedException {
        try (var loaded = runner().load(withAllOutputs(model), SETTINGS)) {
            var types = new LinkedHashMap<String, TensorType>();
            Stream.of(loaded.inputs(), loaded.outputs())
                    .flatMap(List::stream)
                    .forEach(spec -> type(spec).ifPresent(type -> types.put(spec.name(), type)));
            return types;
        }
    }

    private static Optional<TensorType> type(ValueSpec spec) {
        return DataType.ofCode(spec.type())
                .map(element ->
                        new TensorType(
                                element,
                                spec.sizes().isEmpty()
                                        ? Optional.empty()
                                        : Optional.of(shape(spec))));
    }

    private static Shape shape(ValueSpec spec) {
        return new Shape(
                IntStream.range(0, spec.sizes().size())
                        .mapToObj(
                                axis -> dimension(spec.sizes().get(axis), spec.symbols().get(axis)))
                        .toList());
    }

    private static Dimension dimension(long size, String symbol) {
        return size >= 0
                ? Dimension.of(size)
                : symbol.isEmpty() ? Dimension.UNKNOWN : Dimension.of(symbol);
    }

    private static ModelGraph withAllOutputs(ModelGraph model) {
        var graph = model.graph();
        var names = new LinkedHashSet<String>();
        graph.nodes().stream().map(Node::outputs).forEach(names::addAll);
        names.remove("");
        names.removeAll(names(graph.outputs()));
        var editor = graph.edit();
        names.forEach(name -> editor.outputs().add(new Value(name, Optional.empty(), Extras.NONE)));
        return model.withGraph(editor.build());
    }

    private static Set<String> names(List<Value> values) {
        return values.stream().map(Value::name).collect(Collectors.toSet());
    }

    private Runner runner() throws ModelRunException {
        var current = runner;
        if (current == null || !current.isAlive()) {
            close();
            current = Runner.start(launch);
            runner = current;
        }
        return current;
    }

    /// Ends the process.
    @Override
    public void close() {
        if (runner != null) {
            runner.close();
            runner = null;
        }
    }
}
