package dev.lathe.model.onnx;

import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.LocalFunction;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.ModelHeader;
import dev.lathe.model.graph.ModelOrigin;
import dev.lathe.model.onnx.proto.FunctionProto;
import dev.lathe.model.onnx.proto.ModelProto;
import dev.lathe.model.onnx.proto.OperatorSetIdProto;
import dev.lathe.model.onnx.proto.StringStringEntryProto;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

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
        var metadata = new LinkedHashMap<String, String>();
        for (StringStringEntryProto entry : proto.getMetadataPropsList()) {
            metadata.put(entry.getKey(), entry.getValue());
        }
        return new ModelHeader(
                proto.getIrVersion(),
                opsets(proto.getOpsetImportList()),
                proto.getProducerName(),
                proto.getProducerVersion(),
                proto.getDomain(),
                proto.getModelVersion(),
                proto.getDocString(),
                metadata);
    }

    private static SequencedMap<String, Long> opsets(List<OperatorSetIdProto> imports) {
        var opsets = new LinkedHashMap<String, Long>();
        imports.forEach(entry -> opsets.put(entry.getDomain(), entry.getVersion()));
        return opsets;
    }

    private Extras extras() {
        return Extras.of(
                proto.toBuilder()
                        .clearIrVersion()
                        .clearOpsetImport()
                        .clearProducerName()
                        .clearProducerVersion()
                        .clearDomain()
                        .clearModelVersion()
                        .clearDocString()
                        .clearMetadataProps()
                        .clearGraph()
                        .clearFunctions()
                        .build()
                        .toByteArray());
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
                        .clearNode()
                        .clearOpsetImport()
                        .build();
        return new LocalFunction(
                function.getDomain(),
                function.getName(),
                function.getOverload(),
                function.getInputList(),
                function.getOutputList(),
                function.getAttributeList(),
                function.getNodeList().stream().map(graphs::node).toList(),
                opsets(function.getOpsetImportList()),
                Extras.of(rest.toByteArray()));
    }
}
