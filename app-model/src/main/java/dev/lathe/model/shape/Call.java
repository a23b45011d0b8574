package dev.lathe.model.shape;

import dev.lathe.model.graph.AttributeValue;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Dimension.Fixed;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.ValueType;
import dev.lathe.model.graph.ValueType.TensorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One application of an operator as its rule sees it: what is known of the inputs, and a place for
/// what follows of the outputs.
final class Call {
    private final Node node;
    private final Scope scope;
    private final @Nullable ValueType[] types;
    private final @Nullable Content[] contents;

    Call(Node node, Scope scope) {
        this.node = node;
        this.scope = scope;
        types = new ValueType[node.outputs().size()];
        contents = new Content[node.outputs().size()];
    }

    Node node() {
        return node;
    }

    Scope scope() {
        return scope;
    }

    /// The version of the operator set that the operator belongs to.
    long opset() {
        return scope.opset(node.domain());
    }

    int inputs() {
        return node.inputs().size();
    }

    int outputs() {
        return node.outputs().size();
    }

    /// Whether an optional input is given.
    boolean has(int input) {
        return node.input(input).isPresent();
    }

    Optional<ValueType> findType(int input) {
        return node.input(input).flatMap(scope::type);
    }

    ValueType type(int input) throws NotInferableException {
        return findType(input).orElseThrow(NotInferableException::new);
    }

    /// The element type of a tensor input.
    DataType element(int input) throws NotInferableException {
        return switch (type(input)) {
            case TensorType(var element, _) -> element;
            case ValueType.SparseTensorType(var element, _) -> element;
            default -> throw new NotInferableException();
        };
    }

    Optional<Shape> findShape(int input) {
        return findType(input).orElse(null) instanceof TensorType(_, var shape)
                ? shape
                : Optional.empty();
    }

    Shape shape(int input) throws NotInferableException {
        return findShape(input).orElseThrow(NotInferableException::new);
    }

    /// The shape of an input that has to have a certain rank.
    Shape shape(int input, int rank) throws NotInferableException {
        var shape = shape(input);
        if (shape.rank() != rank) {
            throw new NotInferableException();
        }
        return shape;
    }

    /// What is known of the elements of an input.
    Optional<Content> findContent(int input) {
        return node.input(input).flatMap(scope::content);
    }

    Content content(int input) throws NotInferableException {
        return findContent(input).orElseThrow(NotInferableException::new);
    }

    /// An integer list that older versions of an operator have as attribute and newer ones as
    /// input; empty if it is not given.
    ///
    /// @throws NotInferableException if it is given but its elements are not known
    Optional<List<Long>> integers(String attribute, int input) throws NotInferableException {
        if (has(input)) {
            return Optional.of(content(input).wholes());
        }
        return node.intsAttribute(attribute);
    }

    /// The graph that an attribute holds.
    Graph graph(String attribute) throws NotInferableException {
        if (node.attribute(attribute).orElse(null) instanceof AttributeValue.GraphValue(var g)) {
            return g;
        }
        throw new NotInferableException();
    }

    /// An axis of a tensor of some rank, counted from the front.
    static int axis(long axis, int rank) throws NotInferableException {
        long positive = axis < 0 ? axis + rank : axis;
        if (positive < 0 || positive >= rank) {
            throw new NotInferableException();
        }
        return (int) positive;
    }

    /// Axes of a tensor of some rank, counted from the front.
    static List<Integer> axes(List<Long> axes, int rank) throws NotInferableException {
        var result = new ArrayList<Integer>();
        for (long axis : axes) {
            result.add(axis(axis, rank));
        }
        return result;
    }

    /// Says the type of an output; outputs that the node does not have are passed over.
    void give(int output, ValueType type) {
        if (output < types.length) {
            types[output] = type;
        }
    }

    /// Says that an output is a tensor of unknown rank.
    void give(int output, DataType element) {
        give(output, new TensorType(element, Optional.empty()));
    }

    /// Says that an output is a tensor of a shape; of an impossible one only that it is a tensor.
    void give(int output, DataType element, Shape shape) {
        if (!isPossible(shape)) {
            give(output, element);
        } else {
            give(output, new TensorType(element, shape));
        }
    }

    private static boolean isPossible(Shape shape) {
        for (Dimension dimension : shape.dimensions()) {
            if (dimension instanceof Fixed(long size) && size < 0) {
                return false;
            }
        }
        return Ranks.isPossible(shape.rank());
    }

    /// Says what the elements of an output are.
    void give(int output, Content content) {
        if (output < contents.length && content.size() <= Content.LIMIT) {
            contents[output] = content;
        }
    }

    Optional<ValueType> given(int output) {
        return Optional.ofNullable(types[output]);
    }

    Optional<Content> givenContent(int output) {
        return Optional.ofNullable(contents[output]);
    }
}
