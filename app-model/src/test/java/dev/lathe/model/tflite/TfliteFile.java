package dev.lathe.model.tflite;

import dev.lathe.model.flatbuffer.FlatWriter;
import dev.lathe.model.flatbuffer.FlatWriter.Table;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.graph.ModelGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A TensorFlow Lite file in the making. The first buffer is empty, as the format has it.
final class TfliteFile {
    static final int FLOAT32 = 0;
    static final int INT8 = 9;
    static final int STRING = 5;
    static final int INT4 = 17;

    private final List<Table> codes = new ArrayList<>();
    private final List<Table> subgraphs = new ArrayList<>();
    private final List<Table> buffers = new ArrayList<>(List.of(Table.of()));
    private final List<Table> metadata = new ArrayList<>();
    private final List<Table> signatures = new ArrayList<>();
    private final List<Table> groups = new ArrayList<>();
    private final List<Table> externals = new ArrayList<>();

    /// A tensor without data or quantization.
    static Table tensor(String name, int type, int... shape) {
        return Table.of(shape, (byte) type, null, name);
    }

    /// A tensor with data.
    static Table constant(String name, int type, int buffer, int... shape) {
        return Table.of(shape, (byte) type, buffer, name);
    }

    /// A tensor with data beside the model.
    static Table external(String name, int type, int identifier, int... shape) {
        return Table.of(
                shape, (byte) type, null, name, null, null, null, null, null, null, identifier);
    }

    static Table operator(int code, int[] inputs, int[] outputs) {
        return Table.of(code, inputs, outputs);
    }

    /// An operator with options of the first union.
    static Table operator(int code, int[] inputs, int[] outputs, int kind, Table options) {
        return Table.of(code, inputs, outputs, (byte) kind, options);
    }

    /// Adds a built-in operator of a version; returns its place.
    int builtIn(int code, int version) {
        codes.add(Table.of((byte) Math.min(code, 127), null, version, code));
        return codes.size() - 1;
    }

    int custom(String name) {
        codes.add(Table.of((byte) 32, name, 1, 32));
        return codes.size() - 1;
    }

    int buffer(byte[] data) {
        buffers.add(Table.of(data));
        return buffers.size() - 1;
    }

    /// Adds a buffer whose data is somewhere else in the file.
    void bufferAt(long offset, long size) {
        buffers.add(Table.of(null, offset, size));
    }

    TfliteFile subgraph(
            @Nullable String name,
            List<Table> tensors,
            int[] inputs,
            int[] outputs,
            Table... operators) {
        subgraphs.add(Table.of(tensors, inputs, outputs, List.of(operators), name));
        return this;
    }

    TfliteFile signature(String key, int subgraph, String input, String output) {
        signatures.add(
                Table.of(
                        List.of(Table.of(input, 0)),
                        List.of(Table.of(output, 1)),
                        key,
                        null,
                        subgraph));
        return this;
    }

    /// Adds data in a file beside the model; returns its identifier.
    int beside(String file, long offset, long length) {
        groups.add(Table.of(file));
        externals.add(Table.of(externals.size() + 1, groups.size() - 1, offset, length));
        return externals.size();
    }

    TfliteFile metadata(String name, byte[] data) {
        metadata.add(Table.of(name, buffer(data)));
        return this;
    }

    byte[] bytes() {
        return FlatWriter.write(
                "TFL3",
                Table.of(
                        3,
                        codes,
                        subgraphs,
                        "made by a test",
                        buffers,
                        null,
                        metadata,
                        signatures,
                        groups,
                        externals));
    }

    ModelGraph read(Path folder) throws IOException, ModelFormatException {
        return read(folder, bytes());
    }

    static ModelGraph read(Path folder, byte[] bytes) throws IOException, ModelFormatException {
        var file = Files.createTempFile(folder, "model", ".tflite");
        Files.write(file, bytes);
        return TfliteReader.read(file);
    }
}
