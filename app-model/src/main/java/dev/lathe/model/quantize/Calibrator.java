package dev.lathe.model.quantize;

import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.run.ModelRunException;
import dev.lathe.model.work.Progress;
import java.util.List;
import java.util.Map;

/// Finds the ranges of activations by running a model over calibration data.
@FunctionalInterface
public interface Calibrator {

    /// A calibrator without data: it refuses.
    Calibrator NONE =
            (_, _, _, _) -> {
                throw new ModelRunException(
                        "Cannot find the ranges of activations: there is no calibration data; give"
                                + " some, or quantize dynamically");
            };

    /// The range of each of the given float values of the main graph. A value that never occurred
    /// is absent.
    ///
    /// @param limit the number of calibration samples to use at most
    Map<String, ValueRange> ranges(
            ModelGraph model, List<String> values, int limit, Progress progress)
            throws ModelRunException, InterruptedException;
}
