package dev.lathe.model.cost;

import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorContent;
import dev.lathe.model.shape.InferredTypes;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.OptionalLong;

/// Computes what a model costs from its graph and the shapes of its values; reads no weights.
///
/// Parameters are the elements of weights as the layer reads them: constants of floating point, of
/// integers of at most 8 bits, and the 32-bit biases of quantized operators. Scales and zero points
/// count among a layer's weight bytes but are no parameters; shapes, axes, bounds and single
/// numbers in arithmetic count as neither. The bytes of the whole model are those of all its
/// constants. The mean and variance of a BatchNormalization count as parameters, because the file
/// holds them.
public final class CostAnalysis {

    private CostAnalysis() {}

    /// The cost of each layer of the main graph, and of the whole model. A layer with subgraphs
    /// costs what they cost: an If its dearest branch, a Loop or Scan its body times the number of
    /// turns, where it is known.
    public static ModelCost compute(ModelGraph model, InferredTypes types) {
        var graph = model.graph();
        var constants = new Constants(graph, null);
        graph.topologicalOrder().forEach(constants::note);
        var layers = new LinkedHashMap<String, LayerCost>();
        var weights = new WeightCount();
        OptionalLong macs = OptionalLong.of(0);
        for (Node node : graph.nodes()) {
            var own = new WeightCount();
            addUses(node, constants, own);
            addUses(node, constants, weights);
            var nodeMacs = NestedMacs.of(node, graph, types);
            macs = MacCount.sum(macs, nodeMacs);
            var name = graph.layerName(node);
            layers.put(
                    name,
                    new LayerCost(
                            name,
                            own.parameters(),
                            own.weightBytes(),
                            nodeMacs,
                            outputBytes(node, types)));
        }
        return new ModelCost(
                layers,
                weights.parameters(),
                allConstantBytes(graph),
                macs,
                new ActivationPeak(graph, types, constants).bytes());
    }

    private static void addUses(Node node, Constants constants, WeightCount count) {
        constants.of(node).forEach(count::add);
        for (Graph subgraph : node.subgraphs()) {
            var inner = new Constants(subgraph, constants);
            subgraph.topologicalOrder().forEach(inner::note);
            subgraph.nodes().forEach(child -> addUses(child, inner, count));
        }
    }

    private static OptionalLong outputBytes(Node node, InferredTypes types) {
        OptionalLong sum = OptionalLong.of(0);
        for (String output : node.outputs()) {
            if (!output.isEmpty()) {
                sum = MacCount.sum(sum, TensorBytes.of(output, types));
            }
        }
        return sum;
    }

    /// The bytes of all constants of a graph and the graphs in it, each once.
    private static long allConstantBytes(Graph graph) {
        var seen = new IdentityHashMap<TensorContent, Boolean>();
        return constantBytes(graph, seen);
    }

    private static long constantBytes(Graph graph, IdentityHashMap<TensorContent, Boolean> seen) {
        long sum = 0;
        for (Tensor tensor : graph.initializers().values()) {
            sum += bytes(tensor, seen);
        }
        for (Node node : graph.nodes()) {
            if (node.is("Constant")) {
                sum +=
                        node.outputs().stream()
                                .flatMap(output -> graph.constant(output).stream())
                                .mapToLong(tensor -> bytes(tensor, seen))
                                .sum();
            }
            for (Graph subgraph : node.subgraphs()) {
                sum += constantBytes(subgraph, seen);
            }
        }
        return sum;
    }

    private static long bytes(Tensor tensor, IdentityHashMap<TensorContent, Boolean> seen) {
        return seen.put(tensor.content(), true) == null ? tensor.byteSize() : 0;
    }
}
