package dev.lathe.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lathe.model.shape.InferredTypes;
import dev.lathe.ui.graph.layout.LlmGraphs;
import dev.lathe.ui.graph.layout.PlacedBox;
import dev.lathe.ui.graph.paint.PictureIndex;
import dev.lathe.ui.job.DirectJobs;
import dev.lathe.ui.text.Texts;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MorphTest {
    private static final Viewport ALL = new Viewport(1, 0, 0, 1e6, 1e6);

    private final GraphViewModel model =
            new GraphViewModel(new DirectJobs(), new Texts(Locale.ENGLISH));
    private final PictureIndex closed;
    private final PictureIndex open;

    MorphTest() {
        model.show(LlmGraphs.model(3), InferredTypes.NONE);
        model.closeAll();
        closed = model.pictureProperty().get();
        model.openAll();
        open = model.pictureProperty().get();
    }

    @Test
    void whatBothHaveGoesFromItsOldPlaceToItsNewOne() {
        var morph = new Morph(closed, ALL, open, ALL);

        int now = open.graph().boxOf("/lm_head/MatMul").orElseThrow();
        var was = closed.graph().boxes().get(closed.graph().boxOf("/lm_head/MatMul").orElseThrow());
        var is = open.graph().boxes().get(now);
        var move = Objects.requireNonNull(morph.moves().get(now));
        assertThat(move.at(0).y()).isCloseTo(was.y(), within(1e-9));
        assertThat(move.at(1).y()).isCloseTo(is.y(), within(1e-9));
        assertThat(move.opacity(0)).isEqualTo(1);
    }

    @Test
    void whatIsInAGroupComesFromItWhenItOpens() {
        var morph = new Morph(closed, ALL, open, ALL);

        int node = open.graph().boxOf("/model/layers.1/Add").orElseThrow();
        var group = boxOf(closed, node);
        var start = Objects.requireNonNull(morph.moves().get(node));
        assertThat(start.opacity(0)).isEqualTo(0);
        assertThat(start.at(0).centerY()).isBetween(group.y(), group.bottom());
    }

    @Test
    void whatIsInAGroupGoesToItWhenItCloses() {
        var morph = new Morph(open, ALL, closed, ALL);

        assertThat(morph.leaving()).isNotEmpty().allMatch(move -> move.opacity(1) == 0);
    }

    /// The box that shows a node of the open picture in another.
    private PlacedBox boxOf(PictureIndex picture, int node) {
        var name = open.graph().boxes().get(node).box().name();
        return picture.graph().boxes().get(picture.graph().boxOf(name).orElseThrow());
    }
}
