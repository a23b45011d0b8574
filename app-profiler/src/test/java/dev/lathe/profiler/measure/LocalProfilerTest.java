package dev.lathe.profiler.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.model.run.ModelRunException;
import dev.lathe.model.work.Progress;
import dev.lathe.profiler.runner.RunnerLaunch;
import dev.lathe.profiler.testing.Models;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LocalProfilerTest {
    private final LocalProfiler profiler = new LocalProfiler(RunnerLaunch.ofThisProcess());

    @Test
    void measuresAllThatARecordHolds() throws Exception {
        var last = new AtomicLong();

        var profile =
                profiler.profile(
                        Models.dense(256),
                        ProfilePlan.local(ProfileMode.RAPID, 1),
                        (done, total) -> last.set(100 * done / total));

        assertThat(profile.latency().n()).isEqualTo(profile.samplesMs().size());
        assertThat(profile.latency().n()).isGreaterThanOrEqualTo(30);
        assertThat(profile.latency().minMs()).isPositive();
        assertThat(profile.loadMs()).isPositive();
        assertThat(profile.firstMs()).isPositive();
        assertThat(profile.valid()).isEqualTo(profile.reasons().isEmpty());
        assertThat(profile.environment())
                .containsEntry("threads", "1")
                .containsEntry("runtime", "ONNX Runtime")
                .containsKeys("cpu", "cores", "runtimeVersion");
        assertThat(profile.memory().weightBytes()).isEqualTo(256 * 256 * 4);
        assertThat(profile.memory().activationPeakBytes()).hasValue(2 * 256 * 4);
        assertThat(profile.operators()).extracting(OperatorTime::op).contains("MatMul");
        assertThat(profile.operators().stream().mapToDouble(OperatorTime::share).sum())
                .isBetween(0.99, 1.01);
        assertThat(profile.operatorsToSteady()).isPositive();
        assertThat(last).hasValue(100);
    }

    @Test
    void namesTheModelThatCannotBeMeasured() {
        assertThatThrownBy(() ->
                        profiler.profile(
                                Models.unknownOperator(),
                                ProfilePlan.local(ProfileMode.RAPID, 1),
                                Progress.NONE))
                .isInstanceOf(ModelRunException.class)
                .hasMessageStartingWith("Cannot load 'made by hand': ");
    }
}
