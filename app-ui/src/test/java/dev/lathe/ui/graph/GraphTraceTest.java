package dev.lathe.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.shape.InferredTypes;
import dev.lathe.ui.graph.GraphTrace.Mode;
import dev.lathe.ui.graph.layout.BoxRole;
import dev.lathe.ui.graph.layout.Direction;
import dev.lathe.ui.graph.layout.Graphs;
import dev.lathe.ui.graph.layout.LlmGraphs;
import dev.lathe.ui.graph.paint.PictureIndex;
import dev.lathe.ui.job.DirectJobs;
import dev.lathe.ui.text.Texts;
import java.util.BitSet;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GraphTraceTest {
    private final GraphViewModel model =
            new GraphViewModel(new DirectJobs(), new Texts(Locale.ENGLISH));

    @Test
    void leadsUpstreamToAllInputsThroughBordersAndReminders() {
        model.show(LlmGraphs.model(24), InferredTypes.NONE);
        model.openAll();

        var bright = GraphTrace.from(picture(), box("/lm_head/MatMul"), Mode.UPSTREAM);

        assertThat(boxes(BoxRole.INPUT)).isNotEmpty().allMatch(bright::hasBox);
        assertThat(boxes(BoxRole.STUB)).isNotEmpty().allMatch(bright::hasBox);
        assertThat(boxes(BoxRole.OUTPUT)).isNotEmpty().noneMatch(bright::hasBox);
    }

    @Test
    void leadsDownstreamFromAnInputToAllThatReadReminders() {
        model.show(LlmGraphs.model(24), InferredTypes.NONE);
        model.openAll();
        var inputs = new BitSet();
        boxes(BoxRole.INPUT).forEach(inputs::set);

        var bright = GraphTrace.from(picture(), inputs, Mode.DOWNSTREAM);

        assertThat(boxes(BoxRole.STUB)).isNotEmpty().allMatch(bright::hasBox);
        assertThat(boxes(BoxRole.OUTPUT)).allMatch(bright::hasBox);
    }

    @Test
    void arrowsFollowTheFlowToTheRight() {
        model.directionProperty().set(Direction.RIGHT);
        model.show(Graphs.model(Graphs.residual()), InferredTypes.NONE);

        var walk = new GraphWalk(picture());

        int relu = picture().graph().boxOf("relu1").orElseThrow();
        assertThat(walk.from(relu, Step.LEFT)).isEqualTo(picture().graph().boxOf("conv1"));
        assertThat(walk.from(relu, Step.RIGHT)).isPresent();
    }

    private BitSet box(String layer) {
        var box = new BitSet();
        box.set(picture().graph().boxOf(layer).orElseThrow());
        return box;
    }

    private Stream<Integer> boxes(BoxRole role) {
        var boxes = picture().graph().boxes();
        return IntStream.range(0, boxes.size())
                .filter(i -> boxes.get(i).box().role() == role)
                .boxed();
    }

    private PictureIndex picture() {
        return model.pictureProperty().get();
    }
}
