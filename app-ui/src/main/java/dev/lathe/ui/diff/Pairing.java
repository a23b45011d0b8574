package dev.lathe.ui.diff;

import dev.lathe.ui.graph.layout.LaidOutGraph;
import dev.lathe.ui.graph.layout.PlacedBox;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// The boxes of one picture with those of another that show the same layers.
///
/// @param graph the picture that leads
/// @param other the picture that follows
record Pairing(LaidOutGraph graph, LaidOutGraph other, Matches matches, Side from, Side to) {
    private static final double CHOSEN = 40;
    private static final int MOST_BOXES = 1500;

    /// How far a place in one picture is from the same place in the other.
    record Shift(double x, double y) {}

    /// The numbers of all boxes.
    List<Integer> everything() {
        return IntStream.range(0, graph.boxes().size()).boxed().toList();
    }

    /// How far a point is from the same place in the other picture: the mean of the distances
    /// between boxes that are one, weighted by the inverse square of how far they are from the
    /// point (Shepard 1968), so that it changes smoothly from point to point.
    ///
    /// @param boxes the boxes that count
    /// @param chosen the layer that counts more than the others
    Optional<Shift> mean(List<Integer> boxes, double x, double y, String chosen) {
        int step = Math.max(1, boxes.size() / MOST_BOXES);
        double sumX = 0;
        double sumY = 0;
        double weights = 0;
        for (int i = 0; i < boxes.size(); i += step) {
            var box = graph.boxes().get(boxes.get(i));
            var match = match(box);
            if (match.isEmpty()) {
                continue;
            }
            var there = other.boxes().get(match.getAsInt());
            double dx = box.centerX() - x;
            double dy = box.centerY() - y;
            double weight =
                    (chosen.equals(box.box().name()) ? CHOSEN : 1) / (dx * dx + dy * dy + 1);
            sumX += weight * (there.centerX() - box.centerX());
            sumY += weight * (there.centerY() - box.centerY());
            weights += weight;
        }
        return weights == 0
                ? Optional.empty()
                : Optional.of(new Shift(sumX / weights, sumY / weights));
    }

    private OptionalInt match(PlacedBox box) {
        var name = box.box().name();
        return switch (box.box().role()) {
            case NODE, OPEN_NODE ->
                    matches.across(from, name, to).map(other::boxOf).orElse(OptionalInt.empty());
            case GROUP -> other.boxOfGroup(name);
            case INPUT, OUTPUT, STUB, OPEN_GROUP, SCOPE, JUNCTION -> OptionalInt.empty();
        };
    }
}
