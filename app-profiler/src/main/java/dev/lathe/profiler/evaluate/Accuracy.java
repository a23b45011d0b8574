package dev.lathe.profiler.evaluate;

import dev.lathe.model.data.DatasetException;
import dev.lathe.model.data.Sample;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.run.ModelRunException;
import dev.lathe.profiler.feed.Batch;
import java.util.Map;
import java.util.stream.Collectors;

/// Counts how often the right class is the best or among the best five.
final class Accuracy {
    private static final int FEW = 5;

    private final int labels;
    private int samples;
    private int best;
    private int amongFew;

    /// @param labels how many classes the data names; 0 if it names none
    Accuracy(int labels) {
        this.labels = labels;
    }

    void add(Batch batch, Map<String, Tensor> outputs) throws ModelRunException, DatasetException {
        var scores = Scores.pick(outputs, batch.slots()).orElseThrow(() -> noScores(outputs));
        if (labels > 0 && labels != scores.classes()) {
            throw new DatasetException(
                    "The data set has "
                            + labels
                            + " classes, but the model tells "
                            + scores.classes()
                            + " apart; choose other data, or a preprocessing whose labels name all"
                            + " classes of the model");
        }
        for (int i = 0; i < batch.samples().size(); i++) {
            count(scores, i, batch.samples().get(i));
        }
    }

    private void count(Scores scores, int position, Sample sample) throws DatasetException {
        int label = sample.label().orElse(-1);
        if (label < 0 || label >= scores.classes()) {
            throw new DatasetException(
                    "The sample "
                            + sample.id()
                            + (label < 0
                                    ? " has no label"
                                    : " is of class "
                                            + label
                                            + ", but the model tells only "
                                            + scores.classes()
                                            + " classes apart"));
        }
        int rank = scores.rank(position, label);
        samples++;
        best += rank == 0 ? 1 : 0;
        amongFew += rank < FEW ? 1 : 0;
    }

    Evaluation result() {
        return new Evaluation(samples, (double) best / samples, (double) amongFew / samples);
    }

    private static ModelRunException noScores(Map<String, Tensor> outputs) {
        return new ModelRunException(
                "Cannot tell the accuracy of the model: none of its outputs ("
                        + outputs.values().stream()
                                .map(output -> output.name() + " " + output.shape())
                                .collect(Collectors.joining(", "))
                        + ") has one number for each class");
    }
}
