package dev.lathe.ui.graph;

import dev.lathe.model.search.Hit;
import dev.lathe.ui.graph.search.SearchVisitor;
import java.util.Set;

/// Shows in the graph what the search finds.
final class HitVisitor implements SearchVisitor {
    private final GraphViewModel model;

    HitVisitor(GraphViewModel model) {
        this.model = model;
    }

    @Override
    public void look(Hit hit) {
        switch (hit.kind()) {
            case LAYER -> {
                model.selectedGroups().clear();
                model.selectOnly(Set.of(hit.id()));
                model.show(hit.id());
            }
            case GROUP -> lookAtGroup(hit.id());
        }
    }

    @Override
    public void go(Hit hit) {
        switch (hit.kind()) {
            case LAYER -> {
                model.selectedGroups().clear();
                model.select(hit.id());
            }
            case GROUP -> model.selectGroup(hit.id());
        }
    }

    /// Selects a group and shows the box that its layers are in.
    private void lookAtGroup(String group) {
        model.selectOnly(Set.of());
        model.selectedGroups().retainAll(Set.of(group));
        model.selectedGroups().add(group);
        model.outlineProperty()
                .get()
                .flatMap(o -> Foldings.group(o, group).flatMap(location -> location.in(o)))
                .ifPresent(shown -> model.show(shown.firstLayer()));
    }
}
