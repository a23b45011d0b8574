package dev.lathe.model.tflite;

import dev.lathe.model.flatbuffer.DamagedFlatbufferException;
import dev.lathe.model.flatbuffer.FlatTable;
import dev.lathe.model.flatbuffer.Flatbuffer;
import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The data of a model: in the flatbuffer, behind it in the same file (models over 2 GiB), or in
/// files beside it.
final class Buffers {
    private static final int BUFFERS = 4;
    private static final int EXTERNAL_GROUPS = 8;
    private static final int EXTERNAL_BUFFERS = 9;

    private static final int DATA = 0;
    private static final int OFFSET = 1;
    private static final int SIZE = 2;

    private static final int GROUP_NAME = 0;

    private static final int EXTERNAL_ID = 0;
    private static final int EXTERNAL_GROUP = 1;
    private static final int EXTERNAL_OFFSET = 2;
    private static final int EXTERNAL_LENGTH = 3;
    private static final int EXTERNAL_PACKING = 4;

    private final Flatbuffer file;
    private final List<FlatTable> buffers;
    private final List<FlatTable> groups;
    private final Map<Long, FlatTable> externals = new HashMap<>();

    Buffers(FlatTable root, Flatbuffer file) throws DamagedFlatbufferException {
        this.file = file;
        buffers = root.tables(BUFFERS);
        groups = root.tables(EXTERNAL_GROUPS);
        for (FlatTable external : root.tables(EXTERNAL_BUFFERS)) {
            externals.putIfAbsent(external.uint32(EXTERNAL_ID), external);
        }
    }

    /// Data in a file beside the model.
    record Beside(String file, long offset, long length, String packing) {}

    /// The bytes of a buffer of the model's own file, in place. Buffer 0 is by convention the one
    /// of tensors without data.
    Optional<MemorySegment> bytes(long index) throws DamagedFlatbufferException {
        if (index == 0) {
            return Optional.empty();
        }
        if (index < 0 || index >= buffers.size()) {
            throw new DamagedFlatbufferException(
                    "it refers to buffer " + index + " of " + buffers.size());
        }
        var buffer = buffers.get((int) index);
        long offset = buffer.int64(OFFSET, 0);
        if (offset > 1 || offset < 0) {
            return Optional.of(file.slice(offset, buffer.int64(SIZE, 0)));
        }
        return buffer.bytes(DATA, 1);
    }

    /// The data beside the model that has an identifier; empty for identifier 0, which means none.
    Optional<Beside> beside(long identifier) throws DamagedFlatbufferException {
        if (identifier == 0) {
            return Optional.empty();
        }
        var external = externals.get(identifier);
        if (external == null) {
            throw new DamagedFlatbufferException("it refers to data that no list in it describes");
        }
        long group = external.uint32(EXTERNAL_GROUP);
        if (group >= groups.size()) {
            throw new DamagedFlatbufferException(
                    "it refers to data file " + group + " of " + groups.size());
        }
        return Optional.of(
                new Beside(
                        groups.get((int) group).string(GROUP_NAME),
                        external.int64(EXTERNAL_OFFSET, 0),
                        external.int64(EXTERNAL_LENGTH, 0),
                        external.string(EXTERNAL_PACKING)));
    }
}
