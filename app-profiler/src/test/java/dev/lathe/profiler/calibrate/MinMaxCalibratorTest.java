package dev.lathe.profiler.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.quantize.ValueRange;
import dev.lathe.model.work.Progress;
import dev.lathe.profiler.runner.ProcessModelRunner;
import dev.lathe.profiler.runner.RunnerLaunch;
import dev.lathe.profiler.testing.FakeDataset;
import dev.lathe.profiler.testing.Models;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
class MinMaxCalibratorTest {
    private static final FakeDataset DATA =
            FakeDataset.unlabelled(new float[] {1, 2, 3}, new float[] {-4, 0, 1});

    private final ProcessModelRunner runner = new ProcessModelRunner(RunnerLaunch.ofThisProcess());

    @AfterAll
    void endRunner() {
        runner.close();
    }

    @Test
    void takesTheUnionOfTheRangesOfAllSamples() throws Exception {
        var ranges =
                new MinMaxCalibrator(runner, DATA)
                        .ranges(Models.doubling(), List.of("x", "scores"), 10, Progress.NONE);

        assertThat(ranges)
                .isEqualTo(Map.of("x", new ValueRange(-4, 3), "scores", new ValueRange(-8, 6)));
    }

    @Test
    void takesNoMoreSamplesThanItMay() throws Exception {
        var ranges =
                new MinMaxCalibrator(runner, DATA)
                        .ranges(Models.doubling(), List.of("scores"), 1, Progress.NONE);

        assertThat(ranges).isEqualTo(Map.of("scores", new ValueRange(2, 6)));
    }

    @Test
    void passesOverValuesThatTheGraphDoesNotHave() throws Exception {
        var ranges =
                new MinMaxCalibrator(runner, DATA)
                        .ranges(Models.doubling(), List.of("nowhere"), 10, Progress.NONE);

        assertThat(ranges).isEmpty();
    }

    @Test
    void namesTheValueThatIsNotFinite() {
        var data = FakeDataset.unlabelled(new float[] {1, Float.POSITIVE_INFINITY, 3});

        assertThatThrownBy(() ->
                        new MinMaxCalibrator(runner, data)
                                .ranges(Models.doubling(), List.of("scores"), 10, Progress.NONE))
                .hasMessage(
                        "Cannot calibrate the model: its value 'scores' is not finite for one of"
                                + " the 1 samples from sample 0 on");
    }

    @Test
    void givesProbesTheTypeOfWhatTheyProbe() {
        var probes = RangeProbes.of(Models.doubling(), List.of("scores"));

        assertThat(probes.model().graph().outputs())
                .extracting(output -> output.tensorType().orElseThrow().element())
                .containsExactly(DataType.FLOAT, DataType.FLOAT);
    }
}
