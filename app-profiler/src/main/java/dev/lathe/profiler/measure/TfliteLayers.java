package dev.lathe.profiler.measure;

import dev.lathe.model.graph.ModelGraph;
import dev.lathe.profiler.trace.OperatorTrace;
import dev.lathe.profiler.trace.OperatorTrace.Operator;
import java.util.LinkedHashMap;
import java.util.regex.Pattern;

/// Turns the names in a trace of TensorFlow Lite, which say where an operator is in the file, into
/// those of the layers of a model.
final class TfliteLayers {
    private static final Pattern NODE = Pattern.compile("node:(\\d+)");
    private static final Pattern DELEGATE = Pattern.compile("delegate:(\\d+\\.\\d+)");
    private static final String FOREIGN = "XNNPACK ";

    private TfliteLayers() {}

    /// The trace with one operator for each layer that was run, be it in several steps. What stands
    /// for no layer of the main graph keeps the name and the kind that the runtime gives it.
    static OperatorTrace named(ModelGraph model, OperatorTrace trace) {
        var named = new LinkedHashMap<String, Operator>();
        for (Operator each : trace.operators()) {
            var layer = layer(model, each);
            named.merge(
                    layer.name(), layer, (a, b) -> new Operator(a.name(), a.op(), a.ms() + b.ms()));
        }
        return new OperatorTrace(named.values().stream().toList(), trace.arenaBytes());
    }

    /// Whether a name is one that the delegate gave.
    static boolean isForeign(String name) {
        return name.startsWith(FOREIGN);
    }

    private static Operator layer(ModelGraph model, Operator operator) {
        var nodes = model.graph().nodes();
        var place = NODE.matcher(operator.name());
        if (place.matches() && Integer.parseInt(place.group(1)) < nodes.size()) {
            var node = nodes.get(Integer.parseInt(place.group(1)));
            return new Operator(model.graph().layerName(node), node.opType(), operator.ms());
        }
        var delegate = DELEGATE.matcher(operator.name());
        return delegate.matches()
                ? new Operator(FOREIGN + delegate.group(1), operator.op(), operator.ms())
                : operator;
    }
}
