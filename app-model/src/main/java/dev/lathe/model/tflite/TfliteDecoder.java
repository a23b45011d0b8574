package dev.lathe.model.tflite;

import dev.lathe.model.flatbuffer.DamagedFlatbufferException;
import dev.lathe.model.flatbuffer.FlatTable;
import dev.lathe.model.flatbuffer.Flatbuffer;
import dev.lathe.model.flatbuffer.Oddities;
import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.ModelFormat;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.ModelHeader;
import dev.lathe.model.graph.ModelOrigin;
import dev.lathe.model.onnx.ExternalData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Turns the outermost table into a model.
final class TfliteDecoder {
    private static final int VERSION = 0;
    private static final int OPERATOR_CODES = 1;
    private static final int SUBGRAPHS = 2;
    private static final int DESCRIPTION = 3;

    private static final long KNOWN_VERSION = 3;

    private final ModelOrigin origin;
    private final Flatbuffer buffer;
    private final Oddities oddities = new Oddities();

    TfliteDecoder(ModelOrigin origin) {
        this.origin = origin;
        this.buffer = new Flatbuffer(origin.bytes());
    }

    ModelGraph decode() throws DamagedFlatbufferException {
        var model = buffer.root();
        long version = model.uint32(VERSION);
        if (version != KNOWN_VERSION) {
            oddities.add(
                    "unknown-schema-version",
                    "The file has schema version " + version + ", and only 3 is known here.");
        }
        var codes = new ArrayList<OperatorCode>();
        for (FlatTable code : model.tables(OPERATOR_CODES)) {
            codes.add(OperatorCode.of(code, oddities));
        }
        var tables = model.tables(SUBGRAPHS);
        if (tables.isEmpty()) {
            throw new DamagedFlatbufferException("it holds no graph");
        }
        var buffers = new Buffers(model, buffer);
        var tensors = new TensorReader(buffers, buffer, new ExternalData(origin.file()), oddities);
        var subgraphs = new Subgraphs(tables, codes, tensors, oddities);
        var graph = subgraphs.main();
        var signatures = Signature.all(model);
        var further = subgraphs.unreferenced();
        var description = model.string(DESCRIPTION);
        var metadata = new MetadataReader(model, buffers, origin.bytes(), oddities).read();
        noteFurther(further);
        var described = describe(metadata, signatures, subgraphs);
        return new ModelGraph(
                header(version, description, metadata, described),
                graph,
                List.of(),
                Extras.NONE,
                further,
                Optional.of(origin),
                oddities.warnings());
    }

    private static SequencedMap<String, String> describe(
            SequencedMap<String, String> metadata, List<Signature> signatures, Subgraphs subgraphs)
            throws DamagedFlatbufferException {
        var result = new LinkedHashMap<>(metadata);
        result.keySet().removeIf(key -> key.startsWith(MetadataReader.PRODUCER));
        for (Signature signature : signatures) {
            result.put("signature." + signature.key(), subgraphs.describe(signature));
        }
        var variables = subgraphs.variables();
        if (!variables.isEmpty()) {
            result.put("variables", String.join("\n", variables));
        }
        return result;
    }

    private ModelHeader header(
            long version,
            String description,
            SequencedMap<String, String> metadata,
            SequencedMap<String, String> described) {
        var opsets = new LinkedHashMap<String, Long>();
        opsets.put(ModelFormat.TFLITE_DOMAIN, version);
        var text = metadata.getOrDefault(MetadataReader.DESCRIPTION, "");
        var documentation =
                text.isEmpty() || text.equals(description)
                        ? description
                        : description.isEmpty() ? text : description + "\n" + text;
        return new ModelHeader(
                ModelFormat.TFLITE,
                version,
                opsets,
                MetadataReader.producer(metadata),
                MetadataReader.producerVersion(metadata),
                "",
                0,
                documentation,
                described);
    }

    private void noteFurther(List<Graph> further) {
        for (Graph graph : further) {
            oddities.add(
                    "further-graph",
                    "Graph '"
                            + graph.name()
                            + "' is not run by the main graph; it is shown apart.");
        }
    }
}
