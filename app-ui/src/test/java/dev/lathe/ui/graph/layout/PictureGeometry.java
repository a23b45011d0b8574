package dev.lathe.ui.graph.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What must hold of every picture, whatever it shows.
final class PictureGeometry {
    private static final int SAMPLES = 12;
    private static final double TOUCH = 0.01;

    private record Rectangle(
            String what, int box, double left, double top, double right, double bottom) {
        boolean overlaps(Rectangle other) {
            return left < other.right - TOUCH
                    && other.left < right - TOUCH
                    && top < other.bottom - TOUCH
                    && other.top < bottom - TOUCH;
        }

        boolean holds(Rectangle other) {
            return left <= other.left + TOUCH
                    && top <= other.top + TOUCH
                    && right >= other.right - TOUCH
                    && bottom >= other.bottom - TOUCH;
        }

        boolean contains(double x, double y) {
            return x > left + TOUCH && x < right - TOUCH && y > top + TOUCH && y < bottom - TOUCH;
        }
    }

    private PictureGeometry() {}

    /// Boxes and labels are inside the picture and overlap nothing but the frames that they are in,
    /// no edge passes through a box or a label of another value or through a frame that it has
    /// nothing to do with, and every edge begins and ends at its boxes.
    static void check(LaidOutGraph graph) {
        var solid = new ArrayList<Rectangle>();
        var frames = new ArrayList<Rectangle>();
        for (int i = 0; i < graph.boxes().size(); i++) {
            var box = graph.boxes().get(i);
            var rectangle =
                    new Rectangle(
                            box.box().title(), i, box.x(), box.y(), box.right(), box.bottom());
            if (box.box().role().isFrame()) {
                frames.add(rectangle);
            } else {
                solid.add(rectangle);
            }
            if (box.frame() >= 0) {
                var frame = graph.boxes().get(box.frame());
                assertThat(frame.box().role().isFrame()).isTrue();
                assertThat(rectangle(frame).holds(rectangle)).isTrue();
            }
        }
        for (PlacedLabel label : graph.labels()) {
            solid.add(
                    new Rectangle(
                            label.text(),
                            label.box(),
                            label.x(),
                            label.y(),
                            label.x() + label.width(),
                            label.y() + label.height()));
        }
        nothingOverlaps(solid);
        framesHoldWhatIsTheirs(frames, solid, graph);
        edgesMissStrangeFrames(frames, graph);
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

    private static Rectangle rectangle(PlacedBox box) {
        return new Rectangle(box.box().title(), -1, box.x(), box.y(), box.right(), box.bottom());
    }

    /// The frames that a box is in.
    private static Set<Integer> around(LaidOutGraph graph, int box) {
        var around = new HashSet<Integer>();
        for (int at = graph.boxes().get(box).frame(); at >= 0; at = graph.boxes().get(at).frame()) {
            around.add(at);
        }
        return around;
    }

    private static void framesHoldWhatIsTheirs(
            List<Rectangle> frames, List<Rectangle> solid, LaidOutGraph graph) {
        for (Rectangle frame : frames) {
            for (Rectangle other : solid) {
                if (frame.overlaps(other)) {
                    assertThat(around(graph, other.box()))
                            .as("%s is in %s", other, frame)
                            .contains(frame.box());
                }
            }
        }
        for (int i = 0; i < frames.size(); i++) {
            for (int j = i + 1; j < frames.size(); j++) {
                var a = frames.get(i);
                var b = frames.get(j);
                if (a.overlaps(b)) {
                    assertThat(
                                    around(graph, a.box()).contains(b.box())
                                            || around(graph, b.box()).contains(a.box()))
                            .as("%s and %s", a, b)
                            .isTrue();
                }
            }
        }
    }

    private static void edgesMissStrangeFrames(List<Rectangle> frames, LaidOutGraph graph) {
        if (frames.isEmpty()) {
            return;
        }
        var byTop = new ArrayList<>(frames);
        byTop.sort(Comparator.comparingDouble(Rectangle::top));
        for (PlacedEdge edge : graph.edges()) {
            var related = around(graph, edge.from());
            related.retainAll(around(graph, edge.to()));
            var path = edge.path();
            var near =
                    byTop.stream()
                            .filter(f -> f.top() < path.bottom() && f.bottom() > path.top())
                            .filter(f -> f.left() < path.right() && f.right() > path.left())
                            .filter(f -> !related.contains(f.box()))
                            .toList();
            for (int i = 1; i < path.size() && !near.isEmpty(); i++) {
                for (int s = 0; s <= SAMPLES; s++) {
                    double t = s / (double) SAMPLES;
                    double x = x(path, i, t);
                    double y = y(path, i, t);
                    assertThat(near)
                            .as("edge %d → %d at %.1f, %.1f", edge.from(), edge.to(), x, y)
                            .noneMatch(f -> f.contains(x, y));
                }
            }
        }
    }

    private static double x(EdgePath path, int i, double t) {
        return curve(path.x(i - 1), path.firstControlX(i), path.secondControlX(i), path.x(i), t);
    }

    private static double y(EdgePath path, int i, double t) {
        return curve(path.y(i - 1), path.firstControlY(i), path.secondControlY(i), path.y(i), t);
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
                    double x = x(path, i, t);
                    double y = y(path, i, t);
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
            int end = path.size() - 1;
            if (graph.direction() == Direction.DOWN) {
                assertThat(path.y(0)).isEqualTo(from.bottom(), within(TOUCH));
                assertThat(path.x(0)).isBetween(from.x() - TOUCH, from.right() + TOUCH);
                assertThat(path.y(end)).isEqualTo(to.y(), within(TOUCH));
                assertThat(path.x(end)).isBetween(to.x() - TOUCH, to.right() + TOUCH);
            } else {
                assertThat(path.x(0)).isEqualTo(from.right(), within(TOUCH));
                assertThat(path.y(0)).isBetween(from.y() - TOUCH, from.bottom() + TOUCH);
                assertThat(path.x(end)).isEqualTo(to.x(), within(TOUCH));
                assertThat(path.y(end)).isBetween(to.y() - TOUCH, to.bottom() + TOUCH);
            }
        }
    }

    private static double curve(double a, double b, double c, double d, double t) {
        double u = 1 - t;
        return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
    }
}
