package dev.lathe.ui.inspect;

import dev.lathe.model.cost.LayerCost;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.ui.session.Version;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// What the inspector is about.
sealed interface Inspection {

    /// Nothing: no model is open.
    record Nothing() implements Inspection {}

    /// A model as a whole.
    record OfModel(Version version) implements Inspection {}

    /// One layer.
    record OfLayer(Version version, String name, Node node) implements Inspection {
        Graph graph() {
            return version.model().graph();
        }

        Optional<LayerCost> cost() {
            return Optional.ofNullable(version.cost().layers().get(name));
        }
    }

    /// Several layers.
    record OfLayers(Version version, List<String> names) implements Inspection {
        List<LayerCost> costs() {
            return names.stream()
                    .flatMap(
                            name -> Optional.ofNullable(version.cost().layers().get(name)).stream())
                    .toList();
        }
    }

    static Inspection of(Optional<Version> current, Collection<String> selected) {
        if (current.isEmpty()) {
            return new Nothing();
        }
        var version = current.get();
        var graph = version.model().graph();
        var names =
                selected.stream().filter(name -> graph.node(name).isPresent()).sorted().toList();
        if (names.isEmpty()) {
            return new OfModel(version);
        }
        if (names.size() > 1) {
            return new OfLayers(version, names);
        }
        var name = names.getFirst();
        return new OfLayer(version, name, graph.node(name).orElseThrow());
    }
}
