package dev.lathe.ui.form;

import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableNumberValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// How far a piece of work has come, with a button that cancels it; gone while it does not run.
public final class ProgressRow extends VBox {

    /// A row for work.
    ///
    /// @param id the id of the bar; that of the button ends with `-cancel`
    /// @param progress the share that is done, negative while it is not known
    public ProgressRow(
            String id,
            ObservableBooleanValue running,
            ObservableNumberValue progress,
            ObservableValue<String> doing,
            ObservableValue<String> cancel,
            Runnable onCancel) {
        getStyleClass().add("progress-row");
        var words = new Label();
        words.getStyleClass().add("hint");
        words.textProperty().bind(doing);
        var bar = new ProgressBar();
        bar.setId(id);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty().bind(progress);
        bar.accessibleTextProperty().bind(doing);
        HBox.setHgrow(bar, Priority.ALWAYS);
        var button = new Button();
        button.setId(id + "-cancel");
        button.textProperty().bind(cancel);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> onCancel.run());
        var line = new HBox(bar, button);
        line.getStyleClass().add("actions");
        getChildren().setAll(words, line);
        visibleProperty().bind(running);
        managedProperty().bind(running);
    }
}
