package dev.lathe.model.onnx;

import com.google.protobuf.ByteString;
import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.AttributeValue;
import dev.lathe.model.graph.AttributeValue.CarriedValue;
import dev.lathe.model.graph.AttributeValue.FloatValue;
import dev.lathe.model.graph.AttributeValue.FloatsValue;
import dev.lathe.model.graph.AttributeValue.GraphValue;
import dev.lathe.model.graph.AttributeValue.GraphsValue;
import dev.lathe.model.graph.AttributeValue.IntValue;
import dev.lathe.model.graph.AttributeValue.IntsValue;
import dev.lathe.model.graph.AttributeValue.ReferenceValue;
import dev.lathe.model.graph.AttributeValue.StringValue;
import dev.lathe.model.graph.AttributeValue.StringsValue;
import dev.lathe.model.graph.AttributeValue.TensorValue;
import dev.lathe.model.graph.AttributeValue.TensorsValue;
import dev.lathe.model.graph.Extras;
import dev.lathe.model.onnx.proto.AttributeProto;
import dev.lathe.model.onnx.proto.AttributeProto.AttributeType;
import java.util.Optional;

/// Turns parsed attributes into values. What a value does not say of its message is in its extras.
final class AttributeDecoder {
    private final GraphDecoder graphs;
    private final TensorDecoder tensors;
    private final SparseDecoder sparseTensors;

    AttributeDecoder(GraphDecoder graphs, TensorDecoder tensors, SparseDecoder sparseTensors) {
        this.graphs = graphs;
        this.tensors = tensors;
        this.sparseTensors = sparseTensors;
    }

    Attribute attribute(AttributeProto proto) {
        var type = AttributeTypes.of(proto);
        var rest = proto.toBuilder().clearName();
        if (proto.hasRefAttrName()) {
            rest.clearRefAttrName();
            return new Attribute(
                    proto.getName(), new ReferenceValue(proto.getRefAttrName()), extras(rest));
        }
        var value = value(proto, type);
        if (value.isEmpty()) {
            return new Attribute(proto.getName(), new CarriedValue(type.name()), extras(rest));
        }
        return new Attribute(
                proto.getName(), value.get(), extras(withoutValue(rest.clearType(), type)));
    }

    private static Extras extras(AttributeProto.Builder rest) {
        return Extras.of(rest.build().toByteArray());
    }

    private Optional<AttributeValue> value(AttributeProto proto, AttributeType type) {
        return switch (type) {
            case FLOAT -> Optional.of(new FloatValue(proto.getF()));
            case INT -> Optional.of(new IntValue(proto.getI()));
            case STRING ->
                    proto.getS().isValidUtf8()
                            ? Optional.of(new StringValue(proto.getS().toStringUtf8()))
                            : Optional.empty();
            case TENSOR -> Optional.of(new TensorValue(tensors.tensor(proto.getT())));
            case SPARSE_TENSOR ->
                    sparseTensors.tensor(proto.getSparseTensor()).map(TensorValue::new);
            case GRAPH -> Optional.of(new GraphValue(graphs.graph(proto.getG())));
            case FLOATS -> Optional.of(new FloatsValue(proto.getFloatsList()));
            case INTS -> Optional.of(new IntsValue(proto.getIntsList()));
            case STRINGS ->
                    proto.getStringsList().stream().allMatch(ByteString::isValidUtf8)
                            ? Optional.of(
                                    new StringsValue(
                                            proto.getStringsList().stream()
                                                    .map(ByteString::toStringUtf8)
                                                    .toList()))
                            : Optional.empty();
            case TENSORS ->
                    Optional.of(
                            new TensorsValue(
                                    proto.getTensorsList().stream().map(tensors::tensor).toList()));
            case GRAPHS ->
                    Optional.of(
                            new GraphsValue(
                                    proto.getGraphsList().stream().map(graphs::graph).toList()));
            case UNDEFINED, SPARSE_TENSORS, TYPE_PROTO, TYPE_PROTOS -> Optional.empty();
        };
    }

    private static AttributeProto.Builder withoutValue(
            AttributeProto.Builder proto, AttributeType type) {
        return switch (type) {
            case FLOAT -> proto.clearF();
            case INT -> proto.clearI();
            case STRING -> proto.clearS();
            case TENSOR -> proto.clearT();
            case SPARSE_TENSOR -> proto.clearSparseTensor();
            case GRAPH -> proto.clearG();
            case FLOATS -> proto.clearFloats();
            case INTS -> proto.clearInts();
            case STRINGS -> proto.clearStrings();
            case TENSORS -> proto.clearTensors();
            case GRAPHS -> proto.clearGraphs();
            case UNDEFINED, SPARSE_TENSORS, TYPE_PROTO, TYPE_PROTOS -> proto;
        };
    }
}
