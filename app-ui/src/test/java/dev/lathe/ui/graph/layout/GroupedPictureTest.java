package dev.lathe.ui.graph.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.AttributeValue.GraphValue;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Extras;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.Value;
import dev.lathe.model.graph.ValueType.TensorType;
import dev.lathe.model.outline.Outline;
import dev.lathe.model.outline.Scope;
import dev.lathe.model.shape.InferredTypes;
import dev.lathe.model.work.Progress;
import dev.lathe.ui.graph.layout.PictureEdge.Reading;
import dev.lathe.ui.graph.layout.Unfolding.Fold;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Groups, branches and bodies that are open or closed in a picture.
class GroupedPictureTest {
    private static final Scope LLM = Outline.of(LlmGraphs.model(4), InferredTypes.NONE).main();

    @Test
    void aClosedGroupIsOneBoxThatShowsAllItsLayers() throws InterruptedException {
        var graph = layOut(LLM, Unfolding.CLOSED);

        int group = graph.boxOfGroup("layers.1").orElseThrow();

        assertThat(graph.boxes().get(group).box().role()).isEqualTo(BoxRole.GROUP);
        assertThat(graph.boxOf("/model/layers.1/self_attn/Softmax")).hasValue(group);
        assertThat(graph.boxOf("/model/layers.1/mlp/act_fn/Mul")).hasValue(group);
    }

    @Test
    void anOpenGroupIsAFrameAroundWhatItHolds() throws InterruptedException {
        var graph = layOut(LLM, Unfolding.CLOSED.withGroup("layers.1", Fold.OPEN));

        int frame = graph.boxOfGroup("layers.1").orElseThrow();
        int inner = graph.boxOf("/model/layers.1/Add").orElseThrow();

        assertThat(graph.boxes().get(frame).box().role()).isEqualTo(BoxRole.OPEN_GROUP);
        assertThat(graph.boxes().get(inner).frame()).isEqualTo(frame);
        PictureGeometry.check(graph);
    }

    @Test
    void everyEdgeIntoAnOpenGroupLeadsOnToItsReader() throws InterruptedException {
        var graph = layOut(LLM, Unfolding.CLOSED.withGroup("layers.1", Fold.OPEN));

        for (int i = 0; i < graph.boxes().size(); i++) {
            int box = i;
            if (graph.boxes().get(i).box().role() == BoxRole.JUNCTION) {
                assertThat(graph.edges()).anyMatch(edge -> edge.from() == box);
                assertThat(graph.edges()).anyMatch(edge -> edge.to() == box);
            }
        }
    }

    @Test
    void groupsOfOneFormAreLaidOutAlike() throws InterruptedException {
        var graph = layOut(LLM, FirstView.all(LLM, LLM.groups().root()));

        var first = inside(graph, "layers.1");
        var second = inside(graph, "layers.2");

        assertThat(second).isEqualTo(first);
        PictureGeometry.check(graph);
    }

    @Test
    void whatIsOutsideAGroupShownByItselfIsItsInputsAndOutputs() throws InterruptedException {
        var group = LLM.groups().find("layers.1").orElseThrow();
        var picture =
                PictureBuilder.build(
                        LLM, group, Look.of(Unfolding.CLOSED), new CharWidths(), Progress.NONE);

        assertThat(picture.boxes())
                .filteredOn(box -> box.role() == BoxRole.INPUT)
                .extracting(PictureBox::name)
                .containsExactlyInAnyOrder("/model/layers.0/Add_1_output_0", "mask", "cos", "sin");
        assertThat(picture.boxes())
                .filteredOn(box -> box.role() == BoxRole.OUTPUT)
                .extracting(PictureBox::name)
                .containsExactly("/model/layers.1/Add_1_output_0");
    }

    @Test
    void branchesOpenInTheirNodeAndReadOuterValuesByDashedEdges() throws InterruptedException {
        var main = Outline.of(Graphs.model(choice()), InferredTypes.NONE).main();

        var graph = layOut(main, new Unfolding(Set.of(), Set.of("choice")));

        assertThat(graph.boxes())
                .filteredOn(box -> box.box().role() == BoxRole.SCOPE)
                .extracting(box -> box.box().title())
                .containsExactlyInAnyOrder("then_branch", "else_branch");
        assertThat(graph.boxOf("choice › then_branch › inner")).isPresent();
        assertThat(graph.edges()).anyMatch(edge -> edge.edge().reading() == Reading.CAPTURED);
        PictureGeometry.check(graph);
    }

    @Test
    void aGraphCanFlowToTheRight() throws InterruptedException {
        var picture =
                PictureBuilder.build(
                        LLM, Look.of(Unfolding.CLOSED), new CharWidths(), Progress.NONE);

        var graph =
                new LayeredLayout(new CharWidths(), Direction.RIGHT).layOut(picture, Progress.NONE);

        assertThat(graph.width()).isGreaterThan(2 * graph.height());
        PictureGeometry.check(graph);
    }

    @Test
    void theFirstViewOfASmallModelIsOpenAndOfALargeOneIsNot() {
        var small = Outline.of(Graphs.model(choice()), InferredTypes.NONE).main();

        assertThat(FirstView.readable(small, small.groups().root()).nodes())
                .containsExactly("choice");
        var large = Outline.of(LlmGraphs.model(32), InferredTypes.NONE).main();
        assertThat(FirstView.readable(large, large.groups().root())).isEqualTo(Unfolding.CLOSED);
    }

    /// The places of boxes in a group, from its corner.
    private static List<String> inside(LaidOutGraph graph, String group) {
        var frame = graph.boxes().get(graph.boxOfGroup(group).orElseThrow());
        return graph.boxes().stream()
                .filter(box -> box.frame() >= 0 && graph.boxes().get(box.frame()).equals(frame))
                .map(box ->
                        box.box().title()
                                + " "
                                + (box.x() - frame.x())
                                + " "
                                + (box.y() - frame.y()))
                .toList();
    }

    private static LaidOutGraph layOut(Scope scope, Unfolding open) throws InterruptedException {
        var picture = PictureBuilder.build(scope, Look.of(open), new CharWidths(), Progress.NONE);
        return new LayeredLayout(new CharWidths()).layOut(picture, Progress.NONE);
    }

    private static Graph choice() {
        var inner = Graphs.node("inner", "Relu", "a", "t");
        var other = Graphs.node("other", "Neg", "a", "e");
        return Graphs.of(
                List.of(),
                Graphs.node("first", "Abs", "x", "a"),
                Graphs.node("test", "IsNaN", "x", "c"),
                Node.of(
                        "choice",
                        "If",
                        List.of("c"),
                        List.of("y"),
                        branch("then_branch", inner, "t"),
                        branch("else_branch", other, "e")));
    }

    private static Attribute branch(String name, Node node, String output) {
        var type = new TensorType(DataType.FLOAT, Shape.of(1));
        var graph =
                new Graph(
                        name,
                        List.of(node),
                        List.of(),
                        List.of(new Value(output, type)),
                        List.of(),
                        List.of(),
                        Extras.NONE);
        return new Attribute(name, new GraphValue(graph), Extras.NONE);
    }
}
