package dev.lathe.profiler.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.edit.Edit.Simplify;
import dev.lathe.model.edit.EditTools;
import dev.lathe.model.format.ModelFiles;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Dimension.Fixed;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorNumbers;
import dev.lathe.model.graph.Value;
import dev.lathe.model.recipe.Recipe;
import dev.lathe.model.recipe.RecipePlayer;
import dev.lathe.model.run.Filling;
import dev.lathe.model.run.ModelRunException;
import dev.lathe.model.simplify.Pass;
import dev.lathe.model.simplify.Simplifier;
import dev.lathe.model.work.Progress;
import dev.lathe.profiler.runner.ProcessModelRunner;
import dev.lathe.profiler.runner.RunnerLaunch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What simplifying does to real models: they get no larger and compute the same.
@Tag("corpus")
@TestInstance(Lifecycle.PER_CLASS)
class SimplifyCorpusTest {
    private static final Path DATA = Path.of(System.getProperty("lathe.data", "."));

    /// Every so many of the small models of ONNX Runtime's own tests, so that this ends soon.
    private static final int STEP = 16;

    /// Models that take seconds each and show nothing that others do not.
    private static final List<String> HEAVY = List.of("light_densenet121", "llm32", "embedding");

    private static final long SMALL = 256 << 10;
    private static final double ROUNDING = 1e-5;

    private final ProcessModelRunner runner = new ProcessModelRunner(RunnerLaunch.ofThisProcess());

    @AfterAll
    void endRunner() {
        runner.close();
    }

    static Stream<Path> models() throws IOException {
        var all = new ArrayList<>(files(DATA.resolve("models")));
        all.removeIf(file -> HEAVY.stream().anyMatch(file.toString()::contains));
        var small = new ArrayList<Path>();
        for (Path file : files(DATA.resolve("ort-models"))) {
            if (Files.size(file) <= SMALL && !file.toString().contains("fns-candy")) {
                small.add(file);
            }
        }
        for (int i = 0; i < small.size(); i += STEP) {
            all.add(small.get(i));
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("models")
    void getNoLargerAndComputeTheSame(Path file) throws Exception {
        var model = open(file);
        if (model.isEmpty()) {
            return;
        }

        var simplified =
                new Simplifier(Set.of(), OptionalLong.empty(), runner)
                        .simplify(model.get(), Progress.NONE);

        assertThat(simplified.nodesAfter()).isLessThanOrEqualTo(simplified.nodesBefore());
        assertThat(simplified.undone()).as("of %s", file).isEmpty();
        assertSameOutputs(model.get(), simplified.model());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "models/mnist/mnist-12-cntk.onnx",
                "models/qdq/qdq_with_multi_consumer_dq_nodes.onnx",
                "models/silero-vad/silero_vad_half.onnx",
                "models/transformer/bert_toy_optimized.onnx",
                "models/transformer/gpt2_past.onnx"
            })
    void computeTheSameWithNewerOperators(String file) throws Exception {
        var model = ModelFiles.read(DATA.resolve(file));

        for (long opset : new long[] {17, 21}) {
            var raised =
                    new Simplifier(Set.of(), OptionalLong.of(opset), runner)
                            .simplify(model, Progress.NONE)
                            .model();

            assertThat(raised.header().opset()).isGreaterThanOrEqualTo(opset);
            assertSameOutputs(model, raised);
        }
    }

    @Test
    void becomeTheSameBytesEachTime(@TempDir Path folder) throws Exception {
        var model = ModelFiles.read(DATA.resolve("models/silero-vad/silero_vad_half.onnx"));
        var recipe = Recipe.EMPTY.then(new Simplify(OptionalLong.of(17), Set.of(Pass.TRANSPOSES)));
        var files = List.of(folder.resolve("a.onnx"), folder.resolve("b.onnx"));

        for (Path file : files) {
            var steps =
                    new RecipePlayer(model, EditTools.NONE.with(runner))
                            .play(recipe, Progress.NONE);
            ModelFiles.write(steps.getLast().model(), file);
        }

        assertThat(Files.mismatch(files.get(0), files.get(1))).isEqualTo(-1);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".onnx")).sorted().toList();
        }
    }

    private static Optional<ModelGraph> open(Path file) {
        try {
            return Optional.of(ModelFiles.read(file));
        } catch (ModelFormatException _) {
            return Optional.empty();
        }
    }

    /// Compares on inputs of this test's own; passes over models that cannot be run on them.
    private void assertSameOutputs(ModelGraph model, ModelGraph simplified) throws Exception {
        var inputs = inputs(model);
        if (inputs.isEmpty()) {
            return;
        }
        var expected = run(model, inputs.get());
        if (expected.isEmpty()) {
            return;
        }
        var actual = run(simplified, inputs.get()).orElseThrow();
        assertThat(actual.keySet()).isEqualTo(expected.get().keySet());
        expected.get()
                .forEach((name, tensor) -> {
                    var other = Optional.ofNullable(actual.get(name));
                    assertClose(tensor, other.orElseThrow());
                });
    }

    private static Optional<Map<String, Tensor>> inputs(ModelGraph model) {
        var random = new SplittableRandom(7);
        var inputs = new LinkedHashMap<String, Tensor>();
        for (Value input : model.graph().requiredInputs()) {
            var type = input.tensorType();
            if (type.isEmpty()
                    || type.get().shape().isEmpty()
                    || !Filling.canMake(type.get().element())) {
                return Optional.empty();
            }
            var sizes =
                    type.get().shape().get().dimensions().stream()
                            .map(d -> d instanceof Fixed(long size) ? size : 1L)
                            .toList();
            var filling = new Filling(-2, 2, 0, 1, 0.5);
            inputs.put(
                    input.name(),
                    filling.tensor(input.name(), type.get().element(), sizes, random));
        }
        return Optional.of(inputs);
    }

    private Optional<Map<String, Tensor>> run(ModelGraph model, Map<String, Tensor> inputs)
            throws InterruptedException {
        try (var session = runner.asWritten().open(model)) {
            return Optional.of(session.run(inputs));
        } catch (ModelRunException _) {
            return Optional.empty();
        }
    }

    private static void assertClose(Tensor expected, Tensor actual) {
        assertThat(actual.type()).isEqualTo(expected.type());
        assertThat(actual.sizes()).isEqualTo(expected.sizes());
        if (expected.type() == DataType.STRING) {
            assertThat(actual.content()).isEqualTo(expected.content());
            return;
        }
        var a = TensorNumbers.of(expected).orElseThrow();
        var b = TensorNumbers.of(actual).orElseThrow();
        double magnitude = 0;
        double distance = 0;
        for (long i = 0; i < a.count(); i++) {
            if (Double.isFinite(a.get(i))) {
                magnitude = Math.max(magnitude, Math.abs(a.get(i)));
                distance = Math.max(distance, Math.abs(a.get(i) - b.get(i)));
            } else {
                assertThat(b.get(i)).isEqualTo(a.get(i));
            }
        }
        assertThat(distance).isLessThanOrEqualTo(ROUNDING * magnitude);
    }
}
