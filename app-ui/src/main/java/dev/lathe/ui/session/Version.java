package dev.lathe.ui.session;

import dev.lathe.model.cost.ModelCost;
import dev.lathe.model.edit.Edit;
import dev.lathe.model.edit.EditReport;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.shape.InferredTypes;
import dev.lathe.profiler.evaluate.Evaluation;
import dev.lathe.profiler.evaluate.OutputComparison;
import dev.lathe.profiler.measure.Profile;
import java.util.Optional;

/// The model after one step of the recipe, with all that is known of it.
///
/// @param step the number of edits made; 0 for the original
/// @param edit the last of them; empty for the original
/// @param report what that edit did
/// @param analysis types, cost and file size
/// @param zerosShare zeros among the weights, 0 to 1; empty until they are counted
/// @param comparison with the outputs of the original
public record Version(
        int step,
        Optional<Edit> edit,
        Optional<EditReport> report,
        ModelGraph model,
        Analysis analysis,
        Optional<Double> zerosShare,
        Optional<Evaluation> evaluation,
        Optional<OutputComparison> comparison,
        Optional<Profile> profile) {

    /// The model as its file holds it.
    static Version original(ModelGraph model, Analysis analysis) {
        return new Version(
                0,
                Optional.empty(),
                Optional.empty(),
                model,
                analysis,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// The model one edit after another version.
    static Version after(
            Version previous, Edit edit, EditReport report, ModelGraph model, Analysis analysis) {
        return new Version(
                previous.step + 1,
                Optional.of(edit),
                Optional.of(report),
                model,
                analysis,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public boolean isOriginal() {
        return step == 0;
    }

    public InferredTypes types() {
        return analysis.types();
    }

    public ModelCost cost() {
        return analysis.cost();
    }

    /// The size of the file, with external data.
    public long fileBytes() {
        return analysis.fileBytes();
    }

    /// Whether this is a version with just the given model, not one that is equal to it.
    @SuppressWarnings("ReferenceEquality") // comparing two large models takes long
    boolean isOf(ModelGraph other) {
        return model == other;
    }

    Version withZerosShare(double share) {
        return new Version(
                step,
                edit,
                report,
                model,
                analysis,
                Optional.of(share),
                evaluation,
                comparison,
                profile);
    }

    Version withMeasures(
            Optional<Evaluation> newEvaluation, Optional<OutputComparison> newComparison) {
        return new Version(
                step,
                edit,
                report,
                model,
                analysis,
                zerosShare,
                newEvaluation,
                newComparison,
                profile);
    }

    Version withProfile(Profile measured) {
        return new Version(
                step,
                edit,
                report,
                model,
                analysis,
                zerosShare,
                evaluation,
                comparison,
                Optional.of(measured));
    }
}
