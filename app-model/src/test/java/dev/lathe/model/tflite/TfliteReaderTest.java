package dev.lathe.model.tflite;

import static dev.lathe.model.tflite.TfliteFile.FLOAT32;
import static dev.lathe.model.tflite.TfliteFile.INT4;
import static dev.lathe.model.tflite.TfliteFile.INT8;
import static dev.lathe.model.tflite.TfliteFile.STRING;
import static dev.lathe.model.tflite.TfliteFile.constant;
import static dev.lathe.model.tflite.TfliteFile.external;
import static dev.lathe.model.tflite.TfliteFile.operator;
import static dev.lathe.model.tflite.TfliteFile.tensor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.model.flatbuffer.FlatWriter.Table;
import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.ModelFormat;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Quantization;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorContent.Missing;
import dev.lathe.model.graph.TensorContent.Sparse;
import dev.lathe.model.graph.TensorContent.Strings;
import dev.lathe.model.graph.TensorNumbers;
import dev.lathe.model.graph.Value;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TfliteReaderTest {
    private static final int CONV_2D = 3;
    private static final int CONV_2D_OPTIONS = 1;
    private static final int ABS = 101;

    @TempDir Path folder = Path.of("");

    @Test
    void turnsOptionsIntoAttributesWithTheNamesOfTheSchema() throws Exception {
        var file = new TfliteFile();
        int conv = file.builtIn(CONV_2D, 3);
        file.subgraph(
                "main",
                List.of(tensor("x", FLOAT32, 1, 4, 4, 1), tensor("y", FLOAT32, 1, 2, 2, 1)),
                new int[] {0},
                new int[] {1},
                operator(
                        conv,
                        new int[] {0, -1},
                        new int[] {1},
                        CONV_2D_OPTIONS,
                        Table.of((byte) 1, 2, 2, (byte) 3)));

        var model = file.read(folder);

        var node = model.graph().nodes().getFirst();
        assertThat(model.header().format()).isEqualTo(ModelFormat.TFLITE);
        assertThat(node.opType()).isEqualTo("CONV_2D");
        assertThat(node.domain()).isEqualTo(ModelFormat.TFLITE_DOMAIN);
        assertThat(node.inputs()).containsExactly("x", "");
        assertThat(node.stringAttribute("padding", "")).isEqualTo("VALID");
        assertThat(node.stringAttribute("fused_activation_function", "")).isEqualTo("RELU6");
        assertThat(node.intAttribute("stride_h", 0)).isEqualTo(2);
        assertThat(node.intAttribute("dilation_h_factor", 0)).isEqualTo(1);
        assertThat(node.intAttribute("operator_version", 0)).isEqualTo(3);
        assertThat(node.attribute("quantized_bias_type")).isEmpty();
    }

    @Test
    void namesCustomOperatorsAsTheFileDoes() throws Exception {
        var file = new TfliteFile();
        int custom = file.custom("edgetpu-custom-op");
        file.subgraph("main", pair(), new int[] {0}, new int[] {1}, unary(custom));

        assertThat(file.read(folder).graph().nodes())
                .extracting(Node::opType)
                .containsExactly("edgetpu-custom-op");
    }

    @Test
    void warnsOfABuiltInOperatorThatIsNewerThanItKnows() throws Exception {
        var file = new TfliteFile();
        int future = file.builtIn(999, 1);
        file.subgraph("main", pair(), new int[] {0}, new int[] {1}, unary(future));

        var model = file.read(folder);

        assertThat(model.graph().nodes().getFirst().opType()).isEqualTo("BUILTIN_999");
        assertThat(model.warnings()).extracting("code").containsExactly("unknown-operator");
    }

    @Test
    void givesTensorsOfOneNameNamesOfTheirOwn() throws Exception {
        var file = new TfliteFile();
        int abs = file.builtIn(ABS, 1);
        file.subgraph(
                "main",
                List.of(tensor("t", FLOAT32, 1), tensor("t", FLOAT32, 1), tensor("", FLOAT32, 1)),
                new int[] {0},
                new int[] {2},
                operator(abs, new int[] {0}, new int[] {1}),
                operator(abs, new int[] {1}, new int[] {2}));

        var graph = file.read(folder).graph();

        assertThat(graph.nodes().getFirst().outputs()).containsExactly("t#1");
        assertThat(graph.outputs()).extracting(Value::name).containsExactly("tensor 2");
    }

    @Test
    void leavesFreeSizesOpen() throws Exception {
        var file = new TfliteFile();
        int abs = file.builtIn(ABS, 1);
        var free =
                Table.of(
                        new int[] {1, 8},
                        (byte) FLOAT32,
                        null,
                        "x",
                        null,
                        null,
                        null,
                        new int[] {-1, 8});
        file.subgraph(
                "main",
                List.of(free, tensor("y", FLOAT32, 1, 8)),
                new int[] {0},
                new int[] {1},
                unary(abs));

        var input = file.read(folder).graph().inputs().getFirst();

        assertThat(input.shape())
                .hasValueSatisfying(shape ->
                        assertThat(shape.dimensions())
                                .containsExactly(Dimension.UNKNOWN, Dimension.of(8)));
    }

    @Test
    void readsQuantizationPerChannelAndByBlocks() throws Exception {
        var file = new TfliteFile();
        int abs = file.builtIn(ABS, 1);
        int data = file.buffer(new byte[8]);
        int scales = file.buffer(floats(0.5f, 0.25f, 2, 4));
        var perChannel =
                Table.of(null, null, new float[] {0.5f, 2}, new long[] {1, 2}, null, null, 1);
        var byBlocks = Table.of(null, null, null, null, (byte) 2, Table.of(2, -1, 2));
        file.subgraph(
                "main",
                List.of(
                        Table.of(new int[] {4, 2}, (byte) INT8, data, "channels", perChannel),
                        Table.of(new int[] {2, 4}, (byte) INT8, data, "blocks", byBlocks),
                        constant("scales", FLOAT32, scales, 2, 2),
                        tensor("y", INT8, 4, 2)),
                new int[] {},
                new int[] {3},
                operator(abs, new int[] {0, 1}, new int[] {3}));

        var values = file.read(folder).graph().values();

        assertThat(quantization(values.get("channels")))
                .contains(new Quantization(List.of(0.5f, 2f), List.of(1L, 2L), 1));
        assertThat(quantization(values.get("blocks")))
                .contains(
                        new Quantization(
                                List.of(0.5f, 0.25f, 2f, 4f), List.of(0L, 0L, 0L, 0L), 1, 2));
    }

    @Test
    void readsTextsAndPackedIntegers() throws Exception {
        var file = new TfliteFile();
        int abs = file.builtIn(ABS, 1);
        var texts = ByteBuffer.allocate(21).order(ByteOrder.LITTLE_ENDIAN);
        texts.putInt(2)
                .putInt(16)
                .putInt(18)
                .putInt(21)
                .put("abcde".getBytes(StandardCharsets.UTF_8));
        int text = file.buffer(texts.array());
        int nibbles = file.buffer(new byte[] {(byte) 0xf1, 0x02});
        file.subgraph(
                "main",
                List.of(
                        constant("texts", STRING, text, 2),
                        constant("nibbles", INT4, nibbles, 3),
                        tensor("y", FLOAT32, 1)),
                new int[] {},
                new int[] {2},
                operator(abs, new int[] {0, 1}, new int[] {2}));

        var constants = file.read(folder).graph().initializers();

        assertThat(constants.get("texts"))
                .satisfies(tensor ->
                        assertThat(tensor.content())
                                .isEqualTo(
                                        new Strings(
                                                List.of(
                                                        "ab".getBytes(StandardCharsets.UTF_8),
                                                        "cde".getBytes(StandardCharsets.UTF_8)))));
        var numbers = TensorNumbers.of(Objects.requireNonNull(constants.get("nibbles")));
        assertThat(numbers)
                .hasValueSatisfying(n ->
                        assertThat(List.of(n.get(0), n.get(1), n.get(2)))
                                .containsExactly(1.0, -1.0, 2.0));
    }

    @Test
    void readsDataThatIsBehindTheFlatbuffer() throws Exception {
        var file = new TfliteFile();
        int abs = file.builtIn(ABS, 1);
        file.subgraph(
                "main",
                List.of(constant("w", INT8, 1, 2), tensor("y", INT8, 2)),
                new int[] {},
                new int[] {1},
                unary(abs));
        file.bufferAt(4096, 2);
        var bytes = Arrays.copyOf(file.bytes(), 4098);
        bytes[4096] = 11;
        bytes[4097] = 12;

        var tensor = TfliteFile.read(folder, bytes).graph().initializers().get("w");

        assertThat(TensorNumbers.of(Objects.requireNonNull(tensor)))
                .hasValueSatisfying(n -> assertThat(n.get(1)).isEqualTo(12));
    }

    @Test
    void readsDataInFilesBesideTheModelAndNowhereElse() throws Exception {
        Files.write(folder.resolve("weights.bin"), new byte[] {1, 2, 3, 4});
        var file = new TfliteFile();
        int abs = file.builtIn(ABS, 1);
        int inside = file.beside("weights.bin", 1, 2);
        int outside = file.beside("../weights.bin", 0, 2);
        file.subgraph(
                "main",
                List.of(
                        external("w", INT8, inside, 2),
                        external("v", INT8, outside, 2),
                        tensor("y", INT8, 2)),
                new int[] {},
                new int[] {2},
                operator(abs, new int[] {0, 1}, new int[] {2}));

        var model = file.read(folder);

        assertThat(numbers(model.graph().constant("w").orElseThrow())).containsExactly(2.0, 3.0);
        assertThat(model.graph().constant("v").map(Tensor::content))
                .hasValueSatisfying(content -> assertThat(content).isInstanceOf(Missing.class));
        assertThat(model.warnings()).extracting("code").containsExactly("missing-external-data");
    }

    @Test
    void readsSparseTensorsInBlocks() throws Exception {
        var file = new TfliteFile();
        int densify = file.builtIn(124, 1);
        int data = file.buffer(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        // 4×4 of blocks of 2×2: the upper right one and the lower left one are stored.
        var sparsity =
                Table.of(
                        new int[] {0, 1, 2, 3},
                        new int[] {0, 1},
                        List.of(
                                Table.of((byte) 0, 2),
                                Table.of(
                                        (byte) 1,
                                        null,
                                        (byte) 1,
                                        Table.of(new int[] {0, 1, 2}),
                                        (byte) 1,
                                        Table.of(new int[] {1, 0})),
                                Table.of((byte) 0, 2),
                                Table.of((byte) 0, 2)));
        file.subgraph(
                "main",
                List.of(
                        Table.of(new int[] {4, 4}, (byte) INT8, data, "w", null, null, sparsity),
                        tensor("y", INT8, 4, 4)),
                new int[] {},
                new int[] {1},
                unary(densify));

        var tensor = file.read(folder).graph().constant("w").orElseThrow();

        assertThat(tensor.content())
                .isInstanceOfSatisfying(
                        Sparse.class, sparse -> assertThat(sparse.stored()).isEqualTo(8));
        assertThat(numbers(tensor))
                .containsExactly(
                        0.0, 0.0, 1.0, 2.0, 0.0, 0.0, 3.0, 4.0, 5.0, 6.0, 0.0, 0.0, 7.0, 8.0, 0.0,
                        0.0);
    }

    @Test
    void refusesAReferenceToATensorThatIsNotThere() {
        var file = new TfliteFile();
        int abs = file.builtIn(ABS, 1);
        file.subgraph(
                "main",
                pair(),
                new int[] {0},
                new int[] {1},
                operator(abs, new int[] {7}, new int[] {1}));

        assertThatThrownBy(() -> file.read(folder))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("it refers to tensor 7 of 2");
    }

    @Test
    void opensAModelWhoseMetadataIsDamaged() throws Exception {
        var file = new TfliteFile();
        int abs = file.builtIn(ABS, 1);
        file.subgraph("main", pair(), new int[] {0}, new int[] {1}, unary(abs));
        file.metadata("TFLITE_METADATA", new byte[] {9, 9, 9, 9, 9});

        assertThat(file.read(folder).warnings())
                .extracting("code")
                .containsExactly("damaged-metadata");
    }

    private static List<Double> numbers(Tensor tensor) {
        var numbers = TensorNumbers.of(tensor).orElseThrow();
        return LongStream.range(0, numbers.count()).mapToObj(numbers::get).toList();
    }

    private static Optional<Quantization> quantization(@Nullable Value value) {
        return Optional.ofNullable(value).flatMap(Value::quantization);
    }

    private static List<Table> pair() {
        return List.of(tensor("x", FLOAT32, 1), tensor("y", FLOAT32, 1));
    }

    private static Table unary(int code) {
        return operator(code, new int[] {0}, new int[] {1});
    }

    private static byte[] floats(float... elements) {
        var bytes = ByteBuffer.allocate(elements.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (float element : elements) {
            bytes.putFloat(element);
        }
        return bytes.array();
    }
}
