package dev.lathe.profiler.evaluate;

import dev.lathe.model.graph.Tensor;
import dev.lathe.model.run.ModelRunException;
import dev.lathe.profiler.feed.TensorCast;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What one run gave for a batch.
///
/// @param samples how many samples the batch had
/// @param slots how many it had room for
record RunOutputs(Map<String, Tensor> outputs, int samples, int slots) {

    /// The outputs of real numbers.
    ///
    /// @throws ModelRunException if there is none
    List<Tensor> real() throws ModelRunException {
        var real = outputs.values().stream().filter(o -> TensorCast.isReal(o.type())).toList();
        if (real.isEmpty()) {
            throw new ModelRunException(
                    "Cannot compare the models: none of their outputs holds real numbers");
        }
        return real;
    }

    /// The output of real numbers with a name.
    Optional<Tensor> find(String name) {
        return Optional.ofNullable(outputs.get(name)).filter(o -> TensorCast.isReal(o.type()));
    }

    /// The class scores; for a model that is no classifier, its first output of real numbers.
    Scores scores() throws ModelRunException {
        var scores = Scores.pick(outputs, slots);
        return scores.isPresent() ? scores.get() : parts(real().getFirst());
    }

    /// The numbers of an output that belong to each sample.
    Scores parts(Tensor output) throws ModelRunException {
        if (!output.sizes().isEmpty() && output.sizes().getFirst() == slots) {
            return Scores.of(output, slots);
        }
        if (samples == 1) {
            return Scores.of(output, 1);
        }
        throw new ModelRunException(
                "Cannot compare the models: the output '"
                        + output.name()
                        + "' is "
                        + output.shape()
                        + ", which does not tell the "
                        + slots
                        + " samples of a batch apart");
    }
}
