package dev.lathe.model.tflite;

import dev.lathe.model.flatbuffer.DamagedFlatbufferException;
import dev.lathe.model.flatbuffer.FlatTable;
import dev.lathe.model.flatbuffer.Flatbuffer;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.TensorContent;
import dev.lathe.model.graph.TensorContent.Missing;
import java.lang.foreign.MemorySegment;
import java.util.List;

/// Reads sparse tensors.
final class SparsityReader {
    private SparsityReader() {}

    static TensorContent read(
            FlatTable sparsity,
            DataType type,
            List<Long> sizes,
            MemorySegment bytes,
            Flatbuffer file)
            throws DamagedFlatbufferException {
        return new Missing("", 0, bytes.byteSize(), "it is sparse");
    }
}
