package dev.lathe.model.quantize;

import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.GraphEditor;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.layer.Constants;
import dev.lathe.model.layer.Sweep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Makes an Add of one constant for each channel, right after a convolution without bias, the bias
/// of the convolution. Exact.
final class BiasFolding {
    private BiasFolding() {}

    /// The graph with the additions after selected convolutions folded; the same graph if there are
    /// none.
    static Graph fold(Graph graph, Predicate<String> selected) {
        var editor = graph.edit();
        var abandoned = new ArrayList<String>();
        for (Node node : graph.nodes()) {
            if (node.is("Add")) {
                fold(graph, selected, node, editor, abandoned);
            }
        }
        return abandoned.isEmpty() ? graph : Sweep.of(editor.build(), abandoned);
    }

    private static void fold(
            Graph graph,
            Predicate<String> selected,
            Node add,
            GraphEditor editor,
            List<String> abandoned) {
        for (int i = 0; i < 2; i++) {
            var summand = add.inputs().get(1 - i);
            var conv =
                    SoleReader.producer(graph, add.inputs().get(i))
                            .filter(node -> node.is("Conv") && node.input(2).isEmpty())
                            .filter(node -> selected.test(graph.layerName(node)));
            var bias = conv.flatMap(node -> bias(graph, node, summand));
            if (bias.isPresent()) {
                var name = editor.freshName(summand + "_bias");
                editor.put(Tensor.ofFloats(name, bias.get(), bias.get().length));
                var inputs = new ArrayList<>(conv.get().inputs().subList(0, 2));
                inputs.add(name);
                Identity.replace(
                        editor.nodes(),
                        conv.get(),
                        conv.get().withInputs(inputs).withOutputs(add.outputs()));
                Identity.remove(editor.nodes(), add);
                editor.removeValue(conv.get().outputs().getFirst());
                abandoned.add(summand);
                return;
            }
        }
    }

    /// The elements of a constant, if adding it adds one number to each channel.
    private static Optional<float[]> bias(Graph graph, Node conv, String summand) {
        var weights = Constants.findFloats(graph, conv.inputs().get(1));
        var constant = Constants.findFloats(graph, summand);
        if (weights.isEmpty() || constant.isEmpty()) {
            return Optional.empty();
        }
        int rank = weights.get().sizes().size();
        var sizes = constant.get().sizes();
        long channels = weights.get().sizes().getFirst();
        int channelAxis = sizes.size() - (rank - 1);
        if (constant.get().elements() != channels
                || channelAxis < 0
                || channelAxis > 1
                || sizes.get(channelAxis) != channels) {
            return Optional.empty();
        }
        return Optional.of(constant.get().toFloats());
    }
}
