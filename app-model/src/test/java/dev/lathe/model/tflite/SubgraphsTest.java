package dev.lathe.model.tflite;

import static dev.lathe.model.tflite.TfliteFile.FLOAT32;
import static dev.lathe.model.tflite.TfliteFile.operator;
import static dev.lathe.model.tflite.TfliteFile.tensor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.lathe.model.cost.SampleCost;
import dev.lathe.model.flatbuffer.FlatWriter.Table;
import dev.lathe.model.graph.AttributeValue.IntValue;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.ModelWarning;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubgraphsTest {
    private static final int ABS = 101;
    private static final int IF = 118;
    private static final int IF_OPTIONS = 92;
    private static final int CALL_ONCE = 129;
    private static final int CALL_ONCE_OPTIONS = 103;

    @TempDir Path folder = Path.of("");

    private final TfliteFile file = new TfliteFile();
    private final int abs = file.builtIn(ABS, 1);
    private final int branch = file.builtIn(IF, 1);

    @Test
    void nestsTheGraphsThatAnOperatorRefersTo() throws Exception {
        addGraph("main", branch(1, 2));
        addGraph("then", unary());
        addGraph("else", unary());

        var node = file.read(folder).graph().nodes().getFirst();

        assertThat(node.subgraphs()).extracting(Graph::name).containsExactly("then", "else");
    }

    @Test
    void decodesASharedGraphOnce() throws Exception {
        addGraph("main", branch(1, 1));
        addGraph("both", unary());

        var subgraphs = file.read(folder).graph().nodes().getFirst().subgraphs();

        assertThat(subgraphs.getFirst()).isSameAs(subgraphs.getLast());
    }

    @Test
    void leavesAReferenceThatClosesACircleAsANumber() throws Exception {
        addGraph("main", branch(1, 2));
        addGraph("again", branch(1, 2));
        addGraph("end", unary());

        var model = file.read(folder);

        var again = model.graph().nodes().getFirst().subgraphs().getFirst();
        assertThat(again.nodes().getFirst().attribute("then_subgraph_index"))
                .contains(new IntValue(1));
        assertThat(model.warnings())
                .extracting(ModelWarning::code)
                .containsExactly("recursive-subgraph");
        assertThat(model.furtherGraphs()).isEmpty();
    }

    @Test
    void keepsGraphsThatNothingRefersTo() throws Exception {
        addGraph("main", unary());
        addGraph("decode", unary());
        file.signature("serving_default", 0, "a", "b").signature("decode", 1, "a", "b");

        var model = file.read(folder);

        assertThat(model.furtherGraphs()).extracting(Graph::name).containsExactly("decode");
        assertThat(model.header().metadata())
                .containsEntry("signature.decode", "graph decode; inputs a = x; outputs b = y");
    }

    @Test
    void doesNotCountWhatRunsOnlyOnceBeforeTheFirstRun() throws Exception {
        int once = file.builtIn(CALL_ONCE, 1);
        addGraph(
                "main",
                operator(once, new int[] {}, new int[] {}, CALL_ONCE_OPTIONS, Table.of(1)),
                unary());
        addGraph("initialize", unary());

        var model = file.read(folder);

        assertThat(SampleCost.of(model).macs().exact()).hasValue(0);
        assertThat(model.graph().nodes().getFirst().subgraphs()).hasSize(1);
    }

    @Test
    void staysSmallWhenReferencesMultiply() {
        for (int i = 0; i < 60; i++) {
            int next = Math.min(i + 1, 59);
            addGraph("graph " + i, branch(next, next), branch(next, next));
        }

        var model =
                assertTimeoutPreemptively(
                        Duration.ofSeconds(5),
                        () -> {
                            var opened = file.read(folder);
                            SampleCost.of(opened);
                            return opened;
                        });

        assertThat(model.warnings()).extracting(ModelWarning::code).contains("nested-too-deep");
        assertThat(model.graph().nodesIncludingSubgraphs()).hasSizeLessThan(1_000_000);
    }

    private void addGraph(String name, Table... operators) {
        file.subgraph(
                name,
                List.of(tensor("x", FLOAT32, 1), tensor("y", FLOAT32, 1)),
                new int[] {0},
                new int[] {1},
                operators);
    }

    private Table unary() {
        return operator(abs, new int[] {0}, new int[] {1});
    }

    private Table branch(int yes, int no) {
        return operator(branch, new int[] {0}, new int[] {1}, IF_OPTIONS, Table.of(yes, no));
    }
}
