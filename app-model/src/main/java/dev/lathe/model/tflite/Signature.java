package dev.lathe.model.tflite;

import dev.lathe.model.flatbuffer.DamagedFlatbufferException;
import dev.lathe.model.flatbuffer.FlatTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// A way to call a model: a subgraph with names of its own for its inputs and outputs.
///
/// @param inputs number of the tensor by name
/// @param outputs number of the tensor by name
/// @param subgraph its number
record Signature(
        String key,
        SequencedMap<String, Long> inputs,
        SequencedMap<String, Long> outputs,
        long subgraph) {
    private static final int MODEL_SIGNATURES = 7;

    private static final int INPUTS = 0;
    private static final int OUTPUTS = 1;
    private static final int KEY = 2;
    private static final int SUBGRAPH = 4;

    private static final int MAP_NAME = 0;
    private static final int MAP_TENSOR = 1;

    /// All signatures of a model.
    static List<Signature> all(FlatTable model) throws DamagedFlatbufferException {
        var result = new ArrayList<Signature>();
        for (FlatTable table : model.tables(MODEL_SIGNATURES)) {
            result.add(
                    new Signature(
                            table.string(KEY),
                            tensors(table, INPUTS),
                            tensors(table, OUTPUTS),
                            table.uint32(SUBGRAPH)));
        }
        return result;
    }

    private static SequencedMap<String, Long> tensors(FlatTable table, int field)
            throws DamagedFlatbufferException {
        var result = new LinkedHashMap<String, Long>();
        for (FlatTable entry : table.tables(field)) {
            result.put(entry.string(MAP_NAME), entry.uint32(MAP_TENSOR));
        }
        return result;
    }
}
