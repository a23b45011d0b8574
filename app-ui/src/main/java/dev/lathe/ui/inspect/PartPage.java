package dev.lathe.ui.inspect;

import dev.lathe.ui.job.Jobs;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The page of a part of a model: its title at once, what is known of it as soon as it is found.
final class PartPage extends VBox {
    private final StackPane body = new StackPane();
    private Jobs.Handle finding = Jobs.Handle.NONE;

    /// A page.
    ///
    /// @param subtitle where the part is
    PartPage(ObservableValue<String> title, String subtitle) {
        getStyleClass().add("inspector-content");
        var titleLabel = new Label();
        titleLabel.setId("inspector-operator");
        titleLabel.getStyleClass().add("inspector-title");
        titleLabel.textProperty().bind(title);
        var header = new VBox(titleLabel);
        header.getStyleClass().add("inspector-header");
        if (!subtitle.isEmpty()) {
            var label = new Label(subtitle);
            label.setId("inspector-name");
            label.getStyleClass().add("inspector-subtitle");
            label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            label.setTooltip(new Tooltip(subtitle));
            Copying.offer(label, subtitle);
            header.getChildren().add(label);
        }
        body.getChildren().setAll(new ProgressIndicator());
        body.getStyleClass().add("part-body");
        getChildren().setAll(header, body);
        sceneProperty()
                .subscribe((before, now) -> {
                    if (before != null && now == null) {
                        finding.cancel();
                    }
                });
    }

    /// Says what finds out about the part; it is stopped when the page is left.
    void finding(Jobs.Handle handle) {
        finding = handle;
    }

    /// Shows what was found.
    void show(Node facts) {
        body.getChildren().setAll(facts);
    }
}
