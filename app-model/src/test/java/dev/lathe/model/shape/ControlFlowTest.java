package dev.lathe.model.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.AttributeValue.GraphValue;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.LocalFunction;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ControlFlowTest {

    private static Value value(String name) {
        return new Value(name, Optional.empty(), Extras.NONE);
    }

    private static Graph graph(List<String> inputs, List<String> outputs, Node... nodes) {
        return new Graph(
                "inner",
                List.of(nodes),
                inputs.stream().map(ControlFlowTest::value).toList(),
                outputs.stream().map(ControlFlowTest::value).toList(),
                List.of(),
                List.of(),
                Extras.NONE);
    }

    private static Attribute graph(String name, Graph graph) {
        return new Attribute(name, new GraphValue(graph));
    }

    private static Node branches(Graph yes, Graph no) {
        return Node.of(
                "if",
                "If",
                List.of("c"),
                List.of("y"),
                graph("then_branch", yes),
                graph("else_branch", no));
    }

    private static final Graph RELU =
            graph(List.of(), List.of("r"), Node.of("", "Relu", List.of("x"), List.of("r")));
    private static final Graph FLATTEN =
            graph(List.of(), List.of("f"), Node.of("", "Flatten", List.of("x"), List.of("f")));

    private static TestModel model() {
        return TestModel.ofOpset(17).input("x", "2 n");
    }

    @Test
    void knowsWhatBothBranchesAgreeOn() {
        var inner =
                graph(
                        List.of(),
                        List.of("p"),
                        Node.of(
                                "",
                                "Concat",
                                List.of("x", "x"),
                                List.of("p"),
                                Attribute.of("axis", 1)));
        var model = model().input("c", DataType.BOOL, "").node(branches(RELU, inner));

        assertThat(model.infer("y")).isEqualTo("float32 2×?");
    }

    @Test
    void takesTheBranchThatAConstantChooses() {
        var model =
                TestModel.ofOpset(17)
                        .input("x", "2 3 4")
                        .constant(Tensor.ofBytes("c", DataType.BOOL, new byte[] {0}))
                        .node(branches(RELU, FLATTEN));

        assertThat(model.infer("y")).isEqualTo("float32 2×12");
    }

    @Test
    void showsTheTypesInsideABranch() {
        var model = model().input("c", DataType.BOOL, "").node(branches(RELU, FLATTEN));

        assertThat(model.infer().inside(RELU).shape("r")).contains(TestModel.shape("2 n"));
    }

    @Test
    void forgetsTheDimensionThatALoopGrows() {
        var grown = Node.of("", "Concat", List.of("s", "x"), List.of("t"), Attribute.of("axis", 0));
        var body = graph(List.of("i", "go", "s"), List.of("go", "t", "x"), grown);
        var loop =
                Node.of("", "Loop", List.of("", "", "x"), List.of("y", "all"), graph("body", body));
        var model = model().node(loop);

        assertThat(model.infer("y")).isEqualTo("float32 ?×n");
        assertThat(model.infer("all")).isEqualTo("float32 ?×2×n");
    }

    @Test
    void scansAlongAnAxis() {
        var body =
                graph(
                        List.of("s", "e"),
                        List.of("t", "t"),
                        Node.of("", "Add", List.of("s", "e"), List.of("t")));
        var scan =
                Node.of(
                        "",
                        "Scan",
                        List.of("first", "x"),
                        List.of("last", "y"),
                        graph("body", body),
                        Attribute.of("num_scan_inputs", 1));
        var model = model().input("first", "n").node(scan);

        assertThat(model.infer("last")).isEqualTo("float32 n");
        assertThat(model.infer("y")).isEqualTo("float32 2×n");
    }

    @Test
    void looksIntoAFunction() {
        var body =
                Node.of(
                        "",
                        "Flatten",
                        List.of("a"),
                        List.of("b"),
                        new Attribute(
                                "axis",
                                new dev.lathe.model.graph.AttributeValue.ReferenceValue("at")));
        var call =
                new Node(
                        "",
                        "Flat",
                        "mine",
                        List.of("x"),
                        List.of("y"),
                        List.of(Attribute.of("at", 2)),
                        Extras.NONE);
        var model = TestModel.ofOpset(17).input("x", "2 3 4 5").node(call).build();

        assertThat(ShapeInference.infer(withFunctions(model, function("Flat", body))).shape("y"))
                .contains(TestModel.shape("6 20"));
    }

    /// Each function calls the next twice: forty levels would be a trillion calls.
    @Test
    void givesUpOnFunctionsThatMultiply() {
        var functions = new LocalFunction[40];
        for (int i = 0; i < functions.length; i++) {
            functions[i] =
                    function("f" + i, call("f" + (i + 1), "a", "m"), call("f" + (i + 1), "m", "b"));
        }
        var model = TestModel.ofOpset(17).input("x", "2").node(call("f0", "x", "y")).build();

        assertThat(ShapeInference.infer(withFunctions(model, functions)).type("y")).isEmpty();
    }

    private static Node call(String function, String input, String output) {
        return new Node(
                "", function, "mine", List.of(input), List.of(output), List.of(), Extras.NONE);
    }

    private static LocalFunction function(String name, Node... nodes) {
        return new LocalFunction(
                "mine",
                name,
                "",
                List.of("a"),
                List.of("b"),
                List.of("at"),
                List.of(nodes),
                Map.of("", 17L),
                Extras.NONE);
    }

    private static ModelGraph withFunctions(ModelGraph model, LocalFunction... functions) {
        return new ModelGraph(
                model.header(),
                model.graph(),
                List.of(functions),
                Extras.NONE,
                Optional.empty(),
                List.of());
    }
}
