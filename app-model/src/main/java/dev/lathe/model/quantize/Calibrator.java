package dev.lathe.model.quantize;

import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.run.ModelRunException;
import dev.lathe.model.work.Progress;
import java.util.List;
import java.util.Map;

/// Finds the ranges of activations by running a model over calibration data.
@FunctionalInterface
public interface Calibrator {

    /// The range of each of the given float values of the main graph. A value that never occurred
    /// is absent.
    Map<String, ValueRange> ranges(ModelGraph model, List<String> values, Progress progress)
            throws ModelRunException, InterruptedException;
}
