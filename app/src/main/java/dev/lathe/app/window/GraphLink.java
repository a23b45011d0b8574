package dev.lathe.app.window;

import dev.lathe.ui.graph.GraphViewModel;
import dev.lathe.ui.graph.paint.NodeOverlay;
import dev.lathe.ui.graph.paint.NodeOverlay.Rating;
import dev.lathe.ui.graph.paint.NodeOverlay.Scale;
import dev.lathe.ui.profile.ProfileViewModel;
import dev.lathe.ui.session.Version;
import dev.lathe.ui.session.Workbench;
import dev.lathe.ui.text.Texts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;

/// Keeps the graph in step with the workbench: the model that is shown, the selection in both
/// directions, and the heat map of the profile.
final class GraphLink {
    private final ProfileViewModel profile;
    private final GraphViewModel graph;
    private final Texts texts;

    private GraphLink(ProfileViewModel profile, GraphViewModel graph, Texts texts) {
        this.profile = profile;
        this.graph = graph;
        this.texts = texts;
    }

    /// Links them for as long as they live.
    static void link(
            Workbench workbench, ProfileViewModel profile, GraphViewModel graph, Texts texts) {
        var link = new GraphLink(profile, graph, texts);
        workbench.currentProperty().subscribe(link::show);
        follow(workbench.selectedLayers(), graph.selectedLayers(), graph::show);
        follow(graph.selectedLayers(), workbench.selectedLayers(), _ -> {});
        profile.heatMapProperty().subscribe(link::heat);
        profile.layerSharesProperty().subscribe(link::heat);
        texts.messagesProperty().subscribe(link::heat);
    }

    @SuppressWarnings("ReferenceEquality") // comparing two large models takes long
    private void show(Optional<Version> before, Optional<Version> now) {
        if (now.isEmpty()) {
            graph.clear();
        } else if (before.isEmpty() || before.get().model() != now.get().model()) {
            graph.show(now.get().model(), now.get().types());
        }
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

    private void heat() {
        var shares = profile.layerSharesProperty().get();
        graph.overlayProperty()
                .set(
                        profile.heatMapProperty().get() && !shares.isEmpty()
                                ? overlay(shares)
                                : NodeOverlay.NONE);
    }

    private NodeOverlay overlay(Map<String, Double> shares) {
        double largest = shares.values().stream().mapToDouble(s -> s).max().orElse(1);
        var ratings = new LinkedHashMap<String, Rating>();
        shares.forEach((layer, share) ->
                ratings.put(layer, new Rating(largest > 0 ? share / largest : 0, percent(share))));
        return new NodeOverlay(
                texts.now("graph.heat.time"),
                ratings,
                Map.of(),
                new Scale(percent(0), percent(largest)));
    }

    private String percent(double share) {
        return texts.now("graph.heat.share", 100 * share);
    }
}
