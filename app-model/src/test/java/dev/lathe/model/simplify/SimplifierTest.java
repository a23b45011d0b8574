package dev.lathe.model.simplify;

import static dev.lathe.model.simplify.SimplifyCase.operators;
import static dev.lathe.model.simplify.SimplifyCase.simplify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.run.ModelRunException;
import dev.lathe.model.run.ModelRunner;
import dev.lathe.model.shape.TestModel;
import dev.lathe.model.work.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SimplifierTest {

    @Test
    void saysThatOutputsWereNotComparedWithoutARuntime() throws Exception {
        var simplified = simplify(chain(3));

        assertThat(simplified.notes())
                .singleElement()
                .asString()
                .startsWith("Outputs were not compared and only exact rewrites were made");
        assertThat(simplified.nodesAfter()).isEqualTo(1);
    }

    @Test
    void takesTheOneRewriteBackThatChangesAnOutput() throws Exception {
        var simplified =
                new Simplifier(Set.of(), OptionalLong.empty(), counting("same7"))
                        .simplify(chain(20), Progress.NONE);

        assertThat(simplified.undone())
                .singleElement()
                .satisfies(undone -> {
                    assertThat(undone.pass()).isEqualTo(Pass.NO_OPS);
                    assertThat(undone.site()).isEqualTo("same7");
                    assertThat(undone.reason()).contains("output 'y' would differ");
                });
        assertThat(operators(simplified.model().graph())).containsExactly("Relu", "Identity");
    }

    @Test
    void takesARewriteBackThatTheRuntimeRefuses() throws Exception {
        ModelRunner refusing =
                model -> {
                    if (model.graph().nodes().size() < 3) {
                        throw new ModelRunException("Cannot load it");
                    }
                    return session(1);
                };

        var simplified =
                new Simplifier(Set.of(), OptionalLong.empty(), refusing)
                        .simplify(chain(4), Progress.NONE);

        assertThat(simplified.nodesAfter()).isEqualTo(3);
        assertThat(simplified.undone())
                .allMatch(undone -> undone.reason().contains("Cannot load it"));
    }

    @Test
    void leavesPassesOutThatAreSkipped() throws Exception {
        var simplified =
                new Simplifier(Set.of(Pass.NO_OPS), OptionalLong.empty(), ModelRunner.NONE)
                        .simplify(chain(3), Progress.NONE);

        assertThat(simplified.counts()).isEmpty();
        assertThat(simplified.model().graph()).isEqualTo(chain(3).graph());
    }

    @Test
    void canBeCancelled() {
        Progress cancelled =
                new Progress() {
                    @Override
                    public void update(long done, long total) {}

                    @Override
                    public void checkCancelled() throws InterruptedException {
                        throw new InterruptedException();
                    }
                };
        var simplifier = new Simplifier(Set.of(), OptionalLong.empty(), ModelRunner.NONE);

        assertThatThrownBy(() -> simplifier.simplify(chain(3), cancelled))
                .isInstanceOf(InterruptedException.class);
    }

    @Test
    void simplifiesTenThousandNodesWithoutHanging() {
        var simplified =
                assertTimeoutPreemptively(Duration.ofSeconds(20), () -> simplify(chain(10_000)));

        assertThat(simplified.nodesAfter()).isEqualTo(1);
    }

    @Test
    void foldsNothingThatNeedsMoreSpaceAsAConstant() throws Exception {
        var model =
                TestModel.ofOpset(13)
                        .input("x", "1000 1000")
                        .constant(Tensor.ofLongs("sizes", new long[] {1000, 1000}, 2))
                        .constant(Tensor.ofFloats("one", new float[] {1}, 1))
                        .node(Node.of("fill", "Expand", List.of("one", "sizes"), List.of("c")))
                        .node(Node.of("add", "Add", List.of("x", "c"), List.of("y")))
                        .output("y", "1000 1000")
                        .build();
        var ran = new ArrayList<ModelGraph>();
        ModelRunner runner =
                small -> {
                    ran.add(small);
                    throw new ModelRunException("Cannot load it");
                };

        new Simplifier(Set.of(), OptionalLong.empty(), runner).simplify(model, Progress.NONE);

        assertThat(ran).containsExactly(model);
    }

    /// A Relu and so many nodes that do nothing.
    private static ModelGraph chain(int length) {
        var model = TestModel.ofOpset(13).input("x", "4");
        model.node(Node.of("relu", "Relu", List.of("x"), List.of("h0")));
        for (int i = 0; i < length; i++) {
            var output = i == length - 1 ? "y" : "h" + (i + 1);
            model.node(Node.of("same" + i, "Identity", List.of("h" + i), List.of(output)));
        }
        return model.output("y", "4").build();
    }

    /// A runner to which a model is another one without a certain node.
    private static ModelRunner counting(String node) {
        return model ->
                session(
                        model.graph().nodes().stream().anyMatch(n -> n.name().equals(node))
                                ? 1
                                : 2);
    }

    private static ModelRunner.Session session(float output) {
        return new ModelRunner.Session() {
            @Override
            public Map<String, Tensor> run(Map<String, Tensor> inputs) {
                return Map.of("y", Tensor.ofFloats("y", new float[] {output}, 1));
            }

            @Override
            public void close() {}
        };
    }
}
