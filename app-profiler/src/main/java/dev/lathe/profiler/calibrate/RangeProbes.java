package dev.lathe.profiler.calibrate;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.Value;
import dev.lathe.model.graph.ValueType.TensorType;
import dev.lathe.model.shape.ShapeInference;
import dev.lathe.profiler.feed.TensorCast;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A model whose only outputs are the smallest and the largest element of some of its values.
record RangeProbes(ModelGraph model, List<Probe> probes) {

    /// The names of the outputs that tell of a value.
    record Probe(String value, String min, String max) {}

    RangeProbes {
        probes = List.copyOf(probes);
    }

    boolean isEmpty() {
        return probes.isEmpty();
    }

    /// Probes for those of the values that the main graph has and that are not known to be
    /// something else than real numbers.
    static RangeProbes of(ModelGraph model, List<String> values) {
        var types = ShapeInference.infer(model);
        var graph = model.graph();
        var present = present(graph);
        var editor = graph.edit();
        editor.outputs().clear();
        var probes = new ArrayList<Probe>();
        for (String value : new java.util.LinkedHashSet<>(values)) {
            var type = types.tensorType(value).map(TensorType::element).orElse(DataType.FLOAT);
            if (!present.contains(value) || !TensorCast.isReal(type)) {
                continue;
            }
            var probe =
                    new Probe(
                            value,
                            editor.freshName(value + "_min"),
                            editor.freshName(value + "_max"));
            editor.nodes().add(reduce("ReduceMin", value, probe.min()));
            editor.nodes().add(reduce("ReduceMax", value, probe.max()));
            editor.outputs().add(new Value(probe.min(), new TensorType(type, Shape.SCALAR)));
            editor.outputs().add(new Value(probe.max(), new TensorType(type, Shape.SCALAR)));
            probes.add(probe);
        }
        return new RangeProbes(withStandardOperators(model.withGraph(editor.build())), probes);
    }

    private static Set<String> present(Graph graph) {
        var names = new HashSet<String>();
        graph.inputs().forEach(input -> names.add(input.name()));
        graph.nodes().forEach(node -> names.addAll(node.outputs()));
        names.remove("");
        return names;
    }

    /// Over all axes, which every version of the operators does when none are given.
    private static Node reduce(String operator, String value, String output) {
        return new Node(
                output,
                operator,
                "",
                List.of(value),
                List.of(output),
                List.of(Attribute.of("keepdims", 0L)),
                Extras.NONE);
    }

    private static ModelGraph withStandardOperators(ModelGraph model) {
        var opsets = model.header().opsets();
        return opsets.containsKey("") || opsets.containsKey("ai.onnx")
                ? model
                : model.withHeader(model.header().withOpset("", 13));
    }
}
