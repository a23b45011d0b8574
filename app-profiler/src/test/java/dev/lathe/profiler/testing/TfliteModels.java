package dev.lathe.profiler.testing;

import dev.lathe.profiler.testing.Flatbuffer.Table;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// TensorFlow Lite files of one operator (LiteRT `schema.fbs`). The last tensor is its output, the
/// others are its inputs.
public final class TfliteModels {
    private static final byte FLOAT = 0;
    private static final byte INT32 = 2;
    private static final byte STRING = 5;
    private static final byte BOOL = 6;

    private static final int ADD = 0;
    private static final int CUSTOM = 32;
    private static final int GATHER = 36;
    private static final int LOGICAL_NOT = 87;

    private static final byte NO_OPTIONS = 0;
    private static final byte ADD_OPTIONS = 11;
    private static final byte GATHER_OPTIONS = 23;
    private static final byte LOGICAL_NOT_OPTIONS = 63;

    private TfliteModels() {}

    /// `sum = x + x`, float N×2 with N free; both inputs have the same name.
    public static byte[] sum() {
        var type = new int[] {1, 2};
        var free = new int[] {-1, 2};
        return model(
                ADD,
                ADD_OPTIONS,
                tensor("x", FLOAT, type, free),
                tensor("x", FLOAT, type, free),
                tensor("sum", FLOAT, type, free));
    }

    /// `chosen = words[places]`, two of three strings.
    public static byte[] chooseWords() {
        return model(
                GATHER,
                GATHER_OPTIONS,
                tensor("words", STRING, new int[] {3}),
                tensor("places", INT32, new int[] {2}),
                tensor("chosen", STRING, new int[] {2}));
    }

    /// `y = not x`, two truth values.
    public static byte[] not() {
        return model(
                LOGICAL_NOT,
                LOGICAL_NOT_OPTIONS,
                tensor("x", BOOL, new int[] {2}),
                tensor("y", BOOL, new int[] {2}));
    }

    /// An operator that no library has.
    public static byte[] unknownOperator() {
        return model(
                CUSTOM,
                NO_OPTIONS,
                tensor("x", FLOAT, new int[] {1}),
                tensor("y", FLOAT, new int[] {1}));
    }

    private static Table tensor(String name, byte type, int[] shape) {
        return Table.of(shape, type, 0, name);
    }

    private static Table tensor(String name, byte type, int[] shape, int[] signature) {
        return Table.of(shape, type, 0, name, null, null, null, signature);
    }

    private static byte[] model(int operator, byte options, Table... tensors) {
        int output = tensors.length - 1;
        int[] inputs = IntStream.range(0, output).toArray();
        int[] outputs = {output};
        var code = Table.of((byte) operator, operator == CUSTOM ? "Frobnicate" : null, 1, operator);
        var call =
                options == NO_OPTIONS
                        ? Table.of(0, inputs, outputs)
                        : Table.of(0, inputs, outputs, options, Table.of());
        var graph = Table.of(Arrays.asList(tensors), inputs, outputs, List.of(call), "main");
        return Flatbuffer.write(
                "TFL3",
                Table.of(3, List.of(code), List.of(graph), "made by hand", List.of(Table.of())));
    }
}
