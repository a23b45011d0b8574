package dev.lathe.model.onnx;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.ValueType;
import dev.lathe.model.graph.ValueType.MapType;
import dev.lathe.model.graph.ValueType.OpaqueType;
import dev.lathe.model.graph.ValueType.OptionalType;
import dev.lathe.model.graph.ValueType.SequenceType;
import dev.lathe.model.graph.ValueType.SparseTensorType;
import dev.lathe.model.graph.ValueType.TensorType;
import dev.lathe.model.onnx.proto.TensorShapeProto;
import dev.lathe.model.onnx.proto.TypeProto;
import java.util.Optional;

/// Value types and their file form.
final class TypeCodec {
    private TypeCodec() {}

    /// The type that a message states, if it states one.
    static Optional<ValueType> decode(TypeProto proto) {
        return switch (proto.getValueCase()) {
            case TENSOR_TYPE -> {
                var tensor = proto.getTensorType();
                yield element(tensor.getElemType())
                        .map(e -> new TensorType(e, shape(tensor.hasShape(), tensor.getShape())));
            }
            case SPARSE_TENSOR_TYPE -> {
                var tensor = proto.getSparseTensorType();
                yield element(tensor.getElemType())
                        .map(e ->
                                new SparseTensorType(
                                        e, shape(tensor.hasShape(), tensor.getShape())));
            }
            case SEQUENCE_TYPE ->
                    decode(proto.getSequenceType().getElemType()).map(SequenceType::new);
            case OPTIONAL_TYPE ->
                    decode(proto.getOptionalType().getElemType()).map(OptionalType::new);
            case MAP_TYPE ->
                    element(proto.getMapType().getKeyType())
                            .flatMap(key ->
                                    decode(proto.getMapType().getValueType())
                                            .map(value -> new MapType(key, value)));
            case OPAQUE_TYPE -> Optional.of(new OpaqueType(proto.getOpaqueType().getName()));
            case VALUE_NOT_SET -> Optional.empty();
        };
    }

    /// The message that states a type.
    static TypeProto encode(ValueType type) {
        var proto = TypeProto.newBuilder();
        switch (type) {
            case TensorType(var element, var shape) -> {
                var tensor = TypeProto.Tensor.newBuilder().setElemType(element.code());
                shape.ifPresent(s -> tensor.setShape(encode(s)));
                proto.setTensorType(tensor);
            }
            case SparseTensorType(var element, var shape) -> {
                var tensor = TypeProto.SparseTensor.newBuilder().setElemType(element.code());
                shape.ifPresent(s -> tensor.setShape(encode(s)));
                proto.setSparseTensorType(tensor);
            }
            case SequenceType(var element) ->
                    proto.getSequenceTypeBuilder().setElemType(encode(element));
            case OptionalType(var element) ->
                    proto.getOptionalTypeBuilder().setElemType(encode(element));
            case MapType(var key, var value) ->
                    proto.getMapTypeBuilder().setKeyType(key.code()).setValueType(encode(value));
            case OpaqueType(var name) -> proto.getOpaqueTypeBuilder().setName(name);
        }
        return proto.build();
    }

    private static Optional<DataType> element(int code) {
        return Optional.of(DataType.ofCode(code).orElse(DataType.UNDEFINED));
    }

    private static Optional<Shape> shape(boolean stated, TensorShapeProto proto) {
        return stated
                ? Optional.of(
                        new Shape(proto.getDimList().stream().map(TypeCodec::dimension).toList()))
                : Optional.empty();
    }

    private static Dimension dimension(TensorShapeProto.Dimension proto) {
        return switch (proto.getValueCase()) {
            case DIM_VALUE ->
                    proto.getDimValue() >= 0
                            ? Dimension.of(proto.getDimValue())
                            : Dimension.UNKNOWN;
            case DIM_PARAM ->
                    proto.getDimParam().isEmpty()
                            ? Dimension.UNKNOWN
                            : Dimension.of(proto.getDimParam());
            case VALUE_NOT_SET -> Dimension.UNKNOWN;
        };
    }

    private static TensorShapeProto encode(Shape shape) {
        var proto = TensorShapeProto.newBuilder();
        for (Dimension dimension : shape.dimensions()) {
            var builder = proto.addDimBuilder();
            switch (dimension) {
                case Dimension.Fixed(long size) -> builder.setDimValue(size);
                case Dimension.Symbolic(String symbol) -> builder.setDimParam(symbol);
                case Dimension.Unknown() -> builder.clearValue();
            }
        }
        return proto.build();
    }
}
