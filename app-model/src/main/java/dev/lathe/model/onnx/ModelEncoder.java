package dev.lathe.model.onnx;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.lathe.model.graph.LocalFunction;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.ModelHeader;
import dev.lathe.model.onnx.proto.FunctionProto;
import dev.lathe.model.onnx.proto.ModelProto;

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
        state(header, proto);
        var opsets = OpsetImports.encode(header.opsets(), proto.getOpsetImportList());
        proto.clearOpsetImport().addAllOpsetImport(opsets);
        var metadata = MetadataEntries.encode(header.metadata(), proto.getMetadataPropsList());
        proto.clearMetadataProps().addAllMetadataProps(metadata);
        proto.setGraph(graphs.encode(model.graph()));
        for (LocalFunction function : model.functions()) {
            proto.addFunctions(encode(function));
        }
        return proto.build();
    }

    /// Writes what the header says; what says nothing is written only if the file stated that.
    private static void state(ModelHeader header, ModelProto.Builder proto) {
        if (header.irVersion() != 0) {
            proto.setIrVersion(header.irVersion());
        }
        if (!header.producerName().isEmpty()) {
            proto.setProducerName(header.producerName());
        }
        if (!header.producerVersion().isEmpty()) {
            proto.setProducerVersion(header.producerVersion());
        }
        if (!header.domain().isEmpty()) {
            proto.setDomain(header.domain());
        }
        if (header.modelVersion() != 0) {
            proto.setModelVersion(header.modelVersion());
        }
        if (!header.documentation().isEmpty()) {
            proto.setDocString(header.documentation());
        }
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
        var opsets = OpsetImports.encode(function.opsets(), proto.getOpsetImportList());
        proto.clearOpsetImport().addAllOpsetImport(opsets);
        return proto.build();
    }
}
