package dev.lathe.ui.testing;

import dev.lathe.model.cost.AtLeast;
import dev.lathe.model.cost.ModelCost;
import dev.lathe.model.data.Preprocess;
import dev.lathe.model.data.Presets;
import dev.lathe.model.edit.Edit;
import dev.lathe.model.edit.EditException;
import dev.lathe.model.edit.EditResult;
import dev.lathe.model.edit.EditTools;
import dev.lathe.model.edit.Edits;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.ModelHeader;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.Value;
import dev.lathe.model.graph.ValueType.TensorType;
import dev.lathe.model.layer.LayerWeights;
import dev.lathe.model.recipe.Recipe;
import dev.lathe.model.run.ModelRunException;
import dev.lathe.model.shape.InferredTypes;
import dev.lathe.model.work.Progress;
import dev.lathe.profiler.evaluate.Evaluation;
import dev.lathe.profiler.evaluate.OutputComparison;
import dev.lathe.profiler.measure.OperatorTime;
import dev.lathe.profiler.measure.Profile;
import dev.lathe.profiler.measure.ProfilePlan;
import dev.lathe.ui.session.Analysis;
import dev.lathe.ui.session.DataChoice;
import dev.lathe.ui.session.Engine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// An engine that makes real edits to a small model and knows its measures beforehand.
public final class ToyEngine implements Engine {
    private final List<ProfilePlan> plans = new ArrayList<>();
    private Optional<String> runnerFailure = Optional.empty();
    private double medianMs = 0.8;
    private Recipe stored = Recipe.EMPTY;

    /// A convolution `conv1` with weights 1 to 18, a `relu1` and a dense layer `fc` with weights 1
    /// to 8.
    public static ModelGraph model() {
        var nodes =
                List.of(
                        Node.of("conv1", "Conv", List.of("x", "w1"), List.of("c")),
                        Node.of("relu1", "Relu", List.of("c"), List.of("r")),
                        Node.of("fc", "MatMul", List.of("r", "w2"), List.of("y")));
        var opsets = new LinkedHashMap<String, Long>();
        opsets.put("", 17L);
        return new ModelGraph(
                new ModelHeader(8, opsets, "toy", "1", "", 0, "", new LinkedHashMap<>()),
                new Graph(
                        "toy",
                        nodes,
                        List.of(value("x", 1, 1, 4, 4)),
                        List.of(value("y", 1, 2, 2, 4)),
                        List.of(),
                        List.of(
                                Tensor.ofFloats("w1", upTo(18), 2, 1, 3, 3),
                                Tensor.ofFloats("w2", upTo(8), 2, 4)),
                        Extras.NONE));
    }

    /// Makes every later measurement fail with a sentence.
    public void failWith(String sentence) {
        runnerFailure = Optional.of(sentence);
    }

    /// Makes later measurements have a median.
    public void setMedianMs(double newMedianMs) {
        medianMs = newMedianMs;
    }

    /// What was to be measured, in order.
    public List<ProfilePlan> plans() {
        return plans;
    }

    @Override
    public ModelGraph read(Path file) {
        return model();
    }

    @Override
    public void write(ModelGraph model, Path file) {}

    @Override
    public Analysis analyse(ModelGraph model) {
        var cost =
                new ModelCost(
                        new LinkedHashMap<>(),
                        26,
                        104,
                        new LinkedHashMap<>(),
                        new AtLeast(1000, 0),
                        new AtLeast(456_789, 0));
        return new Analysis(InferredTypes.NONE, cost, 1_480_000);
    }

    @Override
    public double zerosShare(ModelGraph model, Progress progress) {
        long weights = 0;
        long zeros = 0;
        for (var weight : LayerWeights.find(model.graph())) {
            for (float element : weight.tensor().toFloats()) {
                weights++;
                zeros += element == 0 ? 1 : 0;
            }
        }
        return (double) zeros / weights;
    }

    @Override
    public EditResult apply(
            ModelGraph model, Edit edit, Optional<DataChoice> calibration, Progress progress)
            throws EditException, InterruptedException {
        return Edits.apply(model, edit, EditTools.NONE, progress);
    }

    @Override
    public Preprocess preprocess(String nameOrPath) {
        return Presets.find(nameOrPath).orElseThrow();
    }

    @Override
    public Optional<Evaluation> evaluate(ModelGraph model, DataChoice data, Progress progress)
            throws ModelRunException {
        checkRunner();
        return Optional.of(Figures.evaluation(0.921));
    }

    @Override
    public OutputComparison compare(
            ModelGraph reference, ModelGraph other, DataChoice data, Progress progress) {
        return Figures.comparison();
    }

    @Override
    public Profile profile(ModelGraph model, ProfilePlan plan, Progress progress)
            throws ModelRunException {
        checkRunner();
        plans.add(plan);
        return Figures.profile(
                medianMs,
                List.of(
                        new OperatorTime("conv1_nchwc", "Conv", 0.5, 0.7),
                        new OperatorTime("fc", "MatMul", 0.2, 0.28),
                        new OperatorTime("ReorderOutput_token_3", "ReorderOutput", 0.01, 0.02)));
    }

    @Override
    public Recipe readRecipe(Path file) {
        return stored;
    }

    @Override
    public void writeRecipe(Recipe recipe, Path file) {
        stored = recipe;
    }

    private void checkRunner() throws ModelRunException {
        if (runnerFailure.isPresent()) {
            throw new ModelRunException(runnerFailure.get());
        }
    }

    private static Value value(String name, long... sizes) {
        return new Value(name, new TensorType(DataType.FLOAT, Shape.of(sizes)));
    }

    private static float[] upTo(int count) {
        var elements = new float[count];
        for (int i = 0; i < count; i++) {
            elements[i] = i + 1;
        }
        return elements;
    }
}
