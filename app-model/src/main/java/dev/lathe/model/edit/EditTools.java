package dev.lathe.model.edit;

import dev.lathe.model.quantize.Calibrator;
import dev.lathe.model.run.ModelRunner;

/// What edits may use besides the model.
///
/// @param calibrator asked only by edits that need the ranges of activations
/// @param runner asked only by edits that have a model executed
public record EditTools(Calibrator calibrator, ModelRunner runner) {

    /// No data and no runtime: enough for edits that only compute on the model.
    public static final EditTools NONE = new EditTools(Calibrator.NONE, ModelRunner.NONE);

    /// These tools with a calibrator.
    public EditTools with(Calibrator other) {
        return new EditTools(other, runner);
    }

    /// These tools with a runner.
    public EditTools with(ModelRunner other) {
        return new EditTools(calibrator, other);
    }
}
