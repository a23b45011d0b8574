package dev.lathe.model.onnx;

import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.Value;
import dev.lathe.model.onnx.proto.GraphProto;
import dev.lathe.model.onnx.proto.NodeProto;
import dev.lathe.model.onnx.proto.SparseTensorProto;
import dev.lathe.model.onnx.proto.TensorProto;
import dev.lathe.model.onnx.proto.ValueInfoProto;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Turns parsed graphs and nodes into values.
final class GraphDecoder {
    private final TensorDecoder tensors;
    private final SparseDecoder sparseTensors;
    private final AttributeDecoder attributes;
    private final Warnings warnings;

    GraphDecoder(TensorDecoder tensors, Warnings warnings) {
        this.tensors = tensors;
        this.sparseTensors = new SparseDecoder(tensors, warnings);
        this.attributes = new AttributeDecoder(this, tensors, sparseTensors);
        this.warnings = warnings;
    }

    Graph graph(GraphProto proto) {
        var rest = rest(proto);
        var constants = constants(proto, rest);
        var annotations =
                new QuantizationAnnotations(proto.getQuantizationAnnotationList(), constants);
        var inputs = annotations.annotate(values(proto.getInputList()));
        var outputs = annotations.annotate(values(proto.getOutputList()));
        var inner = annotations.annotate(values(proto.getValueInfoList()));
        return new Graph(
                proto.getName(),
                proto.getNodeList().stream().map(this::node).toList(),
                inputs,
                outputs,
                annotations.withUnstated(inner, inputs, outputs),
                constants.values(),
                Extras.of(rest.build().toByteArray()));
    }

    /// The initializers by name. A sparse one that cannot be read stays in the rest.
    private SequencedMap<String, Tensor> constants(GraphProto proto, GraphProto.Builder rest) {
        var byName = new LinkedHashMap<String, Tensor>();
        for (TensorProto initializer : proto.getInitializerList()) {
            add(tensors.tensor(initializer), byName);
        }
        for (SparseTensorProto initializer : proto.getSparseInitializerList()) {
            sparseTensors
                    .tensor(initializer)
                    .ifPresentOrElse(
                            tensor -> add(tensor, byName),
                            () -> rest.addSparseInitializer(initializer));
        }
        return byName;
    }

    private void add(Tensor tensor, SequencedMap<String, Tensor> byName) {
        if (byName.put(tensor.name(), tensor) != null) {
            warnings.add(
                    "initializer-twice",
                    "There is more than one initializer "
                            + tensor.name()
                            + "; the last one is taken.");
        }
    }

    private static GraphProto.Builder rest(GraphProto proto) {
        return withoutName(proto)
                .clearNode()
                .clearInput()
                .clearOutput()
                .clearValueInfo()
                .clearInitializer()
                .clearSparseInitializer();
    }

    private static GraphProto.Builder withoutName(GraphProto proto) {
        return proto.getName().isEmpty() ? proto.toBuilder() : proto.toBuilder().clearName();
    }

    Node node(NodeProto proto) {
        return new Node(
                proto.getName(),
                proto.getOpType(),
                proto.getDomain(),
                proto.getInputList(),
                proto.getOutputList(),
                proto.getAttributeList().stream().map(attributes::attribute).toList(),
                nodeExtras(proto));
    }

    /// What a node says beyond its fields here, and which of its names it states to be empty.
    private static Extras nodeExtras(NodeProto proto) {
        boolean statesEmpty =
                (proto.hasName() && proto.getName().isEmpty())
                        || (proto.hasDomain() && proto.getDomain().isEmpty());
        if (!statesEmpty
                && !proto.hasDocString()
                && !proto.hasOverload()
                && proto.getMetadataPropsCount() == 0
                && proto.getDeviceConfigurationsCount() == 0
                && proto.getUnknownFields().isEmpty()) {
            return Extras.NONE;
        }
        var rest = proto.toBuilder().clearOpType().clearInput().clearOutput().clearAttribute();
        if (!proto.getName().isEmpty()) {
            rest.clearName();
        }
        if (!proto.getDomain().isEmpty()) {
            rest.clearDomain();
        }
        return Extras.of(rest.build().toByteArray());
    }

    private static List<Value> values(List<ValueInfoProto> protos) {
        var values = new ArrayList<Value>(protos.size());
        protos.forEach(proto -> values.add(value(proto)));
        return values;
    }

    private static Value value(ValueInfoProto proto) {
        var type = TypeCodec.decode(proto.getType());
        boolean lossless = type.isPresent() && TypeCodec.encode(type.get()).equals(proto.getType());
        if (lossless
                && !proto.hasDocString()
                && proto.getMetadataPropsCount() == 0
                && proto.getUnknownFields().isEmpty()) {
            return new Value(proto.getName(), type, Extras.NONE);
        }
        var rest = proto.toBuilder().clearName();
        if (lossless) {
            rest.clearType();
        }
        return new Value(proto.getName(), type, Extras.of(rest.build().toByteArray()));
    }
}
