package dev.lathe.profiler.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.format.ModelFiles;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.onnx.OnnxWriter;
import dev.lathe.model.onnx.WeightStorage;
import dev.lathe.model.run.ModelRunException;
import dev.lathe.profiler.runner.DefaultSettings;
import dev.lathe.profiler.runner.Runner;
import dev.lathe.profiler.runner.RunnerLaunch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The runtime computes the same from a model that was read and written again as from the file.
@Tag("corpus")
class RewrittenModelsCorpusTest {
    private static final Path DATA = Path.of(System.getProperty("lathe.data", ""));
    private static final long MAX_MODEL_BYTES = 1_500_000;
    private static final ProfilePlan PLAN = ProfilePlan.local(ProfileMode.RAPID, 1);

    /// How many of the sampled models have to run, so that the test cannot pass by running none.
    private static final int FEWEST_COMPARED = 50;

    private final RunnerLaunch launch = RunnerLaunch.ofThisProcess();

    @TempDir Path folder = Path.of("");

    @Test
    void computesTheSameFromARewrittenModel() throws Exception {
        int compared = 0;
        var runner = Runner.start(launch);
        for (Path file : models()) {
            var expected = outputs(runner, file);
            if (expected.isPresent()) {
                for (WeightStorage storage : WeightStorage.values()) {
                    var rewritten = rewrite(file, storage, compared);
                    assertThat(run(runner, rewritten))
                            .as(file.toString())
                            .isEqualTo(expected.get());
                }
                compared++;
            } else if (!isAlive(runner)) {
                runner.close();
                runner = Runner.start(launch);
            }
        }
        runner.close();
        assertThat(compared).isGreaterThan(FEWEST_COMPARED);
    }

    private static boolean isAlive(Runner runner) throws InterruptedException {
        try {
            runner.memory();
            return true;
        } catch (ModelRunException e) {
            return false;
        }
    }

    /// What the runtime computes of the file, if it can run it and computes the same each time.
    private static Optional<Map<String, Tensor>> outputs(Runner runner, Path file)
            throws InterruptedException {
        try {
            var model = ModelFiles.read(file);
            var first = run(runner, model);
            return run(runner, model).equals(first) ? Optional.of(first) : Optional.empty();
        } catch (ModelFormatException | ModelRunException e) {
            return Optional.empty(); // a model that needs other inputs, or none that can run
        }
    }

    private static Map<String, Tensor> run(Runner runner, ModelGraph model)
            throws ModelRunException, InterruptedException {
        try (var running = runner.load(model, DefaultSettings.ofThisMachine())) {
            return running.run(RandomInputs.make(running.name(), running.inputs(), PLAN));
        }
    }

    /// Encodes a model anew: into a binary file or, in turn, another form.
    private ModelGraph rewrite(Path file, WeightStorage storage, int turn) throws Exception {
        var model = ModelFiles.read(file);
        var name = List.of("m.onnx", "m.onnx.gz", "m.textproto").get(turn % 3);
        var target = folder.resolve(storage + "-" + turn + "-" + name);
        OnnxWriter.write(model.withGraph(model.graph().edit().build()), target, storage);
        return ModelFiles.read(target);
    }

    /// All but the largest models, and one in sixty of the many backend tests.
    private static List<Path> models() throws IOException {
        try (var files = Files.walk(DATA)) {
            return files.filter(file -> file.toString().endsWith(".onnx"))
                    .filter(file -> file.toFile().length() <= MAX_MODEL_BYTES)
                    .sorted()
                    .filter(RewrittenModelsCorpusTest::isChosen)
                    .toList();
        }
    }

    private static boolean isChosen(Path file) {
        var name = DATA.relativize(file).toString();
        int one = name.startsWith("onnx-backend") ? 60 : name.startsWith("ort-models") ? 6 : 1;
        return Math.floorMod(name.hashCode(), one) == 0;
    }
}
