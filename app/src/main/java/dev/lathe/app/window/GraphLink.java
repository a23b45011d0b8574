package dev.lathe.app.window;

import dev.lathe.model.outline.Scope;
import dev.lathe.ui.graph.GraphViewModel;
import dev.lathe.ui.graph.Location;
import dev.lathe.ui.overlay.OverlayChoice;
import dev.lathe.ui.overlay.OverlayChoice.Latency;
import dev.lathe.ui.overlay.OverlayViewModel;
import dev.lathe.ui.profile.ProfileViewModel;
import dev.lathe.ui.session.Version;
import dev.lathe.ui.session.Workbench;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;

/// Keeps the graph in step with the workbench: the model that is shown, the selection in both
/// directions, and the heat map of the profile.
final class GraphLink {
    private final GraphViewModel graph;

    private GraphLink(GraphViewModel graph) {
        this.graph = graph;
    }

    /// Links them for as long as they live.
    static void link(
            Workbench workbench,
            ProfileViewModel profile,
            OverlayViewModel overlay,
            GraphViewModel graph) {
        var link = new GraphLink(graph);
        workbench.currentProperty().subscribe(link::show);
        follow(
                workbench.selectedLayers(),
                graph.selectedLayers(),
                layer -> reveal(workbench, graph, layer));
        follow(graph.selectedLayers(), workbench.selectedLayers(), _ -> {});
        follow(workbench.selectedGroups(), graph.selectedGroups(), _ -> {});
        follow(graph.selectedGroups(), workbench.selectedGroups(), _ -> {});
        place(workbench, graph);
        heat(profile, overlay);
    }

    /// Opens the way to a layer that was selected alone; of many only those are shown that can be.
    private static void reveal(Workbench workbench, GraphViewModel graph, String layer) {
        if (workbench.selectedLayers().size() == 1) {
            graph.reveal(layer);
        }
    }

    @SuppressWarnings("ReferenceEquality") // comparing two large models takes long
    private void show(Optional<Version> before, Optional<Version> now) {
        if (now.isEmpty()) {
            graph.clear();
        } else if (before.isEmpty() || before.get().model() != now.get().model()) {
            graph.show(now.get().model(), now.get().types());
        }
    }

    /// Keeps what is shown by itself the same: a graph of the model, or a group of one.
    private static void place(Workbench workbench, GraphViewModel graph) {
        graph.locationProperty()
                .subscribe(location -> {
                    workbench.scopeProperty().set(location.scope());
                    workbench.shownGroupProperty().set(groupId(location));
                });
        workbench
                .scopeProperty()
                .subscribe((_, scope) -> {
                    if (!scope.equals(graph.locationProperty().get().scope())) {
                        graph.go(new Location(scope, ""));
                    }
                });
    }

    private static String groupId(Location location) {
        var isWhole = location.group().isEmpty() || location.scope().isEmpty();
        return isWhole ? location.group() : location.scope() + Scope.SEPARATOR + location.group();
    }

    /// Makes one selection follow another.
    ///
    /// @param reveal brings a layer into view that was selected elsewhere
    private static void follow(
            ObservableSet<String> source, ObservableSet<String> target, Consumer<String> reveal) {
        source.addListener(
                (SetChangeListener<String>)
                        change -> {
                            if (change.wasRemoved()) {
                                target.remove(change.getElementRemoved());
                            } else if (target.add(change.getElementAdded())) {
                                reveal.accept(change.getElementAdded());
                            }
                        });
    }

    /// Keeps the switch of the profile and the choice of the overlay the same.
    private static void heat(ProfileViewModel profile, OverlayViewModel overlay) {
        profile.heatMapProperty()
                .subscribe((_, isOn) -> {
                    boolean isLatency = overlay.choiceProperty().get() instanceof Latency;
                    if (isOn != isLatency) {
                        overlay.choiceProperty()
                                .set(isOn ? OverlayChoice.LATENCY : OverlayChoice.KINDS);
                    }
                });
        overlay.choiceProperty()
                .subscribe(choice -> profile.heatMapProperty().set(choice instanceof Latency));
    }
}
