package dev.lathe.model.cost;

import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.shape.InferredTypes;
import java.util.LinkedHashMap;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// Computes what a model costs from its graph and the shapes of its values; reads no weights.
///
/// Parameters are the elements of weights as the layer reads them: constants of floating point, of
/// integers of at most 8 bits, and the 32-bit biases of quantized operators. Scales and zero points
/// count among a layer's weight bytes but are no parameters; shapes, axes, bounds and single
/// numbers in arithmetic count as neither. The bytes of the whole model are those of all its
/// constants. The mean and variance of a BatchNormalization count as parameters, because the file
/// holds them.
public final class CostAnalysis {

    /// Graphs nested deeper than this are not looked into, so that no file can exhaust the stack.
    private static final int DEEPEST = 32;

    private CostAnalysis() {}

    /// The cost of each layer of the main graph, and of the whole model. A layer with subgraphs
    /// costs what they cost: an If its dearer branch (or the one that a known condition chooses), a
    /// Loop or Scan its body times the number of turns. A loop whose number of turns is not known
    /// counts for one turn, and as one operator that is not known.
    public static ModelCost compute(ModelGraph model, InferredTypes types) {
        var graph = model.graph();
        var constants = new Constants(graph, types, null);
        graph.topologicalOrder().forEach(constants::note);
        var layers = new LinkedHashMap<String, LayerCost>();
        var weights = new WeightCount();
        var macs = AtLeast.ZERO;
        for (Node node : graph.nodes()) {
            var own = new WeightCount();
            forEachUse(
                    node,
                    constants,
                    types,
                    use -> {
                        own.add(use);
                        weights.add(use);
                    });
            var nodeMacs = NestedMacs.of(node, graph, types);
            macs = macs.plus(nodeMacs);
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
        var bytes = new ConstantBytes();
        bytes.add(graph);
        return new ModelCost(
                layers,
                weights.parameters(),
                bytes.all(),
                bytes.byType(),
                macs,
                new ActivationPeak(graph, types, constants).bytes());
    }

    /// Calls back for every constant that a node and the graphs in it compute with.
    static void forEachUse(
            Node node, Constants constants, InferredTypes types, Consumer<Constants.Use> action) {
        forEachUse(node, constants, types, action, 0);
    }

    private static void forEachUse(
            Node node,
            Constants constants,
            InferredTypes types,
            Consumer<Constants.Use> action,
            int depth) {
        constants.of(node).forEach(action);
        if (depth > DEEPEST) {
            return;
        }
        for (Graph subgraph : node.subgraphs()) {
            var innerTypes = types.inside(subgraph);
            var inner = new Constants(subgraph, innerTypes, constants);
            subgraph.topologicalOrder().forEach(inner::note);
            subgraph.nodes()
                    .forEach(child -> forEachUse(child, inner, innerTypes, action, depth + 1));
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
}
