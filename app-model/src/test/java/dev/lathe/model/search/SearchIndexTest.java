package dev.lathe.model.search;

import static dev.lathe.model.search.Found.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.AttributeValue.GraphValue;
import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.LocalFunction;
import dev.lathe.model.graph.Node;
import dev.lathe.model.search.Hit.Kind;
import dev.lathe.model.search.SearchIndex.Coverage;
import dev.lathe.model.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SearchIndexTest {

    @Test
    void findsLayersInsideBranchesAndFunctions() throws InterruptedException {
        var branch = Found.graph(node("inner", "Relu", "image", "r"));
        var choice =
                node(
                        "choice",
                        "If",
                        "c",
                        "d",
                        new Attribute("then_branch", new GraphValue(branch)));
        var call =
                new Node(
                        "call", "Twice", "own", List.of("d"), List.of("y"), List.of(), Extras.NONE);
        var twice =
                function(
                        "Twice",
                        node("first", "Relu", "in", "m"),
                        node("second", "Relu", "m", "out"));
        var index = Found.index(Found.model(Found.graph(choice, call), twice));

        assertThat(Found.ids(index, "op:relu"))
                .containsExactly(
                        "choice › then_branch › inner",
                        "call › Twice › first",
                        "call › Twice › second");
        assertThat(Found.ids(index, "scope:then")).containsExactly("choice › then_branch › inner");
        assertThat(Found.ids(index, "choice › THEN_branch › inner"))
                .containsExactly("choice › then_branch › inner");
    }

    @Test
    void findsGroupsByNameBeforeWhatIsInThem() throws InterruptedException {
        var index = Found.index(Found.model(Found.graph(blocks())));

        var found = Found.find(index, "layers.1").hits();

        assertThat(found.getFirst().kind()).isEqualTo(Kind.GROUP);
        assertThat(found.getFirst().id()).isEqualTo("layers.1");
        assertThat(found.getFirst().layers()).isEqualTo(3);
        assertThat(found.subList(1, found.size())).allMatch(hit -> hit.kind() == Kind.LAYER);
        assertThat(found).hasSize(4);
        assertThat(Found.ids(index, "group:fc")).containsExactly("layers.0/fc", "layers.1/fc");
        assertThat(Found.ids(index, "group:fc layers.1")).containsExactly("layers.1/fc");
        assertThat(Found.ids(index, "op:relu")).containsExactly("/layers.0/Relu", "/layers.1/Relu");
        assertThat(Found.ids(index, "group:fc op:relu")).isEmpty();
    }

    @Test
    void saysWhereAHitIs() throws InterruptedException {
        var index = Found.index(Found.model(Found.graph(blocks())));

        assertThat(Found.find(index, "name:layers.1/fc/Add").hits())
                .extracting(Hit::place)
                .containsExactly("layers.1/fc");
    }

    @Test
    void marksWhatMatched() throws InterruptedException {
        var index =
                Found.index(
                        Found.model(
                                Found.graph(
                                        node(
                                                "conv1",
                                                "Conv",
                                                "image stem.weight",
                                                "a",
                                                Attribute.of("group", 4)))));
        var query = Query.parse("NV1 stem shape:3x224 attr:group dtype:float -relu op:/.on/");
        var hit = index.find(query, Progress.NONE).hits().getFirst();

        assertThat(index.matches(hit, query))
                .containsExactly(
                        new Match(Field.NAME, "conv1", 2, 5),
                        new Match(Field.INPUT, "stem.weight", 0, 4),
                        new Match(Field.SHAPE, "batch×3×224×224", 6, 11),
                        new Match(Field.ATTRIBUTE, "group = 4", 0, 9),
                        new Match(Field.TYPE, "float32", 0, 7),
                        new Match(Field.OPERATOR, "Conv", 0, 3));
    }

    @Test
    void leavesOutCallsThatWouldBeTooMany() throws InterruptedException {
        var functions = new ArrayList<LocalFunction>();
        for (int level = 0; level < 30; level++) {
            var next = level == 29 ? "Relu" : "F" + (level + 1);
            functions.add(function("F" + level, call("l" + level, next), call("r" + level, next)));
        }
        var all = functions.toArray(LocalFunction[]::new);
        var graph = Found.graph(call("top", "F0"), node("last", "Relu", "c", "y"));

        var index = Found.index(Found.model(graph, all));

        assertThat(index.coverage()).isEqualTo(Coverage.PARTIAL);
        assertThat(index.size()).isBetween(1000, 100_100);
        assertThat(Found.ids(index, "\"last\"")).containsExactly("last");
    }

    @Test
    void stopsWhenItIsNotNeededAnyMore() throws InterruptedException {
        var index = Found.index(Found.model(Found.graph(blocks())));
        Progress cancelled =
                new Progress() {
                    @Override
                    public void update(long done, long total) {}

                    @Override
                    public void checkCancelled() throws InterruptedException {
                        throw new InterruptedException("cancelled");
                    }
                };

        assertThatThrownBy(() -> index.find(Query.parse("relu"), cancelled))
                .isInstanceOf(InterruptedException.class);
    }

    private static Node[] blocks() {
        return new Node[] {
            node("/layers.0/fc/MatMul", "MatMul", "image", "a0"),
            node("/layers.0/fc/Add", "Add", "a0", "b0"),
            node("/layers.0/Relu", "Relu", "b0", "c0"),
            node("/layers.1/fc/MatMul", "MatMul", "c0", "a1"),
            node("/layers.1/fc/Add", "Add", "a1", "b1"),
            node("/layers.1/Relu", "Relu", "b1", "y"),
        };
    }

    private static Node call(String name, String operator) {
        return new Node(
                name,
                operator,
                "own",
                List.of("in"),
                List.of(name + ".out"),
                List.of(),
                Extras.NONE);
    }

    private static LocalFunction function(String name, Node... nodes) {
        return new LocalFunction(
                "own",
                name,
                "",
                List.of("in"),
                List.of("out"),
                List.of(),
                List.of(nodes),
                Map.of(),
                Extras.NONE);
    }
}
