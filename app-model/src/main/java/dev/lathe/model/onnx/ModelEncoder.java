package dev.lathe.model.onnx;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.lathe.model.graph.LocalFunction;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.onnx.proto.FunctionProto;
import dev.lathe.model.onnx.proto.ModelProto;
import java.util.Map;

/// Turns a model into a message over the same memory.
final class ModelEncoder {
    private final GraphEncoder graphs;

    private ModelEncoder(TensorPlaces places) {
        this.graphs = new GraphEncoder(new TensorEncoder(places));
    }

    /// The message of a model.
    ///
    /// @param places where its tensors go
    static ModelProto encode(ModelGraph model, TensorPlaces places) {
        try {
            return new ModelEncoder(places).parts(model);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("extras that were read cannot be read again", e);
        }
    }

    private ModelProto parts(ModelGraph model) throws InvalidProtocolBufferException {
        var header = model.header();
        var proto = ModelProto.newBuilder().mergeFrom(model.extras().bytes());
        proto.setIrVersion(header.irVersion())
                .setProducerName(header.producerName())
                .setProducerVersion(header.producerVersion())
                .setDomain(header.domain())
                .setModelVersion(header.modelVersion())
                .setDocString(header.documentation());
        for (Map.Entry<String, Long> opset : header.opsets().entrySet()) {
            proto.addOpsetImportBuilder().setDomain(opset.getKey()).setVersion(opset.getValue());
        }
        for (Map.Entry<String, String> entry : header.metadata().entrySet()) {
            proto.addMetadataPropsBuilder().setKey(entry.getKey()).setValue(entry.getValue());
        }
        proto.setGraph(graphs.encode(model.graph()));
        for (LocalFunction function : model.functions()) {
            proto.addFunctions(encode(function));
        }
        return proto.build();
    }

    private FunctionProto encode(LocalFunction function) throws InvalidProtocolBufferException {
        var proto = FunctionProto.newBuilder().mergeFrom(function.extras().bytes());
        proto.setDomain(function.domain()).setName(function.name());
        if (!function.overload().isEmpty()) {
            proto.setOverload(function.overload());
        }
        proto.addAllInput(function.inputs())
                .addAllOutput(function.outputs())
                .addAllAttribute(function.attributes());
        for (var node : function.nodes()) {
            proto.addNode(graphs.encode(node));
        }
        for (Map.Entry<String, Long> opset : function.opsets().entrySet()) {
            proto.addOpsetImportBuilder().setDomain(opset.getKey()).setVersion(opset.getValue());
        }
        return proto.build();
    }
}
