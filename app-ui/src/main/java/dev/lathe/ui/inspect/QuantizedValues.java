package dev.lathe.ui.inspect;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Quantization;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorNumbers;
import dev.lathe.model.graph.ValueType.TensorType;
import dev.lathe.model.outline.Scope;
import dev.lathe.resources.operator.Parameter;
import dev.lathe.resources.operator.Signature;
import dev.lathe.ui.inspect.Inspection.OfLayer;
import dev.lathe.ui.inspect.QuantizedValue.Extent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the quantized values of a layer: what it says itself (QuantizeLinear, QLinearConv,
/// MatMulNBits), what the file says of its values (TensorFlow Lite), and what pairs of
/// QuantizeLinear and DequantizeLinear around it say.
final class QuantizedValues {
    private static final String SCALE = "_scale";
    private static final String ZERO = "_zero_point";
    private final OfLayer layer;
    private final Node node;
    private final Optional<Signature> signature;
    private final List<QuantizedValue> found = new ArrayList<>();

    private QuantizedValues(OfLayer layer, Optional<Signature> signature) {
        this.layer = layer;
        this.node = layer.node();
        this.signature = signature;
    }

    static List<QuantizedValue> of(OfLayer layer, Optional<Signature> signature) {
        var values = new QuantizedValues(layer, signature);
        values.find();
        return List.copyOf(values.found);
    }

    private void find() {
        switch (node.opType()) {
            case "QuantizeLinear", "DequantizeLinear" ->
                    pair(node, isQuantize(node) ? "y" : "x", Optional.empty())
                            .ifPresent(found::add);
            case "MatMulNBits" -> bits("B", 1, 1, "block_size");
            case "GatherBlockQuantized" ->
                    bits("data", 0, node.intAttribute("quantize_axis", 1), "block_size");
            case "QLinearConcat" -> concat();
            default -> {
                named();
                stated();
                neighbours();
            }
        }
    }

    /// Values whose scale is an input of a name like theirs: `x_scale` for `x`.
    private void named() {
        var inputs = signature.map(Signature::inputs).orElse(List.of());
        for (int i = 0; i < inputs.size(); i++) {
            var name = inputs.get(i).name();
            if (name.endsWith(SCALE) && node.input(i).isPresent()) {
                var stem = name.substring(0, name.length() - SCALE.length());
                var zero = position(inputs, stem + ZERO).flatMap(node::input);
                var value = valueOf(stem);
                if (value.isPresent()) {
                    found.add(read(stem, value.get(), node.input(i).get(), zero));
                }
            }
        }
    }

    private Optional<String> valueOf(String stem) {
        var form = signature.orElseThrow();
        return position(form.inputs(), stem)
                .flatMap(node::input)
                .or(() ->
                        position(form.outputs(), stem)
                                .filter(at -> at < node.outputs().size())
                                .map(node.outputs()::get));
    }

    /// The scale of the output, then values each with its scale and zero point.
    private void concat() {
        var inputs = node.inputs();
        for (int i = 2; i + 2 < inputs.size(); i += 3) {
            found.add(
                    read("input " + (i / 3), inputs.get(i), inputs.get(i + 1), node.input(i + 2)));
        }
        if (inputs.size() > 1) {
            found.add(read("Y", node.outputs().getFirst(), inputs.getFirst(), node.input(1)));
        }
    }

    private QuantizedValue read(String role, String value, String scale, Optional<String> zero) {
        var zeros = zero.flatMap(this::constant);
        var scales = constant(scale).flatMap(tensor -> Scales.of(tensor, zeros, 0));
        return new QuantizedValue(
                role,
                value,
                Optional.empty(),
                zeros.map(Tensor::type).or(() -> type(value)).orElse(DataType.UINT8),
                scales,
                axis(role, value),
                0,
                used(value, scales));
    }

    /// Filters go along their first dimension, columns of matrices along the last.
    private long axis(String role, String value) {
        if (node.opType().contains("Conv")) {
            return 0;
        }
        var rank = layer.scope().types().shape(value).map(shape -> shape.rank()).orElse(2);
        return role.equals("a") ? Math.max(0, rank - 2) : rank - 1;
    }

    /// Weights packed in few bits, with a scale for each block.
    private void bits(String role, int position, long axis, String blocks) {
        long bits = node.intAttribute("bits", 4);
        var type = bits == 2 ? DataType.UINT2 : bits == 8 ? DataType.UINT8 : DataType.UINT4;
        long middle = 1L << (bits - 1);
        var scales =
                node.input(2)
                        .flatMap(this::constant)
                        .flatMap(tensor -> Scales.of(tensor, Optional.empty(), middle));
        var value = node.input(position);
        if (value.isPresent()) {
            found.add(
                    new QuantizedValue(
                            role,
                            value.get(),
                            Optional.empty(),
                            type,
                            scales,
                            axis,
                            node.intAttribute(blocks, 128),
                            Optional.empty()));
        }
    }

    /// Values of which the file says how their integers stand for reals.
    private void stated() {
        for (int i = 0; i < node.inputs().size(); i++) {
            int at = i;
            stated(node.inputs().get(i), signature.flatMap(form -> form.input(at)));
        }
        for (int i = 0; i < node.outputs().size(); i++) {
            int at = i;
            stated(node.outputs().get(i), signature.flatMap(form -> form.output(at)));
        }
    }

    private void stated(String value, Optional<String> role) {
        layer.graph()
                .quantization(value)
                .ifPresent(said -> found.add(value(role.orElse(""), value, said)));
    }

    private QuantizedValue value(String role, String value, Quantization said) {
        return new QuantizedValue(
                role,
                value,
                Optional.empty(),
                type(value).orElse(DataType.INT8),
                Optional.of(Scales.of(said)),
                said.axis(),
                said.blockSize(),
                used(value, Optional.of(Scales.of(said))));
    }

    /// Values that another layer turns from integers before this one, or to integers after it.
    private void neighbours() {
        for (int i = 0; i < node.inputs().size(); i++) {
            int at = i;
            layer.graph()
                    .producer(node.inputs().get(i))
                    .filter(other -> other.opType().equals("DequantizeLinear"))
                    .flatMap(other -> pair(other, role(at), Optional.of(name(other))))
                    .ifPresent(found::add);
        }
        for (int i = 0; i < node.outputs().size(); i++) {
            int at = i;
            layer.graph().consumers(node.outputs().get(i)).stream()
                    .filter(QuantizedValues::isQuantize)
                    .findFirst()
                    .flatMap(other -> pair(other, outputRole(at), Optional.of(name(other))))
                    .ifPresent(found::add);
        }
    }

    private Optional<QuantizedValue> pair(Node at, String role, Optional<String> through) {
        var value = isQuantize(at) ? Optional.of(at.outputs().getFirst()) : at.input(0);
        var zeros = at.input(2).flatMap(this::constant);
        var code = DataType.ofCode((int) at.intAttribute("output_dtype", 0));
        var scales =
                at.input(1).flatMap(this::constant).flatMap(scale -> Scales.of(scale, zeros, 0));
        return value.map(name ->
                new QuantizedValue(
                        role,
                        name,
                        through,
                        zeros.map(Tensor::type)
                                .or(() -> isQuantize(at) ? code : Optional.empty())
                                .or(() -> type(name))
                                .orElse(DataType.UINT8),
                        scales,
                        at.intAttribute("axis", 1),
                        at.intAttribute("block_size", 0),
                        used(name, scales)));
    }

    private static boolean isQuantize(Node node) {
        return node.opType().equals("QuantizeLinear");
    }

    private String role(int input) {
        return signature.flatMap(form -> form.input(input)).orElse("");
    }

    private String outputRole(int output) {
        return signature.flatMap(form -> form.output(output)).orElse("");
    }

    private String name(Node other) {
        return layer.graph().layerName(other);
    }

    private Optional<DataType> type(String value) {
        return constant(value)
                .map(Tensor::type)
                .or(() -> layer.scope().types().tensorType(value).map(TensorType::element));
    }

    private Optional<Tensor> constant(String value) {
        for (var scope = Optional.of(layer.scope());
                scope.isPresent();
                scope = scope.flatMap(Scope::outer)) {
            var tensor = scope.get().graph().constant(value);
            if (tensor.isPresent()) {
                return tensor;
            }
        }
        return Optional.empty();
    }

    /// What integers a constant holds, where they can be shown in a plot of stairs.
    private Optional<Extent> used(String value, Optional<Scales> scales) {
        if (scales.filter(Scales::isSingle).isEmpty()) {
            return Optional.empty();
        }
        return constant(value)
                .flatMap(TensorNumbers::of)
                .filter(numbers -> numbers.count() > 0)
                .map(QuantizedValues::extent);
    }

    private static Extent extent(TensorNumbers numbers) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (long i = 0; i < numbers.count(); i++) {
            double number = numbers.get(i);
            low = Math.min(low, number);
            high = Math.max(high, number);
        }
        return new Extent(low, high);
    }

    private static Optional<Integer> position(List<Parameter> parameters, String name) {
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).name().equalsIgnoreCase(name)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }
}
