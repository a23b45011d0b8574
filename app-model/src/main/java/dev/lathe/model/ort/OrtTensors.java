package dev.lathe.model.ort;

import dev.lathe.model.flatbuffer.DamagedFlatbufferException;
import dev.lathe.model.flatbuffer.FlatTable;
import dev.lathe.model.flatbuffer.Oddities;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorContent;
import dev.lathe.model.graph.TensorContent.Missing;
import dev.lathe.model.graph.TensorContent.Stored;
import dev.lathe.model.graph.TensorContent.Strings;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Reads constant tensors.
final class OrtTensors {
    private static final int NAME = 0;
    private static final int SIZES = 2;
    private static final int TYPE = 3;
    private static final int RAW = 4;
    private static final int STRINGS = 5;
    private static final int EXTERNAL_OFFSET = 6;

    private static final int SPARSE_VALUES = 0;
    private static final int SPARSE_INDICES = 1;
    private static final int SPARSE_SIZES = 2;

    private final Oddities oddities;

    OrtTensors(Oddities oddities) {
        this.oddities = oddities;
    }

    Tensor tensor(FlatTable table) throws DamagedFlatbufferException {
        var name = table.string(NAME);
        var type = OrtTypes.element(table.int32(TYPE, 0));
        var sizes = table.longs(SIZES);
        return new Tensor(name, type, sizes, content(table, name, type, sizes), Extras.NONE);
    }

    private TensorContent content(FlatTable table, String name, DataType type, List<Long> sizes)
            throws DamagedFlatbufferException {
        if (type == DataType.STRING) {
            var elements =
                    table.strings(STRINGS).stream()
                            .map(text -> text.getBytes(StandardCharsets.UTF_8))
                            .toList();
            return checked(
                    name,
                    sizes,
                    needed(DataType.INT8, sizes),
                    elements.size(),
                    new Strings(elements));
        }
        long offset = table.int64(EXTERNAL_OFFSET, -1);
        if (offset >= 0) {
            return new Missing(
                    "", offset, 0, "it is in another file, which the model does not name");
        }
        var bytes = table.bytes(RAW, 1).orElse(MemorySegment.ofArray(new byte[0]));
        return checked(
                name, sizes, needed(type, sizes), bytes.byteSize(), new Stored(bytes.asReadOnly()));
    }

    /// The content, or what is wrong with it if it does not have the size that the shape asks for.
    private TensorContent checked(
            String name, List<Long> sizes, long needed, long present, TensorContent content) {
        if (needed == present) {
            return content;
        }
        var reason = "its shape " + sizes + " does not fit its " + present + " bytes";
        oddities.add("tensor-size", "Tensor " + name + " is damaged: " + reason + ".");
        return new Missing("", 0, present, reason);
    }

    /// The bytes that a tensor takes; -1 if none can have these sizes.
    private static long needed(DataType type, List<Long> sizes) {
        long elements = 1;
        try {
            for (long size : sizes) {
                if (size < 0) {
                    return -1;
                }
                elements = Math.multiplyExact(elements, size);
            }
            return type.bytes(elements);
        } catch (ArithmeticException _) {
            return -1;
        }
    }

    /// A sparse tensor, under the name of its values.
    Tensor sparse(FlatTable table) throws DamagedFlatbufferException {
        FlatTable values = part(table, SPARSE_VALUES);
        var stored = tensor(values);
        var indices = tensor(part(table, SPARSE_INDICES));
        var sizes = table.longs(SPARSE_SIZES);
        table.spend(indices.byteSize());
        var content = OrtSparse.content(stored, indices, sizes);
        if (content instanceof Missing(_, _, _, var reason)) {
            oddities.add("tensor-size", "Tensor " + stored.name() + " is damaged: " + reason + ".");
        }
        return new Tensor(stored.name(), stored.type(), sizes, content, Extras.NONE);
    }

    private static FlatTable part(FlatTable table, int field) throws DamagedFlatbufferException {
        return table.table(field)
                .orElseThrow(
                        () -> new DamagedFlatbufferException("a sparse tensor in it has no parts"));
    }
}
