package dev.lathe.profiler.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.profiler.testing.Models;
import dev.lathe.profiler.trace.OperatorTrace;
import dev.lathe.profiler.trace.OperatorTrace.Operator;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TfliteLayersTest {

    @Test
    void addsUpTheStepsOfALayer() {
        assertThat(
                        named(
                                new Operator("node:0", "Add (ND)", 1),
                                new Operator("node:0", "Clamp (NC)", 2),
                                new Operator("node:1", "RELU", 4)))
                .containsExactly(
                        new Operator("dense", "MatMul", 3), new Operator("relu", "Relu", 4));
    }

    @Test
    void keepsTheNamesOfTheDelegateWhereNoLayerIsKnown() {
        var operators = named(new Operator("delegate:0.2", "Add (ND)", 1));

        assertThat(operators).containsExactly(new Operator("XNNPACK 0.2", "Add (ND)", 1));
        assertThat(TfliteLayers.isForeign(operators.getFirst().name())).isTrue();
        assertThat(TfliteLayers.isForeign("dense")).isFalse();
    }

    @Test
    void keepsOperatorsOfOtherSubgraphs() {
        var inner = new Operator("node:0@1", "ADD", 1);

        assertThat(named(inner)).containsExactly(inner);
    }

    private static List<Operator> named(Operator... operators) {
        var trace = new OperatorTrace(List.of(operators), OptionalLong.empty());
        return TfliteLayers.named(Models.dense(4), trace).operators();
    }
}
