package dev.lathe.ui.graph.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.shape.ShapeInference;
import dev.lathe.model.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LayeredLayoutTest {
    private static final TextMeasure MEASURE = new CharWidths();

    @Test
    void aChainRunsStraightDown() throws InterruptedException {
        var graph = layOut(Graphs.chain(5));

        assertThat(graph.boxes().stream().map(PlacedBox::centerX).distinct()).hasSize(1);
        assertThat(graph.boxes().stream().map(PlacedBox::y).toList()).isSorted();
        PictureGeometry.check(graph);
    }

    @Test
    void theMainLineStaysStraightBesideAShortcut() throws InterruptedException {
        var graph = layOut(Graphs.residual());

        assertThat(graph.boxes().stream().map(PlacedBox::centerX).distinct()).hasSize(1);
        PictureGeometry.check(graph);
    }

    @Test
    void aShapeStandsBesideTheEdgesOfItsValue() throws InterruptedException {
        var model = Graphs.model(Graphs.residual());
        var types = ShapeInference.infer(model);

        var graph = new LayeredLayout(MEASURE).layOut(Pictures.flat(model, types), Progress.NONE);

        assertThat(graph.labels()).extracting(PlacedLabel::text).contains("1×8×6×6");
    }

    @Test
    void aDeepChainNeedsNoDeepStack() throws InterruptedException {
        var graph = layOut(Graphs.chain(20_000));

        assertThat(graph.nodes()).isEqualTo(20_000);
    }

    @Test
    void aValueThatIsReadFarAwayInManyPlacesGetsReminders() throws InterruptedException {
        var nodes = new ArrayList<Node>();
        nodes.add(Graphs.node("mask", "Cast", "x", "m"));
        nodes.add(Graphs.node("start", "Relu", "x", "v0"));
        for (int i = 0; i < 60; i++) {
            var inputs = i % 10 == 9 ? "v" + i + " m" : "v" + i;
            nodes.add(Graphs.node("n" + i, "Add", inputs, i == 59 ? "y" : "v" + (i + 1)));
        }

        var graph = layOut(Graphs.of(List.of(), nodes.toArray(Node[]::new)));

        assertThat(graph.boxes())
                .filteredOn(box -> box.box().role() == BoxRole.STUB)
                .hasSizeGreaterThanOrEqualTo(4)
                .allMatch(box -> box.box().name().equals("mask"));
        PictureGeometry.check(graph);
    }

    @Test
    void unconnectedPartsStandBesideEachOther() throws InterruptedException {
        var graph =
                layOut(
                        Graphs.of(
                                List.of(),
                                Graphs.node("a", "Relu", "x", "y"),
                                Graphs.node("b", "RandomNormal", "", "p"),
                                Graphs.node("c", "Relu", "p", "q")));

        assertThat(graph.nodes()).isEqualTo(3);
        PictureGeometry.check(graph);
    }

    @Test
    void aCycleOfABrokenModelIsDrawnAllTheSame() throws InterruptedException {
        var graph =
                layOut(
                        Graphs.of(
                                List.of(),
                                Graphs.node("a", "Add", "x q", "p"),
                                Graphs.node("b", "Relu", "p", "q"),
                                Graphs.node("c", "Relu", "q", "y")));

        assertThat(graph.nodes()).isEqualTo(3);
        PictureGeometry.check(graph);
    }

    @Test
    void anEmptyGraphIsAnEmptyPicture() throws InterruptedException {
        var graph =
                new LayeredLayout(MEASURE)
                        .layOut(new GraphPicture(List.of(), List.of(), Map.of()), Progress.NONE);

        assertThat(graph.boxes()).isEmpty();
    }

    @Test
    void randomGraphsKeepTheRules() throws InterruptedException {
        for (int seed = 0; seed < 40; seed++) {
            PictureGeometry.check(layOut(random(new Random(seed))));
        }
    }

    @Test
    void theSameGraphIsLaidOutTheSameWay() throws InterruptedException {
        var first = layOut(random(new Random(7)));
        var second = layOut(random(new Random(7)));

        assertThat(second.boxes()).isEqualTo(first.boxes());
        assertThat(second.edges()).isEqualTo(first.edges());
    }

    @Test
    void stopsWhenItsThreadIsInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> layOut(Graphs.chain(50))).isInstanceOf(InterruptedException.class);
    }

    private static LaidOutGraph layOut(Graph graph) throws InterruptedException {
        return Pictures.laidOut(graph);
    }

    private static Graph random(Random random) {
        var nodes = new ArrayList<Node>();
        int size = 3 + random.nextInt(60);
        for (int i = 0; i < size; i++) {
            var inputs = new ArrayList<String>();
            for (int k = 0; k <= random.nextInt(3); k++) {
                int from = random.nextInt(i + 1);
                inputs.add(from == 0 ? "x" : "v" + from + "_" + random.nextInt(2));
            }
            var outputs = List.of("v" + (i + 1) + "_0", "v" + (i + 1) + "_1");
            nodes.add(Node.of("n" + i, "Op", inputs, outputs));
        }
        nodes.add(Graphs.node("last", "Relu", "v" + size + "_0", "y"));
        return Graphs.of(List.of(), nodes.toArray(Node[]::new));
    }
}
