package dev.lathe.ui.session;

import dev.lathe.model.cost.CostAnalysis;
import dev.lathe.model.data.Preprocess;
import dev.lathe.model.edit.Edit;
import dev.lathe.model.edit.EditException;
import dev.lathe.model.edit.EditResult;
import dev.lathe.model.edit.EditTools;
import dev.lathe.model.edit.Edits;
import dev.lathe.model.format.ModelFiles;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.recipe.Recipe;
import dev.lathe.model.shape.ShapeInference;
import dev.lathe.model.work.Progress;
import dev.lathe.profiler.evaluate.Evaluation;
import dev.lathe.profiler.evaluate.OutputComparison;
import dev.lathe.profiler.measure.Profile;
import dev.lathe.profiler.measure.ProfilePlan;
import java.nio.file.Path;
import java.util.Optional;

/// An engine that reads and edits real models but only pretends to run them.
public final class SampleEngine implements Engine {
    private final FakeEngine pretended = new FakeEngine();

    @Override
    public ModelGraph read(Path file) throws ModelFormatException {
        return ModelFiles.read(file);
    }

    @Override
    public void write(ModelGraph model, Path file) {
        pretended.write(model, file);
    }

    @Override
    public Analysis analyse(ModelGraph model) {
        var types = ShapeInference.infer(model);
        return new Analysis(types, CostAnalysis.compute(model, types), 1000);
    }

    @Override
    public double zerosShare(ModelGraph model, Progress progress) {
        return 0.25;
    }

    @Override
    public EditResult apply(
            ModelGraph model, Edit edit, Optional<DataChoice> calibration, Progress progress)
            throws EditException, InterruptedException {
        return Edits.apply(model, edit, EditTools.NONE, progress);
    }

    @Override
    public Preprocess preprocess(String nameOrPath) {
        return pretended.preprocess(nameOrPath);
    }

    @Override
    public Optional<Evaluation> evaluate(ModelGraph model, DataChoice data, Progress progress) {
        return pretended.evaluate(model, data, progress);
    }

    @Override
    public OutputComparison compare(
            ModelGraph reference, ModelGraph other, DataChoice data, Progress progress) {
        return pretended.compare(reference, other, data, progress);
    }

    @Override
    public Profile profile(ModelGraph model, ProfilePlan plan, Progress progress) {
        return pretended.profile(model, plan, progress);
    }

    @Override
    public Recipe readRecipe(Path file) {
        return pretended.readRecipe(file);
    }

    @Override
    public void writeRecipe(Recipe recipe, Path file) {
        pretended.writeRecipe(recipe, file);
    }
}
