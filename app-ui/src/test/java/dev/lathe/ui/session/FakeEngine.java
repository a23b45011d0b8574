package dev.lathe.ui.session;

import dev.lathe.model.cost.AtLeast;
import dev.lathe.model.cost.ModelCost;
import dev.lathe.model.data.Preprocess;
import dev.lathe.model.data.Preprocess.Channels;
import dev.lathe.model.data.Preprocess.Layout;
import dev.lathe.model.edit.Edit;
import dev.lathe.model.edit.Edit.PruneMagnitude;
import dev.lathe.model.edit.EditException;
import dev.lathe.model.edit.EditReport;
import dev.lathe.model.edit.EditResult;
import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.ModelHeader;
import dev.lathe.model.graph.Node;
import dev.lathe.model.recipe.Recipe;
import dev.lathe.model.shape.InferredTypes;
import dev.lathe.model.work.Progress;
import dev.lathe.profiler.evaluate.Evaluation;
import dev.lathe.profiler.evaluate.OutputComparison;
import dev.lathe.profiler.measure.LatencyStatistics;
import dev.lathe.profiler.measure.MemoryFigures;
import dev.lathe.profiler.measure.Profile;
import dev.lathe.profiler.measure.ProfilePlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// An engine whose models are chains of two layers; each edit adds a layer, and an edit of an
/// amount of 1 fails. It counts what it is asked to do.
public final class FakeEngine implements Engine {
    public final List<String> calls = new ArrayList<>();
    private Recipe stored = Recipe.EMPTY;

    /// A model of the given layers.
    public static ModelGraph chain(String... layers) {
        var nodes = new ArrayList<Node>();
        for (String layer : layers) {
            nodes.add(Node.of(layer, "Relu", List.of("x"), List.of(layer + "_out")));
        }
        var header =
                new ModelHeader(
                        8, new LinkedHashMap<>(), "test", "1", "", 0, "", new LinkedHashMap<>());
        return new ModelGraph(
                header,
                new Graph("g", nodes, List.of(), List.of(), List.of(), List.of(), Extras.NONE));
    }

    @Override
    public ModelGraph read(Path file) throws ModelFormatException {
        calls.add("read " + file.getFileName());
        if (file.endsWith("bad.onnx")) {
            throw new ModelFormatException("Cannot open bad.onnx: it is no model.");
        }
        return chain("first", "second");
    }

    @Override
    public void write(ModelGraph model, Path file) {
        calls.add("write " + file.getFileName());
    }

    @Override
    public Analysis analyse(ModelGraph model) {
        var cost =
                new ModelCost(
                        new LinkedHashMap<>(),
                        10,
                        40,
                        new LinkedHashMap<>(),
                        new AtLeast(100, 0),
                        AtLeast.UNKNOWN);
        return new Analysis(InferredTypes.NONE, cost, 1000 - model.graph().nodes().size());
    }

    @Override
    public double zerosShare(ModelGraph model, Progress progress) {
        return 0.25;
    }

    @Override
    public EditResult apply(
            ModelGraph model, Edit edit, Optional<DataChoice> calibration, Progress progress)
            throws EditException {
        calls.add("apply");
        if (edit instanceof PruneMagnitude(double amount, _, _) && amount == 1) {
            throw new EditException(edit, "Cannot prune all.");
        }
        var nodes = new ArrayList<>(model.graph().nodes());
        nodes.add(
                Node.of("edit" + nodes.size(), "Relu", List.of("x"), List.of("e" + nodes.size())));
        var changed = model.withGraph(model.graph().edit().replaceNodes(nodes).build());
        return new EditResult(
                changed, new EditReport(List.of("first"), List.of(), List.of(), List.of()));
    }

    @Override
    public Preprocess preprocess(String nameOrPath) {
        return new Preprocess(
                Optional.empty(),
                Optional.empty(),
                Layout.NCHW,
                Channels.GRAY,
                1,
                List.of(),
                List.of(),
                List.of());
    }

    @Override
    public Optional<Evaluation> evaluate(ModelGraph model, DataChoice data, Progress progress) {
        calls.add("evaluate");
        return Optional.of(new Evaluation(100, 0.9, 0.99));
    }

    @Override
    public OutputComparison compare(
            ModelGraph reference, ModelGraph other, DataChoice data, Progress progress) {
        calls.add("compare");
        return new OutputComparison(100, 30, 0.999, 0.98, 0.1);
    }

    @Override
    public Profile profile(ModelGraph model, ProfilePlan plan, Progress progress) {
        calls.add("profile");
        return new Profile(
                new LatencyStatistics(3, 1, 2, 2, 3, 3, 3, 0.1, 0.05),
                List.of(1.0, 2.0, 3.0),
                10,
                5,
                new MemoryFigures(
                        40, OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty()),
                true,
                List.of(),
                List.of(),
                new LinkedHashMap<>(),
                List.of(),
                1);
    }

    @Override
    public Recipe readRecipe(Path file) {
        return stored;
    }

    @Override
    public void writeRecipe(Recipe recipe, Path file) {
        stored = recipe;
    }
}
