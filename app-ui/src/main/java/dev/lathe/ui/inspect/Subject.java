package dev.lathe.ui.inspect;

import dev.lathe.ui.session.Workbench;
import java.util.Set;

/// What is selected: identifiers of layers and groups, and the graph that is shown by itself.
///
/// @param scope the path of that graph; empty for the main one
record Subject(Set<String> layers, Set<String> groups, String scope) {
    Subject {
        layers = Set.copyOf(layers);
        groups = Set.copyOf(groups);
    }

    static Subject of(Workbench workbench) {
        return new Subject(
                workbench.selectedLayers(),
                workbench.selectedGroups(),
                workbench.scopeProperty().get());
    }

    /// One layer of a graph.
    static Subject layer(String id, String scope) {
        return new Subject(Set.of(id), Set.of(), scope);
    }

    /// One group.
    static Subject group(String id, String scope) {
        return new Subject(Set.of(), Set.of(id), scope);
    }

    /// A whole graph.
    static Subject graph(String scope) {
        return new Subject(Set.of(), Set.of(), scope);
    }

    /// Whether nothing is selected.
    boolean isGraph() {
        return layers.isEmpty() && groups.isEmpty();
    }

    /// Selects this.
    void choose(Workbench workbench) {
        workbench.scopeProperty().set(scope);
        workbench.selectedGroups().retainAll(groups);
        workbench.selectedLayers().retainAll(layers);
        workbench.selectedGroups().addAll(groups);
        workbench.selectedLayers().addAll(layers);
    }
}
