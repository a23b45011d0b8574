package dev.lathe.model.shape;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.ValueType.TensorType;

/// Operators between real and quantized numbers, and arithmetic on quantized ones.
final class QuantizationRules {

    private QuantizationRules() {}

    static void register(RuleBook book) {
        book.standard(QuantizationRules::quantize, "QuantizeLinear");
        book.standard(QuantizationRules::dequantize, "DequantizeLinear");
        book.standard(QuantizationRules::quantizeDynamically, "DynamicQuantizeLinear");
        book.microsoft(QuantizationRules::quantize, "QuantizeLinear");
        book.microsoft(QuantizationRules::dequantize, "DequantizeLinear");
        book.microsoft(QuantizationRules::arithmetic, "QLinearAdd", "QLinearMul");
    }

    /// The type of the zero point, else the one that the node states, else uint8.
    private static void quantize(Call call) throws NotInferableException {
        var stated = DataType.ofCode((int) call.node().intAttribute("output_dtype", 0));
        var element = call.has(2) ? call.element(2) : stated.orElse(DataType.UINT8);
        call.give(0, new TensorType(element, call.findShape(0)));
    }

    /// The type that the node states, else that of the scale.
    private static void dequantize(Call call) throws NotInferableException {
        var stated = DataType.ofCode((int) call.node().intAttribute("output_dtype", 0));
        var element = stated.isPresent() ? stated.get() : call.element(1);
        call.give(0, new TensorType(element, call.findShape(0)));
    }

    private static void quantizeDynamically(Call call) {
        call.give(0, new TensorType(DataType.UINT8, call.findShape(0)));
        call.give(1, DataType.FLOAT, Shape.SCALAR);
        call.give(2, DataType.UINT8, Shape.SCALAR);
    }

    /// `A, scale, zero point, B, scale, zero point, …`
    private static void arithmetic(Call call) throws NotInferableException {
        call.give(0, call.element(0));
        call.give(0, call.element(0), Broadcast.of(call.shape(0), call.shape(3)));
    }
}
