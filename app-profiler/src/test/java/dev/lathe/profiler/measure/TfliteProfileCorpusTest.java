package dev.lathe.profiler.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.model.format.ModelFiles;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.run.ModelRunException;
import dev.lathe.model.work.Progress;
import dev.lathe.profiler.runner.RunnerLaunch;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Real TensorFlow Lite models, measured.
@Tag("corpus")
class TfliteProfileCorpusTest {
    private static final Path MODELS =
            Path.of(System.getProperty("lathe.data", ".")).resolve("models/tflite");

    private final LocalProfiler profiler = new LocalProfiler(RunnerLaunch.ofThisProcess());

    @Test
    void namesTheLayersOfAModelThatXnnpackRuns() throws Exception {
        var model = read("mlperf_resnet8.tflite");

        var profile = profile(model);

        assertThat(profile.environment())
                .containsEntry("runtime", "TensorFlow Lite")
                .containsEntry("runtimeVersion", "2.20.0")
                .containsEntry("delegate", "XNNPACK for 16 of 16 operators")
                .doesNotContainKey("session.x64quantprecision");
        assertThat(profile.operators())
                .extracting(OperatorTime::name)
                .containsExactlyInAnyOrderElementsOf(
                        model.graph().nodes().stream().map(model.graph()::layerName).toList());
        assertThat(profile.memory().weightBytes()).isEqualTo(310_832);
        assertThat(profile.memory().activationPeakBytes()).hasValue(3 * 32 * 32 * 16 * 4);
        assertThat(profile.memory().arenaBytes()).isEmpty();
        assertThat(profile.notes())
                .containsExactly(
                        "The arena is not known, because XNNPACK does not tell what memory it"
                                + " holds.");
    }

    @Test
    void tellsTheArenaOfAModelThatNoDelegateRuns() throws Exception {
        var model = ModelFiles.read(MODELS.resolve("../../tflite-models/simple_topk_op.tflite"));

        var profile = profile(model);

        assertThat(profile.environment()).containsEntry("delegate", "none");
        assertThat(profile.memory().arenaBytes().orElse(0)).isPositive();
        assertThat(profile.notes()).isEmpty();
        assertThat(profile.operators()).extracting(OperatorTime::op).containsExactly("TOPK_V2");
    }

    @Test
    void namesTheModelThatAbortsAndMeasuresTheNext() throws Exception {
        var aborting = read("aborts-native-runtime/blockwise_quantized.tflite");

        assertThatThrownBy(() -> profile(aborting))
                .isInstanceOf(ModelRunException.class)
                .hasMessageStartingWith(
                        "Cannot load blockwise_quantized.tflite: the runner process aborted");
        assertThat(profile(read("mlperf_kws_int8.tflite")).latency().n()).isPositive();
    }

    private Profile profile(ModelGraph model) throws Exception {
        return profiler.profile(model, ProfilePlan.local(ProfileMode.RAPID, 1), Progress.NONE);
    }

    private static ModelGraph read(String name) throws Exception {
        return ModelFiles.read(MODELS.resolve(name));
    }
}
