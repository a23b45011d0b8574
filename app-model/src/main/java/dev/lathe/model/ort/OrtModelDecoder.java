package dev.lathe.model.ort;

import dev.lathe.model.flatbuffer.DamagedFlatbufferException;
import dev.lathe.model.flatbuffer.FlatTable;
import dev.lathe.model.flatbuffer.Oddities;
import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.ModelFormat;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.ModelHeader;
import dev.lathe.model.graph.ModelOrigin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Turns the model table into a model.
final class OrtModelDecoder {
    private static final int IR_VERSION = 0;
    private static final int OPSETS = 1;
    private static final int PRODUCER_NAME = 2;
    private static final int PRODUCER_VERSION = 3;
    private static final int DOMAIN = 4;
    private static final int MODEL_VERSION = 5;
    private static final int DOCUMENTATION = 6;
    private static final int GRAPH = 7;
    private static final int METADATA = 9;

    private static final int OPSET_DOMAIN = 0;
    private static final int OPSET_VERSION = 1;

    private static final int KEY = 0;
    private static final int VALUE = 1;

    private final Oddities oddities;

    OrtModelDecoder(Oddities oddities) {
        this.oddities = oddities;
    }

    ModelGraph decode(FlatTable model, ModelOrigin origin) throws DamagedFlatbufferException {
        FlatTable graph =
                model.table(GRAPH)
                        .orElseThrow(() -> new DamagedFlatbufferException("it holds no graph"));
        var header = header(model);
        var main = new OrtGraphDecoder(oddities).graph(graph);
        return new ModelGraph(
                header, main, List.of(), Extras.NONE, Optional.of(origin), oddities.warnings());
    }

    private static ModelHeader header(FlatTable model) throws DamagedFlatbufferException {
        var opsets = new LinkedHashMap<String, Long>();
        for (FlatTable opset : model.tables(OPSETS)) {
            opsets.put(opset.string(OPSET_DOMAIN), opset.int64(OPSET_VERSION, 0));
        }
        var metadata = new LinkedHashMap<String, String>();
        for (FlatTable entry : model.tables(METADATA)) {
            metadata.put(entry.string(KEY), entry.string(VALUE));
        }
        return new ModelHeader(
                ModelFormat.ORT,
                model.int64(IR_VERSION, 0),
                opsets,
                model.string(PRODUCER_NAME),
                model.string(PRODUCER_VERSION),
                model.string(DOMAIN),
                model.int64(MODEL_VERSION, 0),
                model.string(DOCUMENTATION),
                metadata);
    }
}
