package dev.lathe.model.shape;

import dev.lathe.model.graph.AttributeValue.FloatValue;
import dev.lathe.model.graph.AttributeValue.FloatsValue;
import dev.lathe.model.graph.AttributeValue.IntValue;
import dev.lathe.model.graph.AttributeValue.IntsValue;
import dev.lathe.model.graph.AttributeValue.StringValue;
import dev.lathe.model.graph.AttributeValue.StringsValue;
import dev.lathe.model.graph.AttributeValue.TensorValue;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.Tensor;
import java.util.List;

/// Constants and tensors made from sizes.
final class ConstantRules {

    private ConstantRules() {}

    static void register(RuleBook book) {
        book.standard(ConstantRules::constant, "Constant");
        book.standard(ConstantRules::filled, "ConstantOfShape");
        book.standard(ConstantRules::eye, "EyeLike");
        book.standard(ConstantRules::experimental, "ConstantFill", "GivenTensorFill");
    }

    private static void constant(Call call) {
        for (var attribute : call.node().attributes()) {
            switch (attribute.value()) {
                case TensorValue(var tensor) -> give(call, tensor);
                case IntValue(long value) -> {
                    call.give(0, DataType.INT64, Shape.SCALAR);
                    call.give(0, Content.scalar(Scalar.of(value)));
                }
                case IntsValue(var values) -> {
                    call.give(0, DataType.INT64, Shape.of(values.size()));
                    call.give(0, Content.vector(values.stream().map(Scalar::of).toList()));
                }
                case FloatValue(float value) -> {
                    call.give(0, DataType.FLOAT, Shape.SCALAR);
                    call.give(0, Content.scalar(new Scalar.Real(value)));
                }
                case FloatsValue(var values) -> {
                    call.give(0, DataType.FLOAT, Shape.of(values.size()));
                    call.give(
                            0,
                            Content.vector(values.stream().map(v -> new Scalar.Real(v)).toList()));
                }
                case StringValue _ -> call.give(0, DataType.STRING, Shape.SCALAR);
                case StringsValue(var values) ->
                        call.give(0, DataType.STRING, Shape.of(values.size()));
                default -> {}
            }
        }
    }

    private static void give(Call call, Tensor tensor) {
        call.give(0, tensor.valueType());
        ContentReader.read(tensor).ifPresent(content -> call.give(0, content));
    }

    private static void filled(Call call) throws NotInferableException {
        Content fill = Content.scalar(new Scalar.Real(0));
        var element = DataType.FLOAT;
        if (call.node().attribute("value").orElse(null) instanceof TensorValue(var tensor)) {
            element = tensor.type();
            fill = ContentReader.read(tensor).orElse(Content.scalar(Scalar.UNKNOWN));
        }
        call.give(0, element);
        if (call.findContent(0).isEmpty()) {
            ReshapeRules.giveUnknown(call, element, 0);
            return;
        }
        var shape = new Shape(call.content(0).dimensions());
        call.give(0, element, shape);
        if (fill.size() == 1) {
            call.give(0, Content.filled(shape, fill.elements().getFirst()));
        }
    }

    /// Operators that ONNX once had on trial: the shape is an attribute, or the elements of the
    /// input.
    private static void experimental(Call call) throws NotInferableException {
        var element =
                DataType.ofCode((int) call.node().intAttribute("dtype", 1)).orElse(DataType.FLOAT);
        call.give(0, element);
        var stated = call.node().intsAttribute("shape");
        if (stated.isPresent()) {
            call.give(0, element, shape(stated.get()));
        } else if (call.node().intAttribute("input_as_shape", 0) != 0) {
            call.give(0, element, new Shape(call.content(0).dimensions()));
        } else {
            call.give(0, element, call.shape(0));
        }
    }

    private static void eye(Call call) throws NotInferableException {
        var stated = DataType.ofCode((int) call.node().intAttribute("dtype", 0));
        var element = stated.isPresent() ? stated.get() : call.element(0);
        call.give(0, element);
        call.give(0, element, call.shape(0, 2));
    }

    /// A shape that an attribute lists.
    static Shape shape(List<Long> sizes) {
        return new Shape(sizes.stream().map(Dimension::of).toList());
    }
}
