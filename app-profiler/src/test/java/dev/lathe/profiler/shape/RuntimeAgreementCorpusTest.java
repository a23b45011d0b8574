package dev.lathe.profiler.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.format.ModelFiles;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.onnx.OnnxReader;
import dev.lathe.model.run.ModelRunException;
import dev.lathe.model.shape.DimensionBinding;
import dev.lathe.model.shape.DimensionException;
import dev.lathe.model.shape.FreeDimension;
import dev.lathe.model.shape.FreeDimensions;
import dev.lathe.model.shape.ShapeInference;
import dev.lathe.profiler.runner.Runner;
import dev.lathe.profiler.runner.RunnerLaunch;
import dev.lathe.runner.Optimization;
import dev.lathe.runner.SavedForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

@Tag("corpus")
class RuntimeAgreementCorpusTest {
    private static final Path DATA = Path.of(System.getProperty("lathe.data", "."));
    private static final double SHARE = 0.99;
    private static final int MOST_REFUSED = 35;

    @TempDir private Path folder;

    @Test
    void infersWhatTheRuntimeInfers(TestReporter reporter) throws Exception {
        var agreement = agreement(Outspoken::withoutStatements);

        reporter.publishEntry("inferred as the runtime does", agreement.toString());
        assertThat(agreement.contradictions()).isEmpty();
        assertThat(agreement.share()).as(agreement.toString()).isGreaterThan(SHARE);
    }

    /// Two files state shapes that their own inputs and weights contradict; the runtime believes
    /// them.
    @Test
    void knowsWhatTheRuntimeKnows(TestReporter reporter) throws Exception {
        var agreement = agreement(UnaryOperator.identity());

        reporter.publishEntry("known as the runtime does", agreement.toString());
        assertThat(agreement.contradictions())
                .containsExactlyInAnyOrder(
                        "models/external-data/model_with_orig_ext_data.onnx Pad Y: 2×3, theirs 1×4",
                        "ort-models/fusion__reshape_fusion_with_graph_inputs.onnx Reshape Result:"
                                + " 200×50, theirs 10×20×unk");
        assertThat(agreement.share()).as(agreement.toString()).isGreaterThan(SHARE);
    }

    /// With every free dimension set for good the runtime knows numbers where it knew nothing
    /// before, and so does inference. Of the scores of a BeamSearch the runtime infers a scalar,
    /// and computes batch × returned sequences.
    @Test
    void agreesWhenEveryDimensionIsSet(TestReporter reporter) throws Exception {
        var agreement = agreement(model -> bound(Outspoken.withoutStatements(model)));

        reporter.publishEntry("with all dimensions set", agreement.toString());
        assertThat(agreement.contradictions())
                .allSatisfy(line -> assertThat(line).contains(" BeamSearch scores: 2×3, theirs "));
        assertThat(agreement.share()).as(agreement.toString()).isGreaterThan(SHARE);
    }

    private static ModelGraph bound(ModelGraph model) {
        var sizes = new LinkedHashMap<String, Long>();
        for (FreeDimension dimension : FreeDimensions.of(model).all()) {
            sizes.put(dimension.name(), 2L);
        }
        try {
            return DimensionBinding.apply(model, sizes);
        } catch (DimensionException e) {
            throw new AssertionError(e);
        }
    }

    private Agreement agreement(UnaryOperator<ModelGraph> preparation) throws Exception {
        var agreement = new Agreement();
        try (var runner = Runner.start(RunnerLaunch.ofThisProcess())) {
            for (Path file : onnxFiles()) {
                var model = read(file).map(preparation);
                var theirs = model.isPresent() ? saved(runner, model.get()) : model;
                if (theirs.isPresent()) {
                    agreement.add(
                            DATA.relativize(file.getParent()).toString(),
                            DATA.relativize(file).toString(),
                            model.get().graph(),
                            ShapeInference.infer(model.get()),
                            theirs.get().graph());
                }
            }
        }
        assertThat(agreement.models()).isGreaterThan(onnxFiles().size() - MOST_REFUSED);
        return agreement;
    }

    private static Optional<ModelGraph> read(Path file) {
        try {
            return Optional.of(ModelFiles.read(file));
        } catch (ModelFormatException e) {
            assertThat(e).hasMessageContaining("invalid");
            return Optional.empty();
        }
    }

    /// What the runtime makes of a model, with all that it infers; empty if it refuses the model.
    private Optional<ModelGraph> saved(Runner runner, ModelGraph model)
            throws InterruptedException, ModelFormatException {
        var target = folder.resolve("saved.onnx");
        try {
            runner.save(Outspoken.of(model), target, SavedForm.ONNX, Optimization.NONE);
        } catch (ModelRunException e) {
            return Optional.empty();
        }
        return Optional.of(OnnxReader.read(target));
    }

    private static List<Path> onnxFiles() throws IOException {
        try (var models = Files.walk(DATA.resolve("models"));
                var more = Files.walk(DATA.resolve("ort-models"))) {
            return java.util.stream.Stream.concat(models, more)
                    .filter(file -> file.toString().endsWith(".onnx"))
                    .sorted()
                    .toList();
        }
    }
}
