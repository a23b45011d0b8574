package dev.lathe.ui.inspect;

import dev.lathe.model.cost.LayerCost;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.outline.Outline;
import dev.lathe.model.outline.Outline.Place;
import dev.lathe.model.outline.Scope;
import dev.lathe.ui.session.Version;
import java.util.List;
import java.util.Optional;

/// What the inspector is about.
sealed interface Inspection {

    /// Nothing: no model is open.
    record Nothing() implements Inspection {}

    /// A model as a whole.
    record OfModel(Version version) implements Inspection {}

    /// A graph inside a model: a branch, a body, what a call of a function does.
    record OfScope(Version version, Scope scope) implements Inspection {}

    /// One layer.
    ///
    /// @param id of the layer
    record OfLayer(Version version, String id, Place place) implements Inspection {
        Node node() {
            return place.node();
        }

        Scope scope() {
            return place.scope();
        }

        Graph graph() {
            return scope().graph();
        }

        /// What the layer costs; of layers inside others it is not known by itself.
        Optional<LayerCost> cost() {
            return Optional.ofNullable(version.cost().layers().get(id));
        }
    }

    /// One group of layers.
    record OfGroup(Version version, String id) implements Inspection {}

    /// Several layers and groups.
    record OfSeveral(Version version, List<String> layers, List<String> groups)
            implements Inspection {}

    /// What a selection is about in a version.
    static Inspection of(Optional<Version> current, Optional<Outline> outline, Subject subject) {
        if (current.isEmpty() || outline.isEmpty()) {
            return new Nothing();
        }
        var version = current.get();
        var all = outline.get();
        var layers = subject.layers().stream().filter(id -> all.find(id).isPresent()).sorted();
        var layerIds = layers.toList();
        var groupIds = subject.groups().stream().sorted().toList();
        if (layerIds.size() + groupIds.size() > 1) {
            return new OfSeveral(version, layerIds, groupIds);
        }
        if (groupIds.size() == 1) {
            return new OfGroup(version, groupIds.getFirst());
        }
        if (layerIds.size() == 1) {
            var id = layerIds.getFirst();
            return new OfLayer(version, id, all.find(id).orElseThrow());
        }
        var scope =
                subject.scope().isEmpty() ? Optional.<Scope>empty() : all.scope(subject.scope());
        return scope.isPresent() ? new OfScope(version, scope.get()) : new OfModel(version);
    }
}
