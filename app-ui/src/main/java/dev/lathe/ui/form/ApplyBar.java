package dev.lathe.ui.form;

import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A button that starts something and, while it cannot, the reason below it.
public final class ApplyBar extends VBox {

    /// A bar whose button can be used while the obstacle is empty.
    public ApplyBar(
            String id, ObservableValue<String> words, StringBinding obstacle, Runnable onApply) {
        getStyleClass().add("apply-bar");
        var button = new Button();
        button.setId(id);
        button.getStyleClass().add("accent");
        button.setMaxWidth(Double.MAX_VALUE);
        button.textProperty().bind(words);
        button.disableProperty().bind(obstacle.isNotEmpty());
        button.setOnAction(_ -> onApply.run());
        var reason = new Label();
        reason.setId(id + "-obstacle");
        reason.getStyleClass().add("hint");
        reason.setWrapText(true);
        reason.textProperty().bind(obstacle);
        reason.visibleProperty().bind(obstacle.isNotEmpty());
        reason.managedProperty().bind(reason.visibleProperty());
        button.accessibleHelpProperty().bind(obstacle);
        getChildren().setAll(button, reason);
    }
}
