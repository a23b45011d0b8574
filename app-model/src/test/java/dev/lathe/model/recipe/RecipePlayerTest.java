package dev.lathe.model.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.model.edit.Edit;
import dev.lathe.model.edit.Edit.PruneMagnitude;
import dev.lathe.model.edit.Edit.QuantizeStatic;
import dev.lathe.model.edit.EditException;
import dev.lathe.model.edit.EditTools;
import dev.lathe.model.edit.LayerSelection;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.onnx.OnnxWriter;
import dev.lathe.model.prune.PruneScope;
import dev.lathe.model.quantize.Calibrator;
import dev.lathe.model.quantize.Granularity;
import dev.lathe.model.quantize.IntegerType;
import dev.lathe.model.quantize.ValueRange;
import dev.lathe.model.shape.TestModel;
import dev.lathe.model.work.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecipePlayerTest {
    private static final Edit PRUNE =
            new PruneMagnitude(0.5, PruneScope.GLOBAL, LayerSelection.ALL);
    private static final Edit QUANTIZE =
            new QuantizeStatic(
                    IntegerType.U8, IntegerType.S8, Granularity.CHANNEL, 10, LayerSelection.ALL);
    private static final Calibrator CALIBRATOR =
            (_, values, _, _) ->
                    values.stream().collect(Collectors.toMap(v -> v, _ -> new ValueRange(-1, 1)));
    private static final EditTools TOOLS = EditTools.NONE.with(CALIBRATOR);

    @Test
    void givesTheResultOfEveryEdit() throws Exception {
        var player = new RecipePlayer(model(), TOOLS);

        var steps = player.play(Recipe.EMPTY.then(PRUNE).then(QUANTIZE), Progress.NONE);

        assertThat(steps).hasSize(2);
        assertThat(steps.getLast().report().changed()).containsExactly("dense");
    }

    @Test
    void makesAnEditOnceForRecipesThatBeginAlike() throws Exception {
        var calls = new ArrayList<String>();
        Calibrator counting =
                (model, values, limit, progress) -> {
                    calls.add("call");
                    return CALIBRATOR.ranges(model, values, limit, progress);
                };
        var player = new RecipePlayer(model(), EditTools.NONE.with(counting));
        var first = player.play(Recipe.EMPTY.then(QUANTIZE), Progress.NONE);

        var again = player.play(Recipe.EMPTY.then(QUANTIZE), Progress.NONE);

        assertThat(calls).hasSize(1);
        assertThat(again.getFirst()).isSameAs(first.getFirst());
        assertThat(player.result(Recipe.EMPTY.then(QUANTIZE))).contains(first.getFirst());
    }

    @Test
    void namesTheEditThatFailed() {
        var player = new RecipePlayer(model(), EditTools.NONE);
        var recipe = Recipe.EMPTY.then(PRUNE).then(QUANTIZE);

        assertThatThrownBy(() -> player.play(recipe, Progress.NONE))
                .isInstanceOfSatisfying(
                        EditException.class, e -> assertThat(e.edit()).isEqualTo(QUANTIZE))
                .hasMessageContaining("there is no calibration data");
        assertThat(player.result(recipe.prefix(1))).isPresent();
    }

    @Test
    void givesTheSameBytesEveryTime(@TempDir Path folder) throws Exception {
        var recipe = Recipe.EMPTY.then(PRUNE).then(QUANTIZE);
        var files = List.of(folder.resolve("a.onnx"), folder.resolve("b.onnx"));

        for (Path file : files) {
            var steps = new RecipePlayer(model(), TOOLS).play(recipe, Progress.NONE);
            OnnxWriter.write(steps.getLast().model(), file);
        }

        assertThat(Files.mismatch(files.get(0), files.get(1))).isEqualTo(-1);
    }

    @Test
    void countsProgressOverAllEdits() throws Exception {
        var seen = new ArrayList<Double>();

        new RecipePlayer(model(), TOOLS)
                .play(
                        Recipe.EMPTY.then(PRUNE).then(QUANTIZE),
                        (done, total) -> seen.add((double) done / total));

        assertThat(seen).isSorted().first().isEqualTo(0.0);
        assertThat(seen.getLast()).isEqualTo(1.0);
    }

    private static ModelGraph model() {
        return TestModel.ofOpset(13)
                .input("x", "n 4")
                .constant(Tensor.ofFloats("w", new float[] {1, -2, 3, -4, 5, -6, 7, -8}, 4, 2))
                .node(Node.of("dense", "MatMul", List.of("x", "w"), List.of("y")))
                .output("y", "n 2")
                .build();
    }
}
