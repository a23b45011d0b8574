package dev.lathe.profiler.calibrate;

import dev.lathe.model.data.Dataset;
import dev.lathe.model.data.DatasetException;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.quantize.Calibrator;
import dev.lathe.model.quantize.ValueRange;
import dev.lathe.model.run.ModelRunException;
import dev.lathe.model.run.ModelRunner;
import dev.lathe.model.work.Progress;
import dev.lathe.profiler.feed.Batch;
import dev.lathe.profiler.feed.BatchFeed;
import dev.lathe.profiler.feed.ModelInput;
import dev.lathe.profiler.feed.TensorCast;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Takes the smallest and the largest element that a value ever had. Only these two numbers of each
/// value and batch leave the runner, so that memory does not grow with the data.
public final class MinMaxCalibrator implements Calibrator {
    private final ModelRunner runner;
    private final Dataset data;

    public MinMaxCalibrator(ModelRunner runner, Dataset data) {
        this.runner = runner;
        this.data = data;
    }

    @Override
    public Map<String, ValueRange> ranges(
            ModelGraph model, List<String> values, int limit, Progress progress)
            throws ModelRunException, InterruptedException {
        try {
            return measure(model, RangeProbes.of(model, values), data.slice(0, limit), progress);
        } catch (DatasetException e) {
            throw new ModelRunException(String.valueOf(e.getMessage()), e);
        }
    }

    private Map<String, ValueRange> measure(
            ModelGraph model, RangeProbes probes, Dataset samples, Progress progress)
            throws ModelRunException, DatasetException, InterruptedException {
        var ranges = new LinkedHashMap<String, ValueRange>();
        if (probes.isEmpty()) {
            return ranges;
        }
        var input = ModelInput.of(model, samples);
        try (var session = runner.open(probes.model());
                var feed = new BatchFeed(samples, input)) {
            for (Optional<Batch> next = feed.next(); next.isPresent(); next = feed.next()) {
                progress.checkCancelled();
                var batch = next.get();
                collect(probes, session.run(Map.of(input.name(), batch.input())), batch, ranges);
                progress.update(batch.first() + batch.samples().size(), samples.size());
            }
        }
        return ranges;
    }

    private static void collect(
            RangeProbes probes,
            Map<String, Tensor> outputs,
            Batch batch,
            Map<String, ValueRange> ranges)
            throws ModelRunException {
        for (var probe : probes.probes()) {
            var range = new ValueRange(scalar(outputs, probe.min()), scalar(outputs, probe.max()));
            if (!Float.isFinite(range.min()) || !Float.isFinite(range.max())) {
                throw new ModelRunException(
                        "Cannot calibrate the model: its value '"
                                + probe.value()
                                + "' is not finite for one of the "
                                + batch.samples().size()
                                + " samples from "
                                + batch.samples().getFirst().id()
                                + " on");
            }
            ranges.merge(probe.value(), range, ValueRange::union);
        }
    }

    private static float scalar(Map<String, Tensor> outputs, String name) {
        var output = outputs.get(name);
        return output == null ? Float.NaN : TensorCast.toFloats(output)[0];
    }
}
