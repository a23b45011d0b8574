package dev.lathe.model.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lathe.model.diff.FieldChange.Kind;
import dev.lathe.model.diff.TensorDistance.Basis;
import dev.lathe.model.edit.Edit;
import dev.lathe.model.edit.EditTools;
import dev.lathe.model.edit.Edits;
import dev.lathe.model.edit.LayerSelection;
import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.AttributeValue.GraphValue;
import dev.lathe.model.graph.AttributeValue.IntsValue;
import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.Value;
import dev.lathe.model.prune.PruneScope;
import dev.lathe.model.quantize.Calibrator;
import dev.lathe.model.quantize.Granularity;
import dev.lathe.model.quantize.IntegerType;
import dev.lathe.model.quantize.ValueRange;
import dev.lathe.model.shape.TestModel;
import dev.lathe.model.work.Progress;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ModelDiffTest {

    @Test
    void callsAModelIdenticalToItself() throws Exception {
        assertThat(diff(network(), network()).isIdentical()).isTrue();
    }

    @Test
    void recognisesEveryNodeWhenAllNamesDiffer() throws Exception {
        var diff = diff(network(), Renaming.of(network()));

        assertThat(diff.isIdentical()).isFalse();
        assertThat(diff.nodes(Change.SAME)).hasSize(network().graph().nodes().size());
        assertThat(diff.tensors(Change.SAME)).hasSize(network().graph().initializers().size());
        assertThat(diff.main().values()).containsEntry("a1", "n2");
    }

    @Test
    void saysWhichWeightsWerePruned() throws Exception {
        var pruned =
                edit(
                        new Edit.PruneMagnitude(
                                0.5,
                                PruneScope.LAYER,
                                new LayerSelection(List.of("conv1"), List.of())));

        var diff = diff(network(), pruned);

        assertThat(diff.nodes(Change.SAME)).hasSize(network().graph().nodes().size());
        var tensor = diff.tensors(Change.CHANGED).findFirst().orElseThrow();
        var distance = tensor.distance().orElseThrow();
        assertThat(diff.tensors(Change.CHANGED)).hasSize(1);
        assertThat(tensor.name()).isEqualTo("w1");
        assertThat(distance.zerosBefore()).isZero();
        assertThat(distance.zerosAfter()).isEqualTo(distance.elements() / 2);
        assertThat(distance.changedShare()).isEqualTo(0.5);
        assertThat(distance.sqnrDb()).isBetween(1.0, 20.0);
    }

    @Test
    void comparesAQuantizedWeightWithItsOriginal() throws Exception {
        Calibrator calibrator =
                (_, values, _, _) -> {
                    var ranges = new HashMap<String, ValueRange>();
                    values.forEach(value -> ranges.put(value, new ValueRange(-1, 1)));
                    return ranges;
                };
        var quantized =
                Edits.apply(
                                network(),
                                new Edit.QuantizeStatic(
                                        IntegerType.U8,
                                        IntegerType.S8,
                                        Granularity.CHANNEL,
                                        1,
                                        LayerSelection.ALL),
                                EditTools.NONE.with(calibrator),
                                Progress.NONE)
                        .model();

        var diff = diff(network(), quantized);

        assertThat(diff.nodes(Change.ADDED).map(node -> node.after().orElseThrow().opType()))
                .containsOnly("QuantizeLinear", "DequantizeLinear");
        assertThat(diff.nodes(Change.CHANGED).map(NodeDiff::name)).contains("conv1", "conv2");
        var weight =
                diff.tensors(Change.CHANGED)
                        .filter(t -> t.before().orElseThrow().name().equals("w1"))
                        .findFirst()
                        .orElseThrow();
        assertThat(weight.distance().orElseThrow().basis()).isEqualTo(Basis.DEQUANTIZED);
        assertThat(weight.distance().orElseThrow().sqnrDb()).isGreaterThan(30);
    }

    @Test
    void comparesADynamicallyQuantizedWeightWithItsOriginal() throws Exception {
        var quantized =
                edit(
                        new Edit.QuantizeDynamic(
                                IntegerType.S8, Granularity.CHANNEL, LayerSelection.ALL));

        var diff = diff(network(), quantized);

        var weight =
                diff.tensors(Change.CHANGED)
                        .filter(t -> t.before().orElseThrow().name().equals("w3"))
                        .findFirst()
                        .orElseThrow();
        assertThat(weight.distance().orElseThrow().sqnrDb()).isGreaterThan(30);
    }

    @Test
    void findsANodeThatWasPutIntoAChain() throws Exception {
        var graph = network().graph().edit();
        graph.nodes().add(1, Node.of("new", "Tanh", List.of("a1"), List.of("t")));
        graph.nodes().set(2, graph.nodes().get(2).withInputs(List.of("t")));

        var diff = diff(network(), network().withGraph(graph.build()));

        assertThat(diff.nodes(Change.ADDED).map(NodeDiff::name)).containsExactly("new");
        assertThat(diff.nodes(Change.CHANGED).flatMap(node -> node.changes().stream()))
                .containsExactly(FieldChange.of(Kind.INPUT, "0", "a1", "t"));
        assertThat(diff.nodes(Change.REMOVED)).isEmpty();
    }

    @Test
    void looksThroughANormalizationThatWasFolded() throws Exception {
        var before =
                TestModel.ofOpset(17)
                        .input("x", "1 3 8 8")
                        .constant(random("w1", 1, 4, 3, 3, 3))
                        .constant(random("scale", 2, 4))
                        .constant(random("shift", 3, 4))
                        .constant(random("mean", 4, 4))
                        .constant(random("variance", 5, 4))
                        .node(conv("conv1", "x", "w1", "a1"))
                        .node(
                                Node.of(
                                        "bn",
                                        "BatchNormalization",
                                        List.of("a1", "scale", "shift", "mean", "variance"),
                                        List.of("n1")))
                        .node(Node.of("relu1", "Relu", List.of("n1"), List.of("y")))
                        .output("y", "1 4 8 8")
                        .build();
        var after =
                TestModel.ofOpset(17)
                        .input("x", "1 3 8 8")
                        .constant(random("w1", 9, 4, 3, 3, 3))
                        .constant(random("b1", 8, 4))
                        .node(conv("conv1", "x", "w1", "n1").withInputs(List.of("x", "w1", "b1")))
                        .node(Node.of("relu1", "Relu", List.of("n1"), List.of("y")))
                        .output("y", "1 4 8 8")
                        .build();

        var diff = diff(before, after);

        assertThat(diff.nodes(Change.REMOVED).map(NodeDiff::name)).containsExactly("bn");
        assertThat(diff.nodes(Change.SAME).map(NodeDiff::name)).containsExactly("relu1");
        assertThat(diff.nodes(Change.CHANGED).flatMap(node -> node.changes().stream()))
                .filteredOn(FieldChange::isSubstantial)
                .containsExactly(
                        new FieldChange(Kind.INPUT, "2", Optional.empty(), Optional.of("b1")));
        assertThat(diff.tensors(Change.CHANGED).map(TensorDiff::name)).containsExactly("w1");
        assertThat(diff(before, Renaming.of(after)).nodes(Change.REMOVED)).hasSize(1);
    }

    @Test
    void findsARemovedNodeWhenAllNamesDiffer() throws Exception {
        var graph = network().graph().edit();
        graph.nodes().remove(3);
        graph.nodes().set(3, graph.nodes().get(3).withInputs(List.of("r1", "a2")));

        var diff = diff(network(), Renaming.of(network().withGraph(graph.build())));

        assertThat(diff.nodes(Change.REMOVED).map(NodeDiff::name)).containsExactly("relu2");
        assertThat(diff.nodes(Change.ADDED)).isEmpty();
        assertThat(diff.nodes(Change.CHANGED)).hasSize(1);
    }

    @Test
    void saysWhatChangedOfANode() throws Exception {
        var network = network();
        var graph = network.graph().edit();
        var conv = graph.nodes().getFirst();
        graph.nodes()
                .set(
                        0,
                        conv.withAttributes(
                                List.of(
                                        new Attribute(
                                                "pads", new IntsValue(List.of(0L, 0L, 0L, 0L))))));

        var diff = diff(network, network.withGraph(graph.build()));

        assertThat(diff.nodes(Change.CHANGED).flatMap(node -> node.changes().stream()))
                .containsExactly(
                        FieldChange.of(Kind.ATTRIBUTE, "pads", "[1, 1, 1, 1]", "[0, 0, 0, 0]"));
        assertThat(diff.main().of(conv).orElseThrow().change()).isEqualTo(Change.CHANGED);
    }

    @Test
    void doesNotTrustNamesThatNumberOtherNodes() throws Exception {
        var before = numbered(1, 2, 3, 4, 5);
        var after = numbered(2, 3, 4, 5);

        var diff = diff(before, after);

        assertThat(diff.nodes(Change.SAME)).hasSize(3);
        assertThat(diff.nodes(Change.REMOVED)).hasSize(1);
        assertThat(diff.tensors(Change.REMOVED).map(TensorDiff::name)).containsExactly("k1");
        assertThat(diff.tensors(Change.CHANGED)).isEmpty();
    }

    @Test
    void looksIntoSubgraphs() throws Exception {
        var diff = diff(branching("Relu"), branching("Tanh"));

        assertThat(diff.graphs()).extracting(GraphDiff::path).containsExactly("", "if/then_branch");
        assertThat(diff.nodes(Change.CHANGED).map(NodeDiff::name)).contains("if");
        assertThat(diff.nodes(Change.REMOVED).map(NodeDiff::name)).containsExactly("inner");
        assertThat(diff(branching("Relu"), branching("Relu")).isIdentical()).isTrue();
    }

    @Test
    void comparesHeaderInputsAndOutputs() throws Exception {
        var after =
                TestModel.ofOpset(18)
                        .input("x", "1 3 16 16")
                        .node(Node.of("relu", "Relu", List.of("x"), List.of("y")))
                        .output("y", "1 3 16 16")
                        .build();
        var before =
                TestModel.ofOpset(17)
                        .input("x", "1 3 8 8")
                        .node(Node.of("relu", "Relu", List.of("x"), List.of("y")))
                        .output("y", "1 3 8 8")
                        .build();

        var diff = diff(before, after);

        assertThat(diff.header())
                .containsExactly(FieldChange.of(Kind.HEADER, "opset ai.onnx", "17", "18"));
        assertThat(diff.main().ports())
                .contains(
                        FieldChange.of(
                                Kind.GRAPH_INPUT,
                                "x",
                                "x: float32 1×3×8×8",
                                "x: float32 1×3×16×16"));
    }

    @Test
    void measuresHowFarWeightsAreApart() throws Exception {
        var diff = diff(single(1, 2, 3, 0), single(1, 2, 3.5f, 1));

        var distance =
                diff.tensors(Change.CHANGED).findFirst().orElseThrow().distance().orElseThrow();
        assertThat(distance.maxAbsDiff()).isEqualTo(1);
        assertThat(distance.changed()).isEqualTo(2);
        assertThat(distance.zerosBefore()).isEqualTo(1);
        assertThat(distance.zerosAfter()).isZero();
        assertThat(distance.sqnrDb()).isCloseTo(10 * Math.log10(14 / 1.25), within(1e-9));
    }

    @Test
    void stopsWhenItsThreadIsInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> diff(network(), Renaming.of(network())))
                .isInstanceOf(InterruptedException.class);
    }

    private static ModelDiff diff(ModelGraph before, ModelGraph after) throws InterruptedException {
        return ModelDiff.of(before, after, Progress.NONE);
    }

    private static ModelGraph edit(Edit edit) throws Exception {
        return Edits.apply(network(), edit, EditTools.NONE, Progress.NONE).model();
    }

    private static ModelGraph network() {
        return TestModel.ofOpset(17)
                .input("x", "1 3 8 8")
                .constant(random("w1", 1, 4, 3, 3, 3))
                .constant(random("w2", 2, 4, 4, 3, 3))
                .constant(random("w3", 3, 4, 5))
                .node(conv("conv1", "x", "w1", "a1"))
                .node(Node.of("relu1", "Relu", List.of("a1"), List.of("r1")))
                .node(conv("conv2", "r1", "w2", "a2"))
                .node(Node.of("relu2", "Relu", List.of("a2"), List.of("r2")))
                .node(Node.of("add", "Add", List.of("r1", "r2"), List.of("s")))
                .node(Node.of("pool", "GlobalAveragePool", List.of("s"), List.of("p")))
                .node(Node.of("flatten", "Flatten", List.of("p"), List.of("f")))
                .node(Node.of("fc", "MatMul", List.of("f", "w3"), List.of("y")))
                .output("y", "1 5")
                .build();
    }

    private static Node conv(String name, String input, String weight, String output) {
        return new Node(
                name,
                "Conv",
                "",
                List.of(input, weight),
                List.of(output),
                List.of(new Attribute("pads", new IntsValue(List.of(1L, 1L, 1L, 1L)))),
                Extras.NONE);
    }

    /// A chain whose nodes and values are numbered by their place, as exporters do.
    private static ModelGraph numbered(int... weights) {
        var model = TestModel.ofOpset(17).input("v0", "4 4").output("v" + weights.length, "4 4");
        for (int i = 0; i < weights.length; i++) {
            model.constant(random("k" + weights[i], weights[i], 4, 4))
                    .node(
                            Node.of(
                                    "MatMul_" + i,
                                    "MatMul",
                                    List.of("v" + i, "k" + weights[i]),
                                    List.of("v" + (i + 1))));
        }
        return model.build();
    }

    private static ModelGraph branching(String operator) {
        var branch =
                new Graph(
                        "then",
                        List.of(Node.of("inner", operator, List.of("x"), List.of("i"))),
                        List.of(),
                        List.of(new Value("i", Optional.empty(), Extras.NONE)),
                        List.of(),
                        List.of(),
                        Extras.NONE);
        return TestModel.ofOpset(17)
                .input("x", "1 4")
                .input("c", "")
                .node(
                        new Node(
                                "if",
                                "If",
                                "",
                                List.of("c"),
                                List.of("y"),
                                List.of(new Attribute("then_branch", new GraphValue(branch))),
                                Extras.NONE))
                .output("y", "1 4")
                .build();
    }

    private static ModelGraph single(float... weights) {
        return TestModel.ofOpset(17)
                .input("x", "1 4")
                .constant(Tensor.ofFloats("w", weights, weights.length))
                .node(Node.of("mul", "Mul", List.of("x", "w"), List.of("y")))
                .output("y", "1 4")
                .build();
    }

    private static Tensor random(String name, long seed, long... sizes) {
        long count = 1;
        for (long size : sizes) {
            count *= size;
        }
        var random = new Random(seed);
        var elements = new float[(int) count];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = (float) random.nextGaussian();
        }
        return Tensor.ofFloats(name, elements, sizes);
    }
}
