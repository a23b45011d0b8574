package dev.lathe.model.simplify;

import dev.lathe.model.graph.AttributeValue;
import dev.lathe.model.graph.AttributeValue.FloatValue;
import dev.lathe.model.graph.AttributeValue.FloatsValue;
import dev.lathe.model.graph.AttributeValue.IntValue;
import dev.lathe.model.graph.AttributeValue.IntsValue;
import dev.lathe.model.graph.AttributeValue.TensorValue;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.simplify.Surroundings.Kind;
import java.util.Optional;

/// Makes the outputs of Constant nodes constants of the graph.
final class ConstantNodes implements SimplifyPass {
    @Override
    public Pass kind() {
        return Pass.CONSTANT_NODES;
    }

    @Override
    public void run(Rewriting rewriting) {
        if (rewriting.graph().around().kind() == Kind.FUNCTION) {
            return;
        }
        for (Cell cell : rewriting.graph().cells()) {
            if (cell.node().is("Constant")) {
                tensor(cell.node()).ifPresent(tensor -> rewriting.fold(cell, tensor));
            }
        }
    }

    /// The value of a Constant node, unless it is sparse or text.
    static Optional<Tensor> tensor(Node node) {
        for (var attribute : node.attributes()) {
            var tensor = tensor(attribute.value());
            if (tensor.isPresent()) {
                return tensor;
            }
        }
        return Optional.empty();
    }

    private static Optional<Tensor> tensor(AttributeValue value) {
        return switch (value) {
            case TensorValue(var tensor) -> Optional.of(tensor);
            case IntValue(long number) -> Optional.of(Tensor.ofLongs("", new long[] {number}));
            case FloatValue(float number) -> Optional.of(Tensor.ofFloats("", new float[] {number}));
            case IntsValue(var numbers) ->
                    Optional.of(
                            Tensor.ofLongs(
                                    "",
                                    numbers.stream().mapToLong(Long::longValue).toArray(),
                                    numbers.size()));
            case FloatsValue(var numbers) -> {
                var elements = new float[numbers.size()];
                for (int i = 0; i < elements.length; i++) {
                    elements[i] = numbers.get(i);
                }
                yield Optional.of(Tensor.ofFloats("", elements, elements.length));
            }
            default -> Optional.empty();
        };
    }
}
