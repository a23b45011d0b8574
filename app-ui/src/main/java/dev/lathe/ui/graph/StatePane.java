package dev.lathe.ui.graph;

import dev.lathe.ui.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What the graph pane shows when it has no picture: that nothing is open, that it is busy, or why
/// it failed.
final class StatePane extends StackPane {
    private final GraphViewModel model;

    StatePane(GraphViewModel model, Texts texts) {
        this.model = model;
        getStyleClass().add("graph-states");
        visibleProperty().bind(model.stateProperty().isNotEqualTo(GraphState.READY));
        getChildren().addAll(empty(texts), loading(texts), failed(texts));
    }

    private Node empty(Texts texts) {
        var title = label("graph.empty", "graph-state-title", texts);
        var hint = label("graph.empty.hint", "graph-state-hint", texts);
        return shownIn(GraphState.EMPTY, icon(Feather.SHARE_2), title, hint);
    }

    private Node loading(Texts texts) {
        var busy = new ProgressIndicator();
        busy.visibleProperty().bind(model.stateProperty().isEqualTo(GraphState.LOADING));
        busy.setMaxSize(48, 48);
        var cancel = new Button();
        cancel.setId("graph-cancel");
        cancel.textProperty().bind(texts.text("job.cancel"));
        cancel.setOnAction(_ -> model.cancel());
        var title = label("graph.loading", "graph-state-title", texts);
        return shownIn(GraphState.LOADING, busy, title, cancel);
    }

    private Node failed(Texts texts) {
        var reason = new Label();
        reason.setId("graph-failure");
        reason.getStyleClass().add("graph-state-hint");
        reason.setWrapText(true);
        reason.textProperty().bind(model.messageProperty());
        var title = label("graph.failed", "graph-state-title", texts);
        return shownIn(GraphState.FAILED, icon(Feather.ALERT_TRIANGLE), title, reason);
    }

    private Node shownIn(GraphState state, Node... parts) {
        var box = new VBox(12, parts);
        box.setAlignment(Pos.CENTER);
        box.setMaxWidth(480);
        box.visibleProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> model.stateProperty().get() == state, model.stateProperty()));
        return box;
    }

    private static Label label(String key, String style, Texts texts) {
        var label = new Label();
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.textProperty().bind(texts.text(key));
        return label;
    }

    private static FontIcon icon(Ikon ikon) {
        var icon = new FontIcon(ikon);
        icon.getStyleClass().add("graph-state-icon");
        icon.setIconSize(40);
        return icon;
    }
}
