package dev.lathe.model.quantize;

import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.layer.Constants;
import java.util.Map;
import java.util.Optional;

/// Finds the Relu and Clip nodes that the quantization of their output makes superfluous.
///
/// Quantizing is monotone, so with the bounds lo and hi of the node `Q(clip(x)) = clip(Q(x), Q(lo),
/// Q(hi))`. Where Q maps the bounds to the smallest and largest integer, this is just `Q(x)`.
///
/// @param parameters of each value that is quantized
record AbsorbedClamps(Graph graph, Map<String, AffineParameters> parameters) {

    /// Whether a node can be left out, with its input in place of its output.
    boolean contains(Node node) {
        if (!OperatorRoles.isClamp(node)) {
            return false;
        }
        var input = node.inputs().getFirst();
        var affine = Optional.ofNullable(parameters.get(node.outputs().getFirst()));
        var before = Optional.ofNullable(parameters.get(input));
        if (affine.isEmpty() || SoleReader.producer(graph, input).isEmpty()) {
            return false;
        }
        boolean isOutput = SoleReader.isOutput(graph, node.outputs().getFirst());
        return before.map(b -> b.equals(affine.get()) && !isOutput).orElse(true)
                && cutsOffAtBounds(node, affine.get());
    }

    private boolean cutsOffAtBounds(Node node, AffineParameters affine) {
        if (node.is("Relu")) {
            return affine.quantize(0) == affine.type().min();
        }
        return bound(node, 1).filter(lo -> affine.quantize(lo) == affine.type().min()).isPresent()
                && bound(node, 2)
                        .filter(hi -> affine.quantize(hi) == affine.type().max())
                        .isPresent();
    }

    /// A bound of a Clip: infinite if it has none, empty if it is not constant.
    private Optional<Float> bound(Node clip, int position) {
        var value = clip.input(position);
        if (value.isEmpty()) {
            return Optional.of(position == 1 ? Float.NEGATIVE_INFINITY : Float.POSITIVE_INFINITY);
        }
        return Constants.findFloats(graph, value.get())
                .filter(tensor -> tensor.elements() == 1)
                .map(Tensor::toFloats)
                .map(elements -> elements[0]);
    }
}
