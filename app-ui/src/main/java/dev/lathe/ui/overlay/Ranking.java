package dev.lathe.ui.overlay;

import dev.lathe.model.group.Group;
import dev.lathe.model.metric.Amount;
import dev.lathe.model.metric.Combination;
import dev.lathe.model.metric.NodeValues;
import dev.lathe.model.outline.Outline;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The layers of a model by their values, the highest first. Layers that hold graphs are left out:
/// what is inside them is in the list.
final class Ranking {
    private final List<Map.Entry<String, Amount>> ranked;
    private final OverlayChoice choice;
    private final Optional<Double> total;
    private final boolean isUnknown;

    Ranking(OverlayChoice choice, NodeValues values, Outline outline) {
        this.choice = choice;
        ranked =
                values.layers().entrySet().stream()
                        .filter(entry -> !entry.getValue().isUnknown())
                        .filter(entry -> entry.getValue().value() != 0)
                        .filter(entry -> isLeaf(entry.getKey(), outline))
                        .sorted((a, b) ->
                                Double.compare(b.getValue().value(), a.getValue().value()))
                        .toList();
        isUnknown = values.layers().values().stream().anyMatch(Amount::isUnknown);
        total =
                choice.combination() == Combination.SUM
                        ? Optional.ofNullable(values.groups().get(outline.main().id(root(outline))))
                                .map(Amount::value)
                                .filter(sum -> sum > 0)
                        : Optional.empty();
    }

    private static Group root(Outline outline) {
        return outline.main().groups().root();
    }

    private static boolean isLeaf(String layer, Outline outline) {
        return outline.find(layer).stream()
                .allMatch(place -> place.scope().inside(place.node()).isEmpty());
    }

    /// How many layers there are.
    int size() {
        return ranked.size();
    }

    /// Whether there are layers whose value is not known.
    boolean isUnknown() {
        return isUnknown;
    }

    /// The first layers.
    List<TopLayer> top(int count, Outline outline) {
        double highest = ranked.isEmpty() ? 0 : ranked.getFirst().getValue().value();
        return ranked.stream()
                .limit(count)
                .map(entry -> {
                    double value = entry.getValue().value();
                    boolean isMain = outline.main().graph().node(entry.getKey()).isPresent();
                    return new TopLayer(
                            entry.getKey(),
                            ValueText.of(choice.unit(), entry.getValue()),
                            total.filter(_ -> isMain && value > 0).map(sum -> value / sum),
                            highest > 0 ? Math.max(0, value / highest) : 0);
                })
                .toList();
    }
}
