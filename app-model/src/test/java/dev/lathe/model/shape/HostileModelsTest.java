package dev.lathe.model.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.lathe.model.cost.CostAnalysis;
import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.AttributeValue.FloatsValue;
import dev.lathe.model.graph.AttributeValue.GraphValue;
import dev.lathe.model.graph.AttributeValue.IntsValue;
import dev.lathe.model.graph.AttributeValue.StringsValue;
import dev.lathe.model.graph.AttributeValue.TensorValue;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.LocalFunction;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HostileModelsTest {
    private static final Duration GUARD = Duration.ofSeconds(20);
    private static final int MILLION = 1_000_000;

    private static final Graph LEAF =
            TestModel.ofOpset(17)
                    .node(Node.of("", "Relu", List.of("x"), List.of("y")))
                    .output("y", "?")
                    .graph();

    private static void survives(ModelGraph model) {
        assertTimeoutPreemptively(
                GUARD, () -> CostAnalysis.compute(model, ShapeInference.infer(model)));
    }

    private static Node node(String operator, List<String> inputs, Attribute... attributes) {
        return Node.of("", operator, inputs, List.of("y"), attributes);
    }

    private static Node choice(Graph graph) {
        return Node.of(
                "",
                "If",
                List.of("condition"),
                List.of("y"),
                new Attribute("then_branch", new GraphValue(graph)),
                new Attribute("else_branch", new GraphValue(LEAF)));
    }

    @Test
    void survivesDeepBranches() {
        var graph = LEAF;
        for (int depth = 0; depth < 200; depth++) {
            graph = TestModel.ofOpset(17).node(choice(graph)).output("y", "?").graph();
        }

        survives(
                TestModel.ofOpset(17)
                        .input("x", "2 3")
                        .input("condition", DataType.BOOL, "")
                        .node(choice(graph))
                        .build());
    }

    /// Each loop's state grows by its body, so that each is inferred several times: with 16 of them
    /// inside each other four thousand million times, if nothing stopped it.
    @Test
    void survivesLoopsInLoops() {
        var graph = body(Node.of("", "Concat", List.of("s", "s"), List.of("next")));
        for (int depth = 0; depth < 16; depth++) {
            graph = body(loop(graph, "next"));
        }

        survives(
                TestModel.ofOpset(17)
                        .input("s", "2 3")
                        .ints("many", Long.MAX_VALUE)
                        .node(loop(graph, "y"))
                        .build());
    }

    private static Graph body(Node node) {
        return TestModel.ofOpset(17)
                .input("turn", DataType.INT64, "")
                .input("on", DataType.BOOL, "")
                .input("s", "? ?")
                .node(node)
                .output("on", "")
                .output("next", "? ?")
                .graph();
    }

    private static Node loop(Graph graph, String output) {
        return Node.of(
                "",
                "Loop",
                List.of("many", "", "s"),
                List.of(output),
                new Attribute("body", new GraphValue(graph)));
    }

    /// Two functions that call each other twice.
    @Test
    void survivesFunctionsThatCallThemselves() {
        var functions = List.of(function("F", "G"), function("G", "F"));
        var plain = TestModel.ofOpset(17).input("x", "2 3").node(call("F", "x", "y")).build();

        survives(
                new ModelGraph(
                        plain.header(),
                        plain.graph(),
                        functions,
                        Extras.NONE,
                        Optional.empty(),
                        List.of()));
    }

    private static LocalFunction function(String name, String other) {
        return new LocalFunction(
                "local",
                name,
                "",
                List.of("a"),
                List.of("c"),
                List.of(),
                List.of(call(other, "a", "b"), call(other, "b", "c")),
                new LinkedHashMap<>(Map.of("", 17L)),
                Extras.NONE);
    }

    private static Node call(String function, String input, String output) {
        return new Node(
                "", function, "local", List.of(input), List.of(output), List.of(), Extras.NONE);
    }

    @Test
    void survivesShapesOfAMillionDimensions() {
        var million = LongStream.generate(() -> 1).limit(MILLION).toArray();
        for (String operator : List.of("Reshape", "Expand", "Tile", "Pad", "Unsqueeze", "Resize")) {
            survives(
                    TestModel.ofOpset(17)
                            .input("x", "2 3")
                            .ints("sizes", million)
                            .node(node(operator, List.of("x", "sizes")))
                            .build());
        }
        survives(
                TestModel.ofOpset(17)
                        .ints("sizes", million)
                        .node(node("ConstantOfShape", List.of("sizes")))
                        .build());
        survives(
                TestModel.ofOpset(17)
                        .input("x", "? ".repeat(100_000))
                        .node(node("Shape", List.of("x")))
                        .build());
    }

    @Test
    void doesNotBelieveAMillionDimensions() {
        var model =
                TestModel.ofOpset(17)
                        .input("x", "? ".repeat(1000))
                        .node(node("Relu", List.of("x")));

        assertThat(model.infer("y")).isEqualTo("float32 unknown");
    }

    @Test
    void allocatesNothingByClaimedSizes() {
        long huge = 1L << 62;
        survives(
                TestModel.ofOpset(17)
                        .ints("zero", 0)
                        .ints("huge", huge)
                        .ints("one", 1)
                        .input("x", huge + " " + huge)
                        .node(Node.of("", "Range", List.of("zero", "huge", "one"), List.of("r")))
                        .node(Node.of("", "ConstantOfShape", List.of("huge"), List.of("c")))
                        .node(Node.of("", "MatMul", List.of("x", "x"), List.of("m")))
                        .node(Node.of("", "Concat", List.of("x", "x"), List.of("d")))
                        .node(Node.of("", "Size", List.of("x"), List.of("s")))
                        .node(Node.of("", "Flatten", List.of("x"), List.of("f")))
                        .build());
        survives(
                TestModel.ofOpset(17)
                        .input("x", "4")
                        .node(
                                new Node(
                                        "",
                                        "Split",
                                        "",
                                        List.of("x"),
                                        Collections.nCopies(100_000, "part"),
                                        List.of(),
                                        Extras.NONE))
                        .build());
    }

    @Test
    void survivesLongNames() {
        var name = "n".repeat(MILLION);
        var model = TestModel.ofOpset(17).input("x", name + " 3");
        for (int i = 0; i < 2000; i++) {
            var from = i == 0 ? "x" : "v" + i;
            model.node(Node.of("", "Concat", List.of(from, from), List.of("v" + (i + 1))));
        }

        survives(model.build());
    }

    /// Every operator with inputs, attributes and versions that mostly do not fit.
    @Test
    void survivesNonsenseInEveryOperator() {
        var random = new Random(20_260_801);
        for (String operator : RuleBook.operators().stream().sorted().toList()) {
            for (int i = 0; i < 40; i++) {
                var model = nonsense(operator, random);

                assertThatCode(() -> CostAnalysis.compute(model, ShapeInference.infer(model)))
                        .as(() -> operator + " " + model.graph().nodes())
                        .doesNotThrowAnyException();
            }
        }
    }

    private static final List<String> ATTRIBUTES =
            List.of(
                    "axis",
                    "axes",
                    "perm",
                    "kernel_shape",
                    "strides",
                    "pads",
                    "dilations",
                    "group",
                    "to",
                    "value",
                    "equation",
                    "num_heads",
                    "kv_num_heads",
                    "q_num_heads",
                    "k",
                    "blocksize",
                    "split",
                    "shape",
                    "starts",
                    "ends",
                    "body",
                    "then_branch",
                    "else_branch",
                    "num_scan_inputs",
                    "scan_input_axes",
                    "keepdims",
                    "scales",
                    "sizes",
                    "hidden_size",
                    "direction",
                    "layout",
                    "N",
                    "K",
                    "output_shape",
                    "output_padding",
                    "auto_pad",
                    "ceil_mode",
                    "batch_dims",
                    "border",
                    "dtype",
                    "onesided",
                    "channels_last",
                    "transA",
                    "transBatchA",
                    "qkv_hidden_sizes",
                    "classlabels_ints",
                    "inputdimensions",
                    "ngram_indexes",
                    "pooled_shape");

    private static ModelGraph nonsense(String operator, Random random) {
        int colon = operator.lastIndexOf(':');
        var model =
                TestModel.ofOpset(1 + random.nextInt(24))
                        .input("a", shape(random))
                        .input("b", DataType.INT64, shape(random))
                        .input("c", DataType.BOOL, "")
                        .input("e", DataType.FLOAT, "0 n")
                        .ints("i", random.longs(random.nextInt(5), -3, 6).toArray())
                        .ints("j", random.nextLong())
                        .weight("w", random.nextInt(4), 1 + random.nextInt(4), 3, 3);
        var names = List.of("a", "b", "c", "e", "i", "j", "w", "", "missing");
        var inputs = new ArrayList<String>();
        for (int k = random.nextInt(8); k > 0; k--) {
            inputs.add(names.get(random.nextInt(names.size())));
        }
        var attributes = new ArrayList<Attribute>();
        for (int k = random.nextInt(8); k > 0; k--) {
            attributes.add(attribute(random));
        }
        return model.node(
                        new Node(
                                "",
                                operator.substring(colon + 1),
                                colon < 0 ? "" : operator.substring(0, colon),
                                inputs,
                                List.of("y", "z", "", "u").subList(0, random.nextInt(5)),
                                attributes,
                                Extras.NONE))
                .build();
    }

    private static String shape(Random random) {
        var dimensions = List.of("0", "1", "2", "3", "8", "n", "m", "?", "4611686018427387904");
        var text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(dimensions.get(random.nextInt(dimensions.size()))).append(' ');
        }
        return text.toString();
    }

    private static Attribute attribute(Random random) {
        var name = ATTRIBUTES.get(random.nextInt(ATTRIBUTES.size()));
        long number = random.nextInt(20) == 0 ? random.nextLong() : random.nextInt(-3, 6);
        return switch (random.nextInt(7)) {
            case 0, 1 -> Attribute.of(name, number);
            case 2, 3 -> new Attribute(name, new IntsValue(longs(random)));
            case 4 ->
                    Attribute.of(
                            name,
                            List.of("ij,jk", "...i,i->", "SAME_UPPER", "x").get(random.nextInt(4)));
            case 5 -> new Attribute(name, new FloatsValue(List.of(2f, -1f, Float.NaN)));
            default -> other(name, random);
        };
    }

    private static Attribute other(String name, Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> new Attribute(name, new StringsValue(List.of("a", "b")));
            case 1 ->
                    new Attribute(name, new TensorValue(Tensor.ofLongs("", new long[] {3, 0}, 2)));
            default ->
                    new Attribute(
                            name,
                            new GraphValue(
                                    TestModel.ofOpset(17)
                                            .input("p", "?")
                                            .node(Node.of("", "Relu", List.of("p"), List.of("q")))
                                            .output("q", "?")
                                            .graph()));
        };
    }

    private static List<Long> longs(Random random) {
        return random.longs(random.nextInt(7), -2, 6).boxed().toList();
    }
}
