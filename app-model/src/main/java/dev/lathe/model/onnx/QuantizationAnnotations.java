package dev.lathe.model.onnx;

import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.Quantization;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorNumbers;
import dev.lathe.model.graph.Value;
import dev.lathe.model.onnx.proto.StringStringEntryProto;
import dev.lathe.model.onnx.proto.TensorAnnotation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a graph's annotations say of the quantization of its values (ONNX IR, `TensorAnnotation`).
///
/// An annotation names the initializers that hold scale and zero point. It names no axis; one scale
/// for each index can only be meant for a dimension of that size, and the first of them is taken.
final class QuantizationAnnotations {
    private static final String SCALE = "SCALE_TENSOR";
    private static final String ZERO_POINT = "ZERO_POINT_TENSOR";

    /// More scales than any layer has channels are not held as numbers.
    private static final long MAX_SCALES = 1 << 20;

    private final Map<String, Parameters> byValue = new LinkedHashMap<>();

    QuantizationAnnotations(List<TensorAnnotation> protos, Map<String, Tensor> constants) {
        for (TensorAnnotation proto : protos) {
            parameters(proto, constants)
                    .ifPresent(parameters -> byValue.put(proto.getTensorName(), parameters));
        }
    }

    private record Parameters(List<Float> scales, List<Long> zeroPoints) {
        Quantization along(int axis) {
            return new Quantization(scales, zeroPoints, axis);
        }
    }

    /// The values with what is said of them.
    List<Value> annotate(List<Value> values) {
        return byValue.isEmpty() ? values : values.stream().map(this::annotate).toList();
    }

    /// The inner values, and one without a type for each value that is annotated but stated
    /// nowhere.
    List<Value> withUnstated(List<Value> inner, List<Value> inputs, List<Value> outputs) {
        if (byValue.isEmpty()) {
            return inner;
        }
        var stated = new HashSet<String>();
        List.of(inner, inputs, outputs).forEach(list -> list.forEach(v -> stated.add(v.name())));
        var all = new ArrayList<>(inner);
        byValue.keySet().stream()
                .filter(name -> !stated.contains(name))
                .map(name -> new Value(name, Optional.empty(), Extras.NONE))
                .forEach(value -> all.add(annotate(value)));
        return all;
    }

    private Value annotate(Value value) {
        var parameters = byValue.get(value.name());
        if (parameters == null) {
            return value;
        }
        var quantization = axis(parameters, value).map(parameters::along);
        return new Value(value.name(), value.type(), quantization, value.extras());
    }

    private static Optional<Integer> axis(Parameters parameters, Value value) {
        int count = parameters.scales().size();
        if (count == 1) {
            return Optional.of(0);
        }
        var shape = value.shape();
        for (int axis = 0; axis < shape.map(s -> s.rank()).orElse(0); axis++) {
            if (shape.get().size(axis).orElse(-1) == count) {
                return Optional.of(axis);
            }
        }
        return Optional.empty();
    }

    private static Optional<Parameters> parameters(
            TensorAnnotation proto, Map<String, Tensor> constants) {
        var names = new LinkedHashMap<String, String>();
        for (StringStringEntryProto entry : proto.getQuantParameterTensorNamesList()) {
            names.put(entry.getKey(), entry.getValue());
        }
        var scales = numbers(names.get(SCALE), constants);
        var zeroPoints = numbers(names.get(ZERO_POINT), constants);
        if (scales.isEmpty() || scales.get().count() == 0) {
            return Optional.empty();
        }
        int count = (int) scales.get().count();
        if (zeroPoints.isPresent() && zeroPoints.get().count() != count) {
            return Optional.empty();
        }
        var scaleList = new ArrayList<Float>(count);
        var zeroPointList = new ArrayList<Long>(count);
        for (int i = 0; i < count; i++) {
            int at = i;
            scaleList.add((float) scales.get().get(i));
            zeroPointList.add(zeroPoints.map(numbers -> (long) numbers.get(at)).orElse(0L));
        }
        return Optional.of(new Parameters(scaleList, zeroPointList));
    }

    private static Optional<TensorNumbers> numbers(
            @org.jspecify.annotations.Nullable String name, Map<String, Tensor> constants) {
        return Optional.ofNullable(name)
                .map(constants::get)
                .flatMap(TensorNumbers::of)
                .filter(numbers -> numbers.count() <= MAX_SCALES);
    }
}
