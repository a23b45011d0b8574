package dev.lathe.ui.graph.paint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.ui.graph.layout.Graphs;
import dev.lathe.ui.graph.layout.Pictures;
import org.junit.jupiter.api.Test;

class PictureIndexTest {
    @Test
    void findsWhatIsInAnArea() throws InterruptedException {
        var graph = Pictures.laidOut(Graphs.chain(400));
        var index = new PictureIndex(graph);
        var box = graph.boxes().get(200);

        var area = new Area(box.x() - 1, box.y() - 1, box.width() + 2, box.height() + 2);

        assertThat(index.boxesIn(area)).containsExactly(200);
        assertThat(index.boxAt(box.centerX(), box.centerY())).hasValue(200);
        assertThat(index.boxAt(box.x() - 2, box.y())).isEmpty();
        assertThat(index.boxesIn(Area.of(graph))).hasSize(402);
    }

    @Test
    void knowsTheEdgesOfABox() throws InterruptedException {
        var graph = Pictures.laidOut(Graphs.residual());
        var index = new PictureIndex(graph);
        int relu = graph.boxOf("relu1").orElseThrow();

        assertThat(index.edgesInto(relu)).hasSize(1);
        assertThat(index.edgesOutOf(relu)).hasSize(2);
    }
}
