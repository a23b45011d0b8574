package dev.lathe.app.context;

import dev.lathe.model.cost.SampleCost;
import dev.lathe.model.data.Dataset;
import dev.lathe.model.data.DatasetException;
import dev.lathe.model.data.Datasets;
import dev.lathe.model.data.Preprocess;
import dev.lathe.model.data.Presets;
import dev.lathe.model.edit.Edit;
import dev.lathe.model.edit.EditException;
import dev.lathe.model.edit.EditResult;
import dev.lathe.model.edit.EditTools;
import dev.lathe.model.edit.Edits;
import dev.lathe.model.format.ModelFiles;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.onnx.ModelSize;
import dev.lathe.model.prune.ZeroShare;
import dev.lathe.model.quantize.Calibrator;
import dev.lathe.model.recipe.Recipe;
import dev.lathe.model.recipe.RecipeException;
import dev.lathe.model.recipe.RecipeJson;
import dev.lathe.model.run.ModelRunException;
import dev.lathe.model.shape.ShapeInference;
import dev.lathe.model.work.AtomicFile;
import dev.lathe.model.work.Progress;
import dev.lathe.profiler.calibrate.MinMaxCalibrator;
import dev.lathe.profiler.evaluate.Evaluation;
import dev.lathe.profiler.evaluate.OutputComparison;
import dev.lathe.profiler.measure.Profile;
import dev.lathe.profiler.measure.ProfilePlan;
import dev.lathe.ui.session.Analysis;
import dev.lathe.ui.session.DataChoice;
import dev.lathe.ui.session.Engine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Does the work of the window with the parts of this program, on this machine.
public final class LocalEngine implements Engine {
    private final AppContext context;

    public LocalEngine(AppContext context) {
        this.context = context;
    }

    @Override
    public ModelGraph read(Path file) throws ModelFormatException {
        return ModelFiles.read(file);
    }

    @Override
    public void write(ModelGraph model, Path file)
            throws ModelFormatException, IOException, InterruptedException {
        ModelFiles.write(model, file);
    }

    @Override
    public Analysis analyse(ModelGraph model) {
        var types = ShapeInference.infer(model);
        return new Analysis(types, SampleCost.of(model), ModelSize.bytes(model));
    }

    @Override
    public double zerosShare(ModelGraph model, Progress progress) throws InterruptedException {
        return ZeroShare.of(model.graph(), progress);
    }

    @Override
    public EditResult apply(
            ModelGraph model, Edit edit, Optional<DataChoice> calibration, Progress progress)
            throws EditException, DatasetException, InterruptedException {
        var calibrator =
                calibration.isPresent()
                        ? new MinMaxCalibrator(context.runner(), open(calibration.get()))
                        : Calibrator.NONE;
        return Edits.apply(model, edit, new EditTools(calibrator, context.runner()), progress);
    }

    @Override
    public Preprocess preprocess(String nameOrPath) throws DatasetException {
        return Presets.resolve(nameOrPath);
    }

    @Override
    public Optional<Evaluation> evaluate(ModelGraph model, DataChoice data, Progress progress)
            throws ModelRunException, DatasetException, InterruptedException {
        var dataset = open(data);
        return dataset.isLabelled()
                ? Optional.of(context.evaluator().evaluate(model, dataset, progress))
                : Optional.empty();
    }

    @Override
    public OutputComparison compare(
            ModelGraph reference, ModelGraph other, DataChoice data, Progress progress)
            throws ModelRunException, DatasetException, InterruptedException {
        return context.evaluator().compare(reference, other, open(data), progress);
    }

    @Override
    public Profile profile(ModelGraph model, ProfilePlan plan, Progress progress)
            throws ModelRunException, InterruptedException {
        return context.profiler().profile(model, plan, progress);
    }

    @Override
    public Recipe readRecipe(Path file) throws RecipeException, IOException {
        return RecipeJson.read(Files.readString(file));
    }

    @Override
    public void writeRecipe(Recipe recipe, Path file) throws IOException, InterruptedException {
        var json = RecipeJson.write(recipe).getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, stream -> stream.write(json));
    }

    private static Dataset open(DataChoice data) throws DatasetException {
        var whole = Datasets.open(data.path(), data.preprocess());
        return data.limit() < whole.size() ? whole.slice(0, data.limit()) : whole;
    }
}
