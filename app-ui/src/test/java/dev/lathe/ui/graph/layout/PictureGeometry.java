package dev.lathe.ui.graph.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// What must hold of every picture, whatever it shows.
final class PictureGeometry {
    private static final int SAMPLES = 12;
    private static final double TOUCH = 0.01;

    private record Rectangle(String what, double left, double top, double right, double bottom) {
        boolean overlaps(Rectangle other) {
            return left < other.right - TOUCH
                    && other.left < right - TOUCH
                    && top < other.bottom - TOUCH
                    && other.top < bottom - TOUCH;
        }

        boolean contains(double x, double y) {
            return x > left + TOUCH && x < right - TOUCH && y > top + TOUCH && y < bottom - TOUCH;
        }
    }

    private PictureGeometry() {}

    /// Boxes and labels are inside the picture and overlap nothing, no edge passes through a box or
    /// a label of another value, and every edge begins and ends at its boxes.
    static void check(LaidOutGraph graph) {
        var solid = new ArrayList<Rectangle>();
        for (PlacedBox box : graph.boxes()) {
            solid.add(
                    new Rectangle(box.box().title(), box.x(), box.y(), box.right(), box.bottom()));
        }
        for (PlacedLabel label : graph.labels()) {
            solid.add(
                    new Rectangle(
                            label.text(),
                            label.x(),
                            label.y(),
                            label.x() + label.width(),
                            label.y() + label.height()));
        }
        nothingOverlaps(solid);
        everythingIsInside(solid, graph);
        edgesMissWhatIsNotTheirs(solid, graph);
        edgesMeetTheirBoxes(graph);
    }

    private static void nothingOverlaps(List<Rectangle> all) {
        var sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparingDouble(Rectangle::top));
        for (int i = 0; i < sorted.size(); i++) {
            for (int j = i + 1; j < sorted.size(); j++) {
                if (sorted.get(j).top() >= sorted.get(i).bottom()) {
                    break;
                }
                assertThat(sorted.get(i).overlaps(sorted.get(j)))
                        .as("%s overlaps %s", sorted.get(i), sorted.get(j))
                        .isFalse();
            }
        }
    }

    private static void everythingIsInside(List<Rectangle> all, LaidOutGraph graph) {
        assertThat(all)
                .allMatch(r ->
                        r.left() >= 0
                                && r.top() >= 0
                                && r.right() <= graph.width()
                                && r.bottom() <= graph.height());
    }

    private static void edgesMissWhatIsNotTheirs(List<Rectangle> solid, LaidOutGraph graph) {
        var byTop = new ArrayList<>(solid);
        byTop.sort(Comparator.comparingDouble(Rectangle::top));
        var tops = byTop.stream().mapToDouble(Rectangle::top).toArray();
        double tallest = solid.stream().mapToDouble(r -> r.bottom() - r.top()).max().orElse(0);
        for (PlacedEdge edge : graph.edges()) {
            var path = edge.path();
            for (int i = 1; i < path.size(); i++) {
                for (int s = 0; s <= SAMPLES; s++) {
                    double t = s / (double) SAMPLES;
                    double x = curve(path.x(i - 1), path.x(i - 1), path.x(i), path.x(i), t);
                    double middle = (path.y(i - 1) + path.y(i)) / 2;
                    double y = curve(path.y(i - 1), middle, middle, path.y(i), t);
                    var hit = hit(byTop, tops, tallest, x, y);
                    assertThat(hit)
                            .as("edge %d → %d at %.1f, %.1f", edge.from(), edge.to(), x, y)
                            .isEmpty();
                }
            }
        }
    }

    private static List<Rectangle> hit(
            List<Rectangle> byTop, double[] tops, double tallest, double x, double y) {
        int at = Arrays.binarySearch(tops, y - tallest - 1);
        var hits = new ArrayList<Rectangle>();
        for (int i = Math.max(0, at < 0 ? -at - 1 : at); i < tops.length && tops[i] <= y; i++) {
            if (byTop.get(i).contains(x, y)) {
                hits.add(byTop.get(i));
            }
        }
        return hits;
    }

    private static void edgesMeetTheirBoxes(LaidOutGraph graph) {
        for (PlacedEdge edge : graph.edges()) {
            var from = graph.boxes().get(edge.from());
            var to = graph.boxes().get(edge.to());
            var path = edge.path();
            assertThat(path.top()).isEqualTo(from.bottom());
            assertThat(path.x(0)).isBetween(from.x(), from.right());
            assertThat(path.bottom()).isEqualTo(to.y());
            assertThat(path.x(path.size() - 1)).isBetween(to.x(), to.right());
        }
    }

    private static double curve(double a, double b, double c, double d, double t) {
        double u = 1 - t;
        return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
    }
}
