package dev.lathe.model.onnx;

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
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Value;
import dev.lathe.model.onnx.proto.AttributeProto;
import dev.lathe.model.onnx.proto.GraphProto;
import dev.lathe.model.onnx.proto.NodeProto;
import dev.lathe.model.onnx.proto.TensorProto;
import dev.lathe.model.onnx.proto.ValueInfoProto;
import java.util.List;
import java.util.Optional;

/// Turns parsed graphs, nodes and attributes into values.
final class GraphDecoder {
    private final TensorDecoder tensors;

    GraphDecoder(TensorDecoder tensors) {
        this.tensors = tensors;
    }

    Graph graph(GraphProto proto) {
        return new Graph(
                proto.getName(),
                proto.getNodeList().stream().map(this::node).toList(),
                values(proto.getInputList()),
                values(proto.getOutputList()),
                values(proto.getValueInfoList()),
                proto.getInitializerList().stream().map(tensors::tensor).toList(),
                graphExtras(proto));
    }

    private static Extras graphExtras(GraphProto proto) {
        return Extras.of(
                proto.toBuilder()
                        .clearName()
                        .clearNode()
                        .clearInput()
                        .clearOutput()
                        .clearValueInfo()
                        .clearInitializer()
                        .build()
                        .toByteArray());
    }

    Node node(NodeProto proto) {
        return new Node(
                proto.getName(),
                proto.getOpType(),
                proto.getDomain(),
                proto.getInputList(),
                proto.getOutputList(),
                proto.getAttributeList().stream().map(this::attribute).toList(),
                nodeExtras(proto));
    }

    private static Extras nodeExtras(NodeProto proto) {
        if (!proto.hasDocString()
                && !proto.hasOverload()
                && proto.getMetadataPropsCount() == 0
                && proto.getDeviceConfigurationsCount() == 0
                && proto.getUnknownFields().isEmpty()) {
            return Extras.NONE;
        }
        return Extras.of(
                proto.toBuilder()
                        .clearName()
                        .clearOpType()
                        .clearDomain()
                        .clearInput()
                        .clearOutput()
                        .clearAttribute()
                        .build()
                        .toByteArray());
    }

    private static List<Value> values(List<ValueInfoProto> protos) {
        return protos.stream().map(GraphDecoder::value).toList();
    }

    private static Value value(ValueInfoProto proto) {
        var type = TypeCodec.decode(proto.getType());
        boolean lossless = type.isEmpty() || TypeCodec.encode(type.get()).equals(proto.getType());
        var rest = proto.toBuilder().clearName();
        if (lossless) {
            rest.clearType();
        }
        return new Value(proto.getName(), type, Extras.of(rest.build().toByteArray()));
    }

    private Attribute attribute(AttributeProto proto) {
        var value = attributeValue(proto);
        if (value.isEmpty()) {
            var rest = proto.toBuilder().clearName().build();
            return new Attribute(
                    proto.getName(),
                    new CarriedValue(AttributeTypes.of(proto).name()),
                    Extras.of(rest.toByteArray()));
        }
        return new Attribute(proto.getName(), value.get(), attributeExtras(proto));
    }

    private Optional<AttributeValue> attributeValue(AttributeProto proto) {
        if (proto.hasRefAttrName()) {
            return Optional.of(new ReferenceValue(proto.getRefAttrName()));
        }
        return switch (AttributeTypes.of(proto)) {
            case FLOAT -> Optional.of(new FloatValue(proto.getF()));
            case INT -> Optional.of(new IntValue(proto.getI()));
            case STRING ->
                    proto.getS().isValidUtf8()
                            ? Optional.of(new StringValue(proto.getS().toStringUtf8()))
                            : Optional.empty();
            case TENSOR -> Optional.of(new TensorValue(tensors.tensor(proto.getT())));
            case GRAPH -> Optional.of(new GraphValue(graph(proto.getG())));
            case FLOATS -> Optional.of(new FloatsValue(proto.getFloatsList()));
            case INTS -> Optional.of(new IntsValue(proto.getIntsList()));
            case STRINGS ->
                    proto.getStringsList().stream().allMatch(s -> s.isValidUtf8())
                            ? Optional.of(
                                    new StringsValue(
                                            proto.getStringsList().stream()
                                                    .map(s -> s.toStringUtf8())
                                                    .toList()))
                            : Optional.empty();
            case TENSORS -> Optional.of(new TensorsValue(tensorList(proto.getTensorsList())));
            case GRAPHS ->
                    Optional.of(
                            new GraphsValue(
                                    proto.getGraphsList().stream().map(this::graph).toList()));
            case UNDEFINED, SPARSE_TENSOR, SPARSE_TENSORS, TYPE_PROTO, TYPE_PROTOS ->
                    Optional.empty();
        };
    }

    private List<dev.lathe.model.graph.Tensor> tensorList(List<TensorProto> protos) {
        return protos.stream().map(tensors::tensor).toList();
    }

    private static Extras attributeExtras(AttributeProto proto) {
        if (!proto.hasDocString() && proto.getUnknownFields().isEmpty()) {
            return Extras.NONE;
        }
        var rest = AttributeProto.newBuilder().setUnknownFields(proto.getUnknownFields());
        if (proto.hasDocString()) {
            rest.setDocString(proto.getDocString());
        }
        return Extras.of(rest.build().toByteArray());
    }
}
