package dev.lathe.model.onnx;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.lathe.model.graph.Attribute;
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
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorContent.Sparse;
import dev.lathe.model.graph.Value;
import dev.lathe.model.onnx.proto.AttributeProto;
import dev.lathe.model.onnx.proto.AttributeProto.AttributeType;
import dev.lathe.model.onnx.proto.GraphProto;
import dev.lathe.model.onnx.proto.NodeProto;
import dev.lathe.model.onnx.proto.ValueInfoProto;

/// Turns graphs, nodes and attributes into messages.
final class GraphEncoder {
    private final TensorEncoder tensors;

    GraphEncoder(TensorEncoder tensors) {
        this.tensors = tensors;
    }

    GraphProto encode(Graph graph) throws InvalidProtocolBufferException {
        var proto = GraphProto.newBuilder().mergeFrom(graph.extras().bytes());
        if (!graph.name().isEmpty()) {
            proto.setName(graph.name());
        }
        for (Node node : graph.nodes()) {
            proto.addNode(encode(node));
        }
        for (Tensor tensor : graph.initializers().values()) {
            if (tensor.content() instanceof Sparse sparse) {
                proto.addSparseInitializer(SparseEncoder.encode(tensor, sparse));
            } else {
                proto.addInitializer(tensors.initializer(tensor));
            }
        }
        for (Value value : graph.inputs()) {
            proto.addInput(encode(value));
        }
        for (Value value : graph.outputs()) {
            proto.addOutput(encode(value));
        }
        for (Value value : graph.values().values()) {
            if (!isOnlyAnnotated(value)) {
                proto.addValueInfo(encode(value));
            }
        }
        return proto.build();
    }

    /// Whether nothing but an annotation of the graph, which its extras hold, tells of a value.
    private static boolean isOnlyAnnotated(Value value) {
        return value.type().isEmpty()
                && value.extras().isEmpty()
                && value.quantization().isPresent();
    }

    NodeProto encode(Node node) throws InvalidProtocolBufferException {
        var proto = NodeProto.newBuilder().mergeFrom(node.extras().bytes());
        proto.setOpType(node.opType());
        if (!node.name().isEmpty()) {
            proto.setName(node.name());
        }
        if (!node.domain().isEmpty()) {
            proto.setDomain(node.domain());
        }
        proto.addAllInput(node.inputs()).addAllOutput(node.outputs());
        for (Attribute attribute : node.attributes()) {
            proto.addAttribute(encode(attribute));
        }
        return proto.build();
    }

    private static ValueInfoProto encode(Value value) throws InvalidProtocolBufferException {
        var proto = ValueInfoProto.newBuilder().mergeFrom(value.extras().bytes());
        proto.setName(value.name());
        var kept = proto.hasType() ? TypeCodec.decode(proto.getType()) : value.type();
        if (!proto.hasType() || !kept.equals(value.type())) {
            value.type().ifPresent(type -> proto.setType(TypeCodec.encode(type)));
        }
        return proto.build();
    }

    private AttributeProto encode(Attribute attribute) throws InvalidProtocolBufferException {
        var proto = AttributeProto.newBuilder().mergeFrom(attribute.extras().bytes());
        proto.setName(attribute.name());
        switch (attribute.value()) {
            case IntValue(long value) -> proto.setType(AttributeType.INT).setI(value);
            case FloatValue(float value) -> proto.setType(AttributeType.FLOAT).setF(value);
            case StringValue(String value) ->
                    proto.setType(AttributeType.STRING).setS(ByteString.copyFromUtf8(value));
            case TensorValue(Tensor value) when value.content() instanceof Sparse sparse ->
                    proto.setType(AttributeType.SPARSE_TENSOR)
                            .setSparseTensor(SparseEncoder.encode(value, sparse));
            case TensorValue(Tensor value) ->
                    proto.setType(AttributeType.TENSOR).setT(tensors.attribute(value));
            case GraphValue(Graph value) -> proto.setType(AttributeType.GRAPH).setG(encode(value));
            case IntsValue(var values) -> proto.setType(AttributeType.INTS).addAllInts(values);
            case FloatsValue(var values) ->
                    proto.setType(AttributeType.FLOATS).addAllFloats(values);
            case StringsValue(var values) -> {
                proto.setType(AttributeType.STRINGS);
                values.forEach(value -> proto.addStrings(ByteString.copyFromUtf8(value)));
            }
            case TensorsValue(var values) -> {
                proto.setType(AttributeType.TENSORS);
                for (Tensor value : values) {
                    proto.addTensors(tensors.attribute(value));
                }
            }
            case GraphsValue(var values) -> {
                proto.setType(AttributeType.GRAPHS);
                for (Graph value : values) {
                    proto.addGraphs(encode(value));
                }
            }
            case ReferenceValue(String name) -> proto.setRefAttrName(name); // extras hold the type
            case CarriedValue _ -> {} // the extras hold it all
        }
        return proto.build();
    }
}
