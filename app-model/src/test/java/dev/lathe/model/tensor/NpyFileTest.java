package dev.lathe.model.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.model.data.Npy;
import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.AttributeValue.GraphValue;
import dev.lathe.model.graph.AttributeValue.TensorValue;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorContent.Missing;
import dev.lathe.model.graph.TensorContent.Strings;
import dev.lathe.model.work.Progress;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NpyFileTest {
    @TempDir Path folder;

    @Test
    void isReadAsTheSameTensor() throws Exception {
        assertThat(readBack(Ramp.tensor())).isEqualTo(Ramp.tensor());
    }

    @Test
    void holdsScalarsAndVectorsAndNothing() throws Exception {
        for (var tensor :
                List.of(
                        Tensor.ofFloats("ramp", new float[] {7}),
                        Tensor.ofLongs("ramp", new long[] {1, 2, 3}, 3),
                        Tensor.ofFloats("ramp", new float[0], 0, 4))) {
            assertThat(readBack(tensor)).isEqualTo(tensor);
        }
    }

    @Test
    void startsItsElementsAtAMultipleOf64AsTheFormatAsks() throws Exception {
        var bytes = bytes(Ramp.tensor());

        assertThat(bytes.length - 720).isEqualTo(128);
        assertThat(new String(bytes, 10, 118, StandardCharsets.US_ASCII))
                .startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (4, 5, 3, 3), }  ")
                .endsWith(" \n");
    }

    @Test
    void widensTypesThatNumPyDoesNotKnow() throws Exception {
        var small = MemorySegment.ofArray(new byte[] {(byte) 0x8f, 0x07});
        var half = MemorySegment.ofArray(new byte[] {(byte) 0x80, 0x3f, (byte) 0xc0, (byte) 0xff});

        var nibbles = readBack(Tensor.of("ramp", DataType.INT4, List.of(3L), small));
        var brain = readBack(Tensor.of("ramp", DataType.BFLOAT16, List.of(2L), half));

        assertThat(nibbles)
                .isEqualTo(Tensor.ofBytes("ramp", DataType.INT8, new byte[] {-1, -8, 7}, 3));
        assertThat(brain.toFloats()).containsExactly(1, Float.NaN);
    }

    @Test
    void holdsTheRealNumbersOfQuantizedOnes() throws Exception {
        var stored = Tensor.ofBytes("w", DataType.INT8, new byte[] {2, 4, 6, 8}, 2, 2);
        var how = new Dequantization(new double[] {0.5, 2}, new double[] {0, 4}, 0, 0);
        var file = folder.resolve("real.npy");

        NpyFile.of(Numbers.of(stored, how).orElseThrow()).write(file, Progress.NONE);

        assertThat(Npy.decode("w", Files.readAllBytes(file)).toFloats())
                .containsExactly(1, 2, 4, 8);
    }

    @Test
    void holdsStringsAsCodePoints() throws Exception {
        var strings =
                new Strings(
                        List.of(
                                "ab".getBytes(StandardCharsets.UTF_8),
                                "猫".getBytes(StandardCharsets.UTF_8)));
        var tensor = new Tensor("s", DataType.STRING, List.of(2L), strings, Extras.NONE);

        var bytes = bytes(tensor);

        assertThat(new String(bytes, 10, 118, StandardCharsets.US_ASCII)).contains("'<U2'");
        assertThat(Arrays.copyOfRange(bytes, 128, 144))
                .containsExactly('a', 0, 0, 0, 'b', 0, 0, 0, 0x2b, 0x73, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void isNotMadeOfElementsThatAreMissing() {
        var missing =
                new Tensor(
                        "w",
                        DataType.FLOAT,
                        List.of(2L),
                        new Missing("w.bin", 0, 8, "it is not there"),
                        Extras.NONE);

        assertThat(NpyFile.of(missing)).isEmpty();
    }

    @Test
    void leavesNothingBehindWhenItIsCancelled() throws Exception {
        var file = folder.resolve("w.npy");
        Files.writeString(file, "before");
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> NpyFile.of(Ramp.tensor()).orElseThrow().write(file, Progress.NONE))
                .isInstanceOf(InterruptedException.class);

        assertThat(Files.readString(file)).isEqualTo("before");
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void manyGoIntoOneArchiveUnderTheirNames() throws Exception {
        var archive = new NpzFile();
        archive.add("/model/w", Ramp.tensor());
        archive.add("b", Tensor.ofFloats("b", new float[] {1}, 1));
        archive.add("b", Tensor.ofFloats("b", new float[] {2}, 1));
        archive.add("../up", Tensor.ofFloats("up", new float[] {2}, 1));
        var file = folder.resolve("all.npz");

        archive.write(file, Progress.NONE);

        assertThat(archive.names()).containsExactly("/model/w", "b", "b (2)", "__/up");
        try (var zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(Object::toString))
                    .containsExactly("/model/w.npy", "b.npy", "b (2).npy", "__/up.npy");
            try (var array = zip.getInputStream(zip.getEntry("/model/w.npy"))) {
                assertThat(Npy.decode("ramp", array.readAllBytes())).isEqualTo(Ramp.tensor());
            }
        }
    }

    @Test
    void allOfAModelAreCollectedFromItsInnerGraphsToo() {
        var inner = Tensor.ofFloats("w", new float[] {1}, 1);
        var constant = new Attribute("value", new TensorValue(inner.withName("")));
        var branch =
                new Graph(
                        "b",
                        List.of(Node.of("c", "Constant", List.of(), List.of("k"), constant)),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(inner),
                        Extras.NONE);
        var choice =
                Node.of(
                        "choice",
                        "If",
                        List.of("c"),
                        List.of("y"),
                        new Attribute("then_branch", new GraphValue(branch)));
        var graph =
                new Graph(
                        "main",
                        List.of(choice),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(Ramp.tensor()),
                        Extras.NONE);

        assertThat(ModelArrays.of(graph).names())
                .containsExactly("ramp", "choice › then_branch › w", "choice › then_branch › k");
    }

    private Tensor readBack(Tensor tensor) throws Exception {
        return Npy.decode("ramp", bytes(tensor));
    }

    private byte[] bytes(Tensor tensor) throws Exception {
        var file = folder.resolve("tensor.npy");
        var array = NpyFile.of(tensor).orElseThrow();
        array.write(file, Progress.NONE);
        assertThat(Files.size(file)).isEqualTo(array.size());
        return Files.readAllBytes(file);
    }
}
