package dev.lathe.profiler.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lathe.model.format.ModelFiles;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Dimension.Fixed;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.Value;
import dev.lathe.model.run.ModelRunException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Real TensorFlow Lite models in a runner process.
@Tag("corpus")
class TfliteRunnerCorpusTest {
    private static final Path DATA = Path.of(System.getProperty("lathe.data", "."));
    private static final Path MODELS = DATA.resolve("models/tflite");

    private final ProcessModelRunner runner = new ProcessModelRunner(RunnerLaunch.ofThisProcess());

    @AfterEach
    void endProcesses() {
        runner.close();
    }

    @Test
    void runsEveryModelOrSaysWhyItCannot() throws Exception {
        var refused = new TreeMap<String, String>();
        for (Path file : files()) {
            try {
                assertThat(run(file).keySet())
                        .as(file.toString())
                        .containsExactlyElementsOf(outputs(file));
            } catch (ModelRunException e) {
                refused.put(String.valueOf(file.getFileName()), e.getMessage());
            }
        }

        // Whether the runtime takes this one differs from run to run.
        refused.remove("single_slice.tflite");
        assertThat(refused.keySet())
                .containsExactlyInAnyOrder(
                        "max_unpooling_2d_valid.tflite",
                        "mobilenet_v1_0.25_128_quant_edgetpu.tflite",
                        "precompiled_mediatek_model.tflite",
                        "simple_add_op_google_tensor_p25_precompiled.tflite",
                        "simple_floor_mod.tflite",
                        "simple_model_npu_google_tensor_precompiled.tflite",
                        "simple_model_qualcomm_sm8650_precompiled.tflite",
                        "simple_squeeze.tflite",
                        "static_w8_a16_quantized_attn_vec_einsum.tflite",
                        "static_w8_a16_quantized_v_einsum.tflite");
        assertThat(refused)
                .containsEntry(
                        "mobilenet_v1_0.25_128_quant_edgetpu.tflite",
                        "Cannot load mobilenet_v1_0.25_128_quant_edgetpu.tflite: its operator"
                                + " 'edgetpu-custom-op' is not one of TensorFlow Lite's own; the"
                                + " model runs only on the device or with the library that it was"
                                + " made for")
                .containsEntry(
                        "simple_floor_mod.tflite",
                        "Cannot run simple_floor_mod.tflite: Division by 0 (operator 0,"
                                + " FLOOR_MOD)")
                .allSatisfy((file, sentence) -> assertThat(sentence).doesNotContain(".cc:"));
    }

    @Test
    void survivesAModelThatAbortsTheProcess() throws Exception {
        var aborting = MODELS.resolve("aborts-native-runtime/blockwise_quantized.tflite");

        assertThatThrownBy(() -> run(aborting))
                .isInstanceOf(ModelRunException.class)
                .hasMessageMatching(
                        "Cannot (load|run) blockwise_quantized.tflite: the runner process aborted"
                                + ".*; the next use starts a new one");
        assertThat(run(MODELS.resolve("mlperf_kws.tflite"))).hasSize(1);
    }

    @Test
    void runsAsManySamplesAsAreGivenWhereTheSignatureLeavesTheBatchFree() throws Exception {
        var model = ModelFiles.read(MODELS.resolve("mlperf_kws.tflite"));
        var input = model.graph().inputs().getFirst().name();
        try (var session = runner.open(model)) {
            for (int batch : new int[] {1, 3, 2, 1}) {
                var samples = new float[batch * 490];
                Arrays.fill(samples, 490 * (batch - 1), 490 * batch, 1);
                var outputs =
                        session.run(Map.of(input, Tensor.ofFloats("", samples, batch, 49, 10, 1)));
                var scores = outputs.values().iterator().next();

                assertThat(scores.sizes()).containsExactly((long) batch, 12L);
                assertThat(Arrays.copyOfRange(scores.toFloats(), 12 * batch - 12, 12 * batch))
                        .containsExactly(onesOfKeywordSpotting(), within(1e-5f));
            }
        }
    }

    private float[] onesOfKeywordSpotting() throws Exception {
        var model = ModelFiles.read(MODELS.resolve("mlperf_kws.tflite"));
        var ones = new float[490];
        Arrays.fill(ones, 1);
        try (var session = runner.open(model)) {
            var input = Tensor.ofFloats("", ones, 1, 49, 10, 1);
            return session.run(Map.of(model.graph().inputs().getFirst().name(), input))
                    .values()
                    .iterator()
                    .next()
                    .toFloats();
        }
    }

    @Test
    void startsEachRunFromTheSameState() throws Exception {
        var model = ModelFiles.read(MODELS.resolve("keras_lstm_mnist_ptq.tflite"));
        var picture = new byte[28 * 28];
        Arrays.fill(picture, 200, 500, (byte) 255);
        var input = Tensor.ofBytes("", DataType.UINT8, picture, 1, 28, 28);
        try (var session = runner.open(model)) {
            var name = model.graph().inputs().getFirst().name();
            var first = session.run(Map.of(name, input));

            assertThat(session.run(Map.of(name, input))).isEqualTo(first);
        }
    }

    private Map<String, Tensor> run(Path file) throws Exception {
        try (var session = runner.open(ModelFiles.read(file))) {
            return session.run(zeros(file));
        }
    }

    private static List<String> outputs(Path file) throws Exception {
        return ModelFiles.read(file).graph().outputs().stream()
                .map(Value::name)
                .distinct()
                .toList();
    }

    private static Map<String, Tensor> zeros(Path file) throws Exception {
        var inputs = new LinkedHashMap<String, Tensor>();
        for (var input : ModelFiles.read(file).graph().inputs()) {
            var type = input.tensorType().orElseThrow();
            var sizes =
                    type.shape().orElseThrow().dimensions().stream()
                            .map(d -> d instanceof Fixed(long n) ? n : 1L)
                            .toList();
            long elements = sizes.stream().reduce(1L, (a, b) -> a * b);
            inputs.put(
                    input.name(),
                    Tensor.of(
                            input.name(),
                            type.element(),
                            sizes,
                            MemorySegment.ofArray(new byte[(int) type.element().bytes(elements)])));
        }
        return inputs;
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files =
                Stream.of(MODELS, DATA.resolve("tflite-models"), DATA.resolve("models/pairs"))
                        .flatMap(TfliteRunnerCorpusTest::list)) {
            return files.filter(file -> file.toString().endsWith(".tflite")).toList();
        }
    }

    private static Stream<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
