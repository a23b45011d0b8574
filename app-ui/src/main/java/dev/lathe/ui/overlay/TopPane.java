package dev.lathe.ui.overlay;

import dev.lathe.ui.form.CountField;
import dev.lathe.ui.form.IconButtons;
import dev.lathe.ui.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The layers with the highest values.
final class TopPane extends VBox {
    private static final double ROW = 24;
    private static final int MOST_ROWS_SEEN = 10;
    private static final double MOST_OF_WINDOW = 0.35;

    private final OverlayViewModel model;

    TopPane(OverlayViewModel model, Texts texts) {
        this.model = model;
        setId("overlay-top-pane");
        getStyleClass().add("overlay-top-pane");
        var before = new Label();
        before.textProperty().bind(texts.text("overlay.top.before"));
        var count = new CountField("overlay-top-count", model.topCountProperty(), 1);
        count.setPrefColumnCount(3);
        count.accessibleTextProperty().bind(texts.text("overlay.top.count"));
        before.setLabelFor(count);
        var after = new Label();
        after.textProperty().bind(texts.text("overlay.top.after"));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var copy = IconButtons.of("overlay-top-copy", Feather.COPY, texts.text("overlay.top.copy"));
        copy.setOnAction(_ -> copy());
        var head = new HBox(6, before, count, after, gap, copy);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, list(texts));
    }

    private ListView<TopLayer> list(Texts texts) {
        var list = new ListView<>(model.top());
        list.setId("overlay-top");
        list.getStyleClass().add("overlay-top");
        list.setFixedCellSize(ROW);
        list.setCellFactory(_ -> new TopCell(model));
        list.accessibleTextProperty().bind(texts.text("overlay.top"));
        var window = list.sceneProperty().flatMap(Scene::heightProperty).orElse(0);
        list.prefHeightProperty()
                .bind(
                        Bindings.createDoubleBinding(
                                () -> height(window.getValue().doubleValue()),
                                window,
                                model.top()));
        list.setMinHeight(2 * ROW);
        list.setOnKeyPressed(event -> {
            var chosen = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && chosen != null) {
                model.select(chosen);
                event.consume();
            } else if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
                copy();
                event.consume();
            }
        });
        return list;
    }

    /// As high as its rows, unless that is much of the window.
    private double height(double window) {
        double rows = ROW * Math.clamp(model.top().size(), 1, MOST_ROWS_SEEN) + 2;
        return Math.min(rows, Math.max(2 * ROW, MOST_OF_WINDOW * window));
    }

    private void copy() {
        var content = new ClipboardContent();
        content.putString(model.topAsText());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
