package dev.lathe.export.pack;

import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.recipe.Recipe;
import java.util.Optional;

/// How the model in a package came about.
///
/// @param calibration empty if nothing was calibrated
public record Provenance(
        Optional<SourceModel> source, Recipe recipe, Optional<CalibrationData> calibration) {

    /// A recipe played on an original.
    public static Provenance of(ModelGraph original, Recipe recipe) {
        return new Provenance(SourceModel.of(original), recipe, Optional.empty());
    }

    /// This provenance with the data that the recipe was calibrated on.
    public Provenance withCalibration(CalibrationData data) {
        return new Provenance(source, recipe, Optional.of(data));
    }
}
