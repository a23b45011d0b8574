package dev.lathe.model.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.LocalFunction;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GroupTreeTest {

    @Test
    void groupsNodesByTheScopesInTheirNames() {
        var tree =
                GroupTree.of(
                        graph(
                                node("/stem/Conv", "Conv", "x", "a"),
                                node("/stem/Relu", "Relu", "a", "b"),
                                node("/body/layers.0/fc/MatMul", "MatMul", "b", "c"),
                                node("/body/layers.0/fc/Add", "Add", "c", "d"),
                                node("/body/layers.0/Relu", "Relu", "d", "e"),
                                node("/body/layers.1/fc/MatMul", "MatMul", "e", "f"),
                                node("/body/layers.1/fc/Add", "Add", "f", "g"),
                                node("/body/layers.1/Relu", "Relu", "g", "h"),
                                node("/head/Gemm", "Gemm", "h", "i"),
                                node("/head/Softmax", "Softmax", "i", "y")));

        assertThat(paths(tree))
                .containsExactly(
                        "", "stem", "layers.0", "layers.0/fc", "layers.1", "layers.1/fc", "head");
        assertThat(tree.find("layers.0/fc").orElseThrow().nodes())
                .extracting(Node::opType)
                .containsExactly("MatMul", "Add");
        assertThat(tree.find("layers.0").orElseThrow().origin()).isEqualTo(GroupOrigin.NAMES);
    }

    @Test
    void givesBlocksOfTheSameFormTheSameKey() {
        var tree = GroupTree.of(blocks(2, "Relu"));

        var groups = tree.root().children();

        assertThat(groups).hasSize(2);
        assertThat(groups.get(0).structure()).isEqualTo(groups.get(1).structure());
        assertThat(tree.repetitions(groups.get(0))).isEqualTo(groups);
        assertThat(GroupTree.of(blocks(2, "Tanh")).root().children().getFirst().structure())
                .isNotEqualTo(groups.getFirst().structure());
    }

    @Test
    void takesInANodeThatLiesBetweenTheNodesOfAScope() {
        var tree =
                GroupTree.of(
                        graph(
                                node("/a/Conv", "Conv", "x", "a"),
                                node("Relu", "Relu", "a", "b"),
                                node("/a/Conv_1", "Conv", "b", "c"),
                                node("/b/Conv", "Conv", "c", "d"),
                                node("/b/Relu", "Relu", "d", "e"),
                                node("/b/Tanh", "Tanh", "e", "y")));

        assertThat(tree.find("a").orElseThrow().nodes()).hasSize(3);
    }

    @Test
    void cutsScopesThatDependOnEachOtherIntoStages() {
        var graph =
                graph(
                        node("/a/Conv", "Conv", "x", "a1"),
                        node("/a/Relu", "Relu", "a1", "a2"),
                        node("/b/Conv", "Conv", "a2", "b1"),
                        node("/b/Relu", "Relu", "b1", "b2"),
                        node("/a/Conv_1", "Conv", "b2", "a3"),
                        node("/a/Relu_1", "Relu", "a3", "a4"),
                        node("/b/Conv_1", "Conv", "a4", "b3"),
                        node("/b/Relu_1", "Relu", "b3", "y"));

        var tree = GroupTree.of(graph);

        assertThat(paths(tree)).containsExactly("", "a", "b", "a (2)", "b (2)");
        TreeChecks.check(graph);
    }

    @Test
    void namesGroupsAfterTheWeightsWhereNodesHaveNoScopes() {
        var nodes = new ArrayList<Node>();
        var weights = new ArrayList<Tensor>();
        for (int i = 0; i < 3; i++) {
            for (String part : List.of("conv1", "conv2")) {
                int n = nodes.size();
                var name = "layer." + i + "." + part + ".weight";
                weights.add(Tensor.ofFloats(name, new float[4], 4));
                nodes.add(Node.of("", "Conv", List.of("v" + n, name), List.of("v" + (n + 1))));
                nodes.add(Node.of("", "Relu", List.of("v" + (n + 1)), List.of("v" + (n + 2))));
            }
        }

        var tree =
                GroupTree.of(
                        new Graph(
                                "",
                                nodes,
                                List.of(value("v0")),
                                List.of(value("v12")),
                                List.of(),
                                weights,
                                Extras.NONE));

        assertThat(paths(tree)).containsExactly("", "layer.0", "layer.1", "layer.2");
        assertThat(tree.root().children()).extracting(Group::nodeCount).containsExactly(4, 4, 4);
        assertThat(tree.root().children().getFirst().origin()).isEqualTo(GroupOrigin.WEIGHTS);
    }

    @Test
    void findsTheRepeatedBlocksOfAGraphWithoutNames() {
        var nodes = new ArrayList<Node>();
        var last = "x";
        for (int i = 0; i < 30; i++) {
            nodes.add(node("", "Conv", last, "a" + i));
            nodes.add(node("", "Sigmoid", "a" + i, "b" + i));
            nodes.add(node("", "Conv", "b" + i, "c" + i));
            nodes.add(Node.of("", "Add", List.of("c" + i, last), List.of(i == 29 ? "y" : "d" + i)));
            last = "d" + i;
        }

        var tree = GroupTree.of(graph(nodes.toArray(Node[]::new)));

        assertThat(tree.root().itemCount()).isEqualTo(30);
        assertThat(tree.root().children())
                .extracting(Group::structure)
                .containsOnly(tree.root().children().getFirst().structure());
    }

    @Test
    void putsAConstantBesideItsReaders() {
        var tree =
                GroupTree.of(
                        graph(
                                Node.of("", "Constant", List.of(), List.of("k")),
                                node("/a/Conv", "Conv", "x", "a"),
                                Node.of("/a/Mul", "Mul", List.of("a", "k"), List.of("b")),
                                node("/b/Conv", "Conv", "b", "c"),
                                node("/b/Relu", "Relu", "c", "y")));

        assertThat(tree.find("a").orElseThrow().nodes())
                .extracting(Node::opType)
                .containsExactly("Conv", "Constant", "Mul");
    }

    @Test
    void groupsTheBodyOfAFunction() {
        var function =
                new LocalFunction(
                        "local",
                        "Block",
                        "",
                        List.of("x"),
                        List.of("y"),
                        List.of(),
                        List.of(node("", "Conv", "x", "a"), node("", "Relu", "a", "y")),
                        Map.of("", 17L),
                        Extras.NONE);

        assertThat(GroupTree.of(function).root().nodes()).hasSize(2);
    }

    @Test
    void hasNoCycleBetweenItemsHoweverNamesAreScattered() {
        var random = new Random(7);
        for (int round = 0; round < 60; round++) {
            TreeChecks.check(randomGraph(random, 20 + random.nextInt(300), 2 + round % 7));
        }
    }

    @Test
    void staysTheSameFromRunToRun() {
        var graph = randomGraph(new Random(3), 400, 5);

        assertThat(paths(GroupTree.of(graph))).isEqualTo(paths(GroupTree.of(graph)));
    }

    @Test
    void bearsNamesWithThousandsOfScopes() {
        var nodes = new ArrayList<Node>();
        for (int i = 0; i < 50; i++) {
            var name = "/a".repeat(20_000) + "/b" + i + "/n";
            nodes.add(node(name, "Relu", i == 0 ? "x" : "v" + i, i == 49 ? "y" : "v" + (i + 1)));
        }

        assertThat(GroupTree.of(graph(nodes.toArray(Node[]::new))).root().nodeCount())
                .isEqualTo(50);
    }

    @Test
    void opensAGraphWithACycle() {
        var graph =
                graph(
                        Node.of("/a/Add", "Add", List.of("x", "c"), List.of("a")),
                        node("/a/Relu", "Relu", "a", "b"),
                        node("/b/Relu", "Relu", "b", "c"),
                        node("/b/Tanh", "Tanh", "c", "y"));

        assertThat(GroupTree.of(graph).root().nodeCount()).isEqualTo(4);
    }

    private static Graph randomGraph(Random random, int size, int scopes) {
        var nodes = new ArrayList<Node>();
        for (int i = 0; i < size; i++) {
            var inputs = new ArrayList<String>();
            for (int k = 0; k <= random.nextInt(3); k++) {
                int back = 1 + random.nextInt(random.nextInt(4) == 0 ? 40 : 4);
                inputs.add(i - back < 0 ? "x" : "v" + (i - back));
            }
            var scope = "/s" + random.nextInt(scopes) + "/t" + random.nextInt(scopes);
            var operator = random.nextBoolean() ? "Conv" : "Relu";
            nodes.add(
                    Node.of(
                            random.nextInt(5) == 0 ? "" : scope + "/" + i,
                            random.nextInt(12) == 0 ? "Constant" : operator,
                            random.nextInt(12) == 0 ? List.of() : inputs,
                            List.of(i == size - 1 ? "y" : "v" + i)));
        }
        return graph(nodes.toArray(Node[]::new));
    }

    private static Graph blocks(int count, String activation) {
        var nodes = new ArrayList<Node>();
        for (int i = 0; i < count; i++) {
            nodes.add(node("/b" + i + "/Conv", "Conv", i == 0 ? "x" : "v" + i, "c" + i));
            nodes.add(
                    node(
                            "/b" + i + "/Act",
                            activation,
                            "c" + i,
                            i == count - 1 ? "y" : "v" + (i + 1)));
        }
        return graph(nodes.toArray(Node[]::new));
    }

    private static List<String> paths(GroupTree tree) {
        return tree.root().stream().map(Group::path).toList();
    }

    private static Node node(String name, String operator, String input, String output) {
        return Node.of(name, operator, List.of(input), List.of(output));
    }

    private static Graph graph(Node... nodes) {
        return new Graph(
                "",
                List.of(nodes),
                List.of(value("x")),
                List.of(value("y")),
                List.of(),
                List.of(),
                Extras.NONE);
    }

    private static Value value(String name) {
        return new Value(name, Optional.empty(), Extras.NONE);
    }
}
