package dev.lathe.profiler.evaluate;

import dev.lathe.model.data.Dataset;
import dev.lathe.model.data.DatasetException;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.run.ModelRunException;
import dev.lathe.model.run.ModelRunner;
import dev.lathe.model.work.Progress;
import dev.lathe.profiler.feed.Batch;
import dev.lathe.profiler.feed.BatchFeed;
import dev.lathe.profiler.feed.ModelInput;
import dev.lathe.profiler.feed.RealOutputs;
import java.util.Map;
import java.util.Optional;

/// Runs models over data sets: how often they are right, and how far two of them are apart.
///
/// The same model and data give the same figures, in whatever order threads come along. Inputs and
/// outputs of integers that state a scale are taken as the real numbers that they stand for, so
/// that a quantized model is fed and compared like the one that it was made from.
public final class Evaluator {
    private final ModelRunner runner;

    public Evaluator(ModelRunner runner) {
        this.runner = runner;
    }

    /// The accuracy of a classifier. The scores are the first output that has a number for each
    /// class of each sample.
    ///
    /// @throws DatasetException if the data has no labels or does not fit the model
    public Evaluation evaluate(ModelGraph model, Dataset data, Progress progress)
            throws ModelRunException, DatasetException, InterruptedException {
        if (!data.isLabelled()) {
            throw new DatasetException(
                    "The data set has no labels, so accuracy cannot be told; compare the model"
                            + " with another on it instead");
        }
        var input = ModelInput.of(model, data);
        var accuracy = new Accuracy(data.labels().size());
        try (var session = runner.open(model);
                var feed = new BatchFeed(data, input)) {
            for (Optional<Batch> next = feed.next(); next.isPresent(); next = feed.next()) {
                progress.checkCancelled();
                var batch = next.get();
                var outputs = session.run(Map.of(input.name(), batch.input()));
                accuracy.add(batch, RealOutputs.of(model, outputs));
                progress.update(batch.first() + batch.samples().size(), data.size());
            }
        }
        return accuracy.result();
    }

    /// How far the outputs of a model are from those of a reference.
    ///
    /// @throws DatasetException if the data does not fit the models
    public OutputComparison compare(
            ModelGraph reference, ModelGraph other, Dataset data, Progress progress)
            throws ModelRunException, DatasetException, InterruptedException {
        var first = ModelInput.of(reference, data);
        var second = ModelInput.of(other, data);
        var difference = new OutputDifference();
        // one batch size for both, or the feeds would not be in step
        int batch = Math.min(first.batch(), second.batch());
        var referenceInput = first.withBatch(batch);
        var otherInput = second.withBatch(batch);
        try (var referenceSession = runner.open(reference);
                var otherSession = runner.open(other);
                var feed = new BatchFeed(data, referenceInput)) {
            for (Optional<Batch> next = feed.next(); next.isPresent(); next = feed.next()) {
                progress.checkCancelled();
                var each = next.get();
                int samples = each.samples().size();
                difference.add(
                        new RunOutputs(
                                RealOutputs.of(
                                        reference,
                                        referenceSession.run(
                                                Map.of(referenceInput.name(), each.input()))),
                                samples,
                                each.slots()),
                        new RunOutputs(
                                RealOutputs.of(
                                        other,
                                        otherSession.run(
                                                Map.of(
                                                        otherInput.name(),
                                                        otherInput.assemble(each)))),
                                samples,
                                otherInput.slots(samples)));
                progress.update(each.first() + samples, data.size());
            }
        }
        return difference.result();
    }
}
