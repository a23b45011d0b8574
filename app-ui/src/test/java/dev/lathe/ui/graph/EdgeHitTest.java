package dev.lathe.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.ui.graph.layout.Graphs;
import dev.lathe.ui.graph.layout.Pictures;
import dev.lathe.ui.graph.paint.PictureIndex;
import org.junit.jupiter.api.Test;

class EdgeHitTest {
    private final PictureIndex picture;

    EdgeHitTest() throws InterruptedException {
        picture = new PictureIndex(Pictures.laidOut(Graphs.residual()));
    }

    @Test
    void findsEveryEdgeInTheMiddleOfItsCurves() {
        var edges = picture.graph().edges();
        for (int i = 0; i < edges.size(); i++) {
            var path = edges.get(i).path();
            for (int point = 1; point < path.size(); point++) {
                double x = (path.x(point - 1) + path.x(point)) / 2;
                double y = (path.y(point - 1) + path.y(point)) / 2;

                var found = EdgeHit.at(picture, x, y, 4);

                assertThat(found).isPresent();
                assertThat(edges.get(found.getAsInt()).to()).isEqualTo(edges.get(i).to());
            }
        }
    }

    @Test
    void findsNoneBesideThem() {
        assertThat(EdgeHit.at(picture, -20, 100, 4)).isEmpty();
    }
}
