package dev.lathe.model.onnx;

import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.LocalFunction;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.ModelHeader;
import dev.lathe.model.graph.ModelOrigin;
import dev.lathe.model.onnx.proto.FunctionProto;
import dev.lathe.model.onnx.proto.ModelProto;
import java.nio.file.Path;
import java.util.Optional;

/// Turns a parsed message into a model.
final class ModelDecoder {
    private final ModelProto proto;
    private final GraphDecoder graphs;
    private final Warnings warnings = new Warnings();

    ModelDecoder(Path file, ModelProto proto) {
        this.proto = proto;
        this.graphs =
                new GraphDecoder(new TensorDecoder(new ExternalData(file), warnings), warnings);
    }

    ModelGraph decode(ModelOrigin origin) {
        var header = header();
        var graph = graphs.graph(proto.getGraph());
        var functions = proto.getFunctionsList().stream().map(this::function).toList();
        ModelChecks.check(header, graph, functions, warnings);
        return new ModelGraph(
                header, graph, functions, extras(), Optional.of(origin), warnings.list());
    }

    private ModelHeader header() {
        return new ModelHeader(
                proto.getIrVersion(),
                OpsetImports.decode(proto.getOpsetImportList()),
                proto.getProducerName(),
                proto.getProducerVersion(),
                proto.getDomain(),
                proto.getModelVersion(),
                proto.getDocString(),
                MetadataEntries.decode(proto.getMetadataPropsList()));
    }

    private Extras extras() {
        var rest = proto.toBuilder().clearGraph().clearFunctions();
        if (OpsetImports.isPlain(proto.getOpsetImportList())) {
            rest.clearOpsetImport();
        }
        if (MetadataEntries.isPlain(proto.getMetadataPropsList())) {
            rest.clearMetadataProps();
        }
        clearStated(rest);
        return Extras.of(rest.build().toByteArray());
    }

    /// Clears what the header holds; what is stated to be empty stays.
    private static void clearStated(ModelProto.Builder rest) {
        if (rest.getIrVersion() != 0) {
            rest.clearIrVersion();
        }
        if (!rest.getProducerName().isEmpty()) {
            rest.clearProducerName();
        }
        if (!rest.getProducerVersion().isEmpty()) {
            rest.clearProducerVersion();
        }
        if (!rest.getDomain().isEmpty()) {
            rest.clearDomain();
        }
        if (rest.getModelVersion() != 0) {
            rest.clearModelVersion();
        }
        if (!rest.getDocString().isEmpty()) {
            rest.clearDocString();
        }
    }

    private LocalFunction function(FunctionProto function) {
        var rest =
                function.toBuilder()
                        .clearDomain()
                        .clearName()
                        .clearOverload()
                        .clearInput()
                        .clearOutput()
                        .clearAttribute()
                        .clearNode();
        if (OpsetImports.isPlain(function.getOpsetImportList())) {
            rest.clearOpsetImport();
        }
        return new LocalFunction(
                function.getDomain(),
                function.getName(),
                function.getOverload(),
                function.getInputList(),
                function.getOutputList(),
                function.getAttributeList(),
                function.getNodeList().stream().map(graphs::node).toList(),
                OpsetImports.decode(function.getOpsetImportList()),
                Extras.of(rest.build().toByteArray()));
    }
}
