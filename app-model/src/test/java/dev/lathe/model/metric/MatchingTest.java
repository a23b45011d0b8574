package dev.lathe.model.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.metric.ValueSet.Naming;
import dev.lathe.model.outline.Outline;
import dev.lathe.model.shape.InferredTypes;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MatchingTest {
    private final ModelGraph model = CostValuesTest.modules();

    @Test
    void findsLayersByTheirNamesAndByWhatTheyProduce() {
        var matched = match(Naming.NODES, Map.of("/a/MatMul", 1.0, "y", 2.0));

        assertThat(matched.values().layers().get("/a/MatMul")).isEqualTo(Amount.of(1));
        assertThat(matched.values().layers().get("/c/Tanh")).isEqualTo(Amount.of(2));
        assertThat(matched.layers()).isEqualTo(2);
    }

    @Test
    void findsALayerByAWeightThatOnlyItReads() {
        var matched = match(Naming.NODES, Map.of("v", 1.0, "w", 2.0));

        assertThat(matched.values().layers()).containsOnlyKeys("/b/MatMul_1");
        assertThat(matched.unmatched()).containsExactly("w");
    }

    @Test
    void saysWhatItDoesNotFind() {
        var matched = match(Naming.NODES, Map.of("elsewhere", 1.0));

        assertThat(matched.layers()).isZero();
        assertThat(matched.unmatched()).containsExactly("elsewhere");
        assertThat(matched.values().isEmpty()).isTrue();
    }

    @Test
    void addsUpTheLayersOfAGroupThatHaveAValue() {
        var matched = match(Naming.NODES, Map.of("/a/MatMul", 1.0, "/a/MatMul_1", 2.0));

        assertThat(matched.values().groups().get("a")).isEqualTo(new Amount(3, 0, 2));
        assertThat(matched.values().groups()).doesNotContainKey("b");
    }

    @Test
    void takesTheValueThatTheFileGivesAGroup() {
        var matched = match(Naming.NODES, Map.of("/a/MatMul", 1.0, "a", 10.0));

        assertThat(matched.values().groups().get("a")).isEqualTo(Amount.of(10));
    }

    @Test
    void findsTheLayersThatARuntimeMadeItsNodesOf() {
        var matched =
                match(Naming.RUNTIME, Map.of("/a/MatMul_1_fused", 1.0, "Reorder /c/Relu", 2.0));

        assertThat(matched.values().layers()).containsOnlyKeys("/a/MatMul_1", "/c/Relu");
        assertThat(matched.unmatched()).isEmpty();
    }

    @Test
    void givesTheTimeOfFusedNodesToTheFirst() {
        var values = new LinkedHashMap<>(Map.of("y_nchwc", 1.0, "s", 2.0));
        var set =
                new ValueSet(
                        "test",
                        Unit.MILLISECONDS,
                        Combination.SUM,
                        Naming.RUNTIME,
                        values,
                        Map.of("y_nchwc", "FusedMatMul", "s", "Softmax"),
                        0);

        var matched = Matching.of(set, model, Outline.of(model, InferredTypes.NONE));

        assertThat(matched.values().layers().get("/b/MatMul_1")).isEqualTo(new Amount(3, 0, 2));
        assertThat(matched.values().layers()).doesNotContainKey("/c/Tanh");
    }

    private Matching.Matched match(Naming naming, Map<String, Double> values) {
        var set =
                new ValueSet(
                        "test",
                        Unit.COUNT,
                        Combination.SUM,
                        naming,
                        new LinkedHashMap<>(values),
                        0);
        return Matching.of(set, model, Outline.of(model, InferredTypes.NONE));
    }
}
