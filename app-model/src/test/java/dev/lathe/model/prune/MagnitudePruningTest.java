package dev.lathe.model.prune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.AttributeValue.TensorValue;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.layer.Rewrite;
import dev.lathe.model.layer.Rewrite.RefusedLayer;
import dev.lathe.model.layer.RewriteException;
import dev.lathe.model.shape.TestModel;
import dev.lathe.model.work.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MagnitudePruningTest {

    @Test
    void takesTheSmallestOfAllLayersTogether() throws Exception {
        var rewrite = prune(twoLayers(), 0.5, PruneScope.GLOBAL);

        assertThat(weights(rewrite.model(), "a")).containsExactly(0, 0, 0, 0);
        assertThat(weights(rewrite.model(), "b")).containsExactly(10, -20, 30, -40);
        assertThat(rewrite.changed()).containsExactly("first");
    }

    @Test
    void takesTheSameShareOfEachLayer() throws Exception {
        var rewrite = prune(twoLayers(), 0.5, PruneScope.LAYER);

        assertThat(weights(rewrite.model(), "a")).containsExactly(0, 0, 3, -4);
        assertThat(weights(rewrite.model(), "b")).containsExactly(0, 0, 30, -40);
        assertThat(rewrite.changed()).containsExactly("first", "second");
    }

    @Test
    void leavesTheGivenModelAsItWas() throws Exception {
        var model = twoLayers();

        prune(model, 1, PruneScope.GLOBAL);

        assertThat(weights(model, "a")).containsExactly(1, -2, 3, -4);
    }

    @Test
    void changesNothingByAnAmountOfZero() throws Exception {
        var model = twoLayers();

        var rewrite = prune(model, 0, PruneScope.GLOBAL);

        assertThat(rewrite.model()).isSameAs(model);
        assertThat(rewrite.changed()).isEmpty();
    }

    @Test
    void setsEverythingToZeroByAnAmountOfOne() throws Exception {
        var rewrite = prune(twoLayers(), 1, PruneScope.LAYER);

        assertThat(weights(rewrite.model(), "a")).containsOnly(0);
        assertThat(weights(rewrite.model(), "b")).containsOnly(0);
    }

    @Test
    void takesTheFirstOfEqualMagnitudes() throws Exception {
        var model = oneLayer(new float[] {1, -1, 1, -1, 1, 0.5f});

        var rewrite = prune(model, 0.5, PruneScope.GLOBAL);

        assertThat(weights(rewrite.model(), "a")).containsExactly(0, 0, 1, -1, 1, 0);
    }

    @Test
    void countsZerosThatAreThereAlready() throws Exception {
        var model = oneLayer(new float[] {0, -0.0f, 3, 4});

        var rewrite = prune(model, 0.5, PruneScope.GLOBAL);

        assertThat(rewrite.changed()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.9, 0.999})
    void agreesWithSortingOnManyWeights(double amount) throws Exception {
        var random = new Random(7);
        var elements = new float[200_001];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = Math.round(random.nextGaussian() * 1000) / 512f;
        }

        var rewrite = prune(oneLayer(elements), amount, PruneScope.GLOBAL);

        assertThat(weights(rewrite.model(), "a")).isEqualTo(sortedReference(elements, amount));
    }

    @Test
    void leavesExcludedLayersAlone() throws Exception {
        var rewrite =
                new MagnitudePruning(1, PruneScope.GLOBAL)
                        .prune(twoLayers(), name -> !name.equals("first"), Progress.NONE);

        assertThat(weights(rewrite.model(), "a")).containsExactly(1, -2, 3, -4);
        assertThat(weights(rewrite.model(), "b")).containsOnly(0);
    }

    @Test
    void refusesALayerThatSharesItsWeightsWithAnExcludedOne() throws Exception {
        var model =
                TestModel.ofOpset(13)
                        .input("x", "1 4")
                        .constant(Tensor.ofFloats("a", new float[16], 4, 4))
                        .constant(Tensor.ofFloats("b", new float[16], 4, 4))
                        .node(Node.of("one", "MatMul", List.of("x", "a"), List.of("y")))
                        .node(Node.of("two", "MatMul", List.of("y", "a"), List.of("z")))
                        .node(Node.of("three", "MatMul", List.of("z", "b"), List.of("o")))
                        .output("o", "1 4")
                        .build();

        var rewrite =
                new MagnitudePruning(1, PruneScope.GLOBAL)
                        .prune(model, name -> !name.equals("two"), Progress.NONE);

        assertThat(rewrite.refused())
                .containsExactly(
                        new RefusedLayer(
                                "one", "it shares its weights with two, which is not selected"));
    }

    @Test
    void prunesWeightsOfConstantNodesAndBehindReshape() throws Exception {
        var constant = Tensor.ofFloats("", new float[] {1, 2, 3, 4}, 4);
        var model =
                TestModel.ofOpset(13)
                        .input("x", "1 2")
                        .ints("shape", 2, 2)
                        .node(
                                Node.of(
                                        "held",
                                        "Constant",
                                        List.of(),
                                        List.of("c"),
                                        new Attribute("value", new TensorValue(constant))))
                        .node(Node.of("view", "Reshape", List.of("c", "shape"), List.of("w")))
                        .node(Node.of("dense", "MatMul", List.of("x", "w"), List.of("y")))
                        .output("y", "1 2")
                        .build();

        var rewrite = prune(model, 0.5, PruneScope.GLOBAL);

        assertThat(rewrite.model().graph().constant("c").orElseThrow().toFloats())
                .containsExactly(0, 0, 3, 4);
    }

    @Test
    void refusesOtherTypesPerLayer() {
        var model =
                TestModel.ofOpset(13)
                        .input("x", DataType.FLOAT16, "1 2")
                        .constant(
                                new Tensor(
                                        "w",
                                        DataType.FLOAT16,
                                        List.of(2L, 2L),
                                        Tensor.ofBytes("w", DataType.INT8, new byte[8], 8)
                                                .content(),
                                        Extras.NONE))
                        .node(Node.of("dense", "MatMul", List.of("x", "w"), List.of("y")))
                        .output("y", "1 2")
                        .build();

        assertThatThrownBy(() -> prune(model, 0.5, PruneScope.GLOBAL))
                .isInstanceOf(RewriteException.class)
                .hasMessage(
                        "Cannot prune dense: its weights are float16, and only float32 is pruned");
    }

    @Test
    void saysWhenThereIsNothingToPrune() {
        var model =
                TestModel.ofOpset(13)
                        .input("x", "1 2")
                        .node(Node.of("act", "Relu", List.of("x"), List.of("y")))
                        .output("y", "1 2")
                        .build();

        assertThatThrownBy(() -> prune(model, 0.5, PruneScope.GLOBAL))
                .isInstanceOf(RewriteException.class)
                .hasMessageStartingWith("Cannot prune the model: it has no convolution");
    }

    private static Rewrite prune(ModelGraph model, double amount, PruneScope scope)
            throws RewriteException, InterruptedException {
        return new MagnitudePruning(amount, scope).prune(model, _ -> true, Progress.NONE);
    }

    private static float[] weights(ModelGraph model, String name) {
        return model.graph().constant(name).orElseThrow().toFloats();
    }

    private static float[] sortedReference(float[] elements, double amount) {
        var order = new Integer[elements.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Float.compare(Math.abs(elements[a]), Math.abs(elements[b])));
        var pruned = elements.clone();
        int count = (int) Math.floor(amount * elements.length);
        for (int i = 0; i < count; i++) {
            pruned[order[i]] = 0;
        }
        return pruned;
    }

    private static ModelGraph oneLayer(float[] elements) {
        return TestModel.ofOpset(13)
                .input("x", "1 " + elements.length)
                .constant(Tensor.ofFloats("a", elements, elements.length, 1))
                .node(Node.of("first", "MatMul", List.of("x", "a"), List.of("y")))
                .output("y", "1 1")
                .build();
    }

    private static ModelGraph twoLayers() {
        return TestModel.ofOpset(13)
                .input("x", "1 2")
                .constant(Tensor.ofFloats("a", new float[] {1, -2, 3, -4}, 2, 2))
                .constant(Tensor.ofFloats("b", new float[] {10, -20, 30, -40}, 2, 2))
                .constant(Tensor.ofFloats("bias", new float[] {0.1f, 0.1f}, 2))
                .node(Node.of("first", "MatMul", List.of("x", "a"), List.of("h")))
                .node(Node.of("second", "Gemm", List.of("h", "b", "bias"), List.of("y")))
                .output("y", "1 2")
                .build();
    }
}
