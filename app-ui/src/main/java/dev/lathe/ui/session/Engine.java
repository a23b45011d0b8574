package dev.lathe.ui.session;

import dev.lathe.model.data.DatasetException;
import dev.lathe.model.data.Preprocess;
import dev.lathe.model.edit.Edit;
import dev.lathe.model.edit.EditException;
import dev.lathe.model.edit.EditResult;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.recipe.Recipe;
import dev.lathe.model.recipe.RecipeException;
import dev.lathe.model.run.ModelRunException;
import dev.lathe.model.work.Progress;
import dev.lathe.profiler.evaluate.Evaluation;
import dev.lathe.profiler.evaluate.OutputComparison;
import dev.lathe.profiler.measure.Profile;
import dev.lathe.profiler.measure.ProfilePlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// What the workbench has done for it. Every method blocks until it is done and stops when its
/// thread is interrupted; every message of an exception is a sentence for people.
public interface Engine {

    /// Opens a model file.
    ModelGraph read(Path file) throws ModelFormatException, IOException, InterruptedException;

    /// Writes a model file, whole or not at all.
    void write(ModelGraph model, Path file)
            throws ModelFormatException, IOException, InterruptedException;

    /// Finds the types, the cost and the file size of a model without reading its weights.
    Analysis analyse(ModelGraph model) throws IOException, InterruptedException;

    /// The share of zeros among the weights of a model, 0 to 1. Reads every weight.
    double zerosShare(ModelGraph model, Progress progress) throws InterruptedException;

    /// Makes an edit.
    ///
    /// @param calibration the data to find ranges of activations with
    EditResult apply(
            ModelGraph model, Edit edit, Optional<DataChoice> calibration, Progress progress)
            throws EditException, DatasetException, InterruptedException;

    /// The preprocessing that is bundled under a name, or in the JSON file with the given path.
    Preprocess preprocess(String nameOrPath) throws DatasetException;

    /// Measures the accuracy; empty if the data have no labels.
    Optional<Evaluation> evaluate(ModelGraph model, DataChoice data, Progress progress)
            throws ModelRunException, DatasetException, InterruptedException;

    /// Measures how far the outputs are from those of a reference.
    OutputComparison compare(
            ModelGraph reference, ModelGraph other, DataChoice data, Progress progress)
            throws ModelRunException, DatasetException, InterruptedException;

    /// Measures speed and memory.
    Profile profile(ModelGraph model, ProfilePlan plan, Progress progress)
            throws ModelRunException, InterruptedException;

    /// Reads a recipe file.
    Recipe readRecipe(Path file) throws RecipeException, IOException;

    /// Writes a recipe file, whole or not at all.
    void writeRecipe(Recipe recipe, Path file) throws IOException, InterruptedException;
}
