package dev.lathe.ui.diff;

import dev.lathe.ui.form.EmptyState;
import dev.lathe.ui.text.Texts;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// What is shown while there is no difference to look at: that two models are being compared, that
/// they are identical, or why they cannot be compared.
final class DiffStates extends StackPane {
    private final DiffViewModel model;
    private final Texts texts;

    /// @param names let people choose other models
    DiffStates(DiffViewModel model, Texts texts, Node... names) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("diff-states");
        visibleProperty().bind(model.stateProperty().isNotEqualTo(DiffState.READY));
        var name = name(Side.BEFORE);
        var other = name(Side.AFTER);
        getChildren()
                .setAll(
                        comparing(name, other),
                        state(
                                DiffState.IDENTICAL,
                                "diff-identical",
                                Feather.CHECK_CIRCLE,
                                texts.text("diff.identical"),
                                texts.text("diff.identical.hint", name, other)),
                        state(
                                DiffState.FAILED,
                                "diff-failed",
                                Feather.ALERT_TRIANGLE,
                                texts.text("diff.failed"),
                                model.messageProperty(),
                                again(),
                                leave("diff-failed-close")),
                        state(
                                DiffState.EMPTY,
                                "diff-empty",
                                Feather.SLASH,
                                texts.text("diff.stopped"),
                                texts.text("diff.stopped.hint"),
                                again(),
                                leave("diff-stopped-close")),
                        names(names));
    }

    private Node names(Node... names) {
        var bar = new HBox(names);
        bar.getStyleClass().add("diff-state-names");
        for (Node name : names) {
            HBox.setHgrow(name, Priority.ALWAYS);
        }
        setAlignment(bar, Pos.TOP_CENTER);
        bar.visibleProperty().bind(model.stateProperty().isNotEqualTo(DiffState.COMPARING));
        return bar;
    }

    private ObservableValue<String> name(Side side) {
        return model.sourceProperty(side).map(source -> source.map(DiffSource::name).orElse(""));
    }

    private Node comparing(ObservableValue<String> name, ObservableValue<String> other) {
        var busy = new ProgressIndicator();
        busy.setId("diff-progress");
        busy.setMaxSize(56, 56);
        busy.setPrefSize(56, 56);
        busy.progressProperty().bind(model.progressProperty());
        var title = new Label();
        title.getStyleClass().add("empty-state-title");
        title.textProperty().bind(texts.text("diff.comparing"));
        busy.accessibleTextProperty().bind(title.textProperty());
        var hint = new Label();
        hint.getStyleClass().add("empty-state-hint");
        hint.setWrapText(true);
        hint.textProperty().bind(texts.text("diff.comparing.hint", name, other));
        var cancel = button("diff-cancel", texts.text("job.cancel"), model::cancel);
        var box = new VBox(busy, title, hint, cancel);
        box.setId("diff-comparing");
        box.getStyleClass().add("empty-state");
        return shownIn(DiffState.COMPARING, box);
    }

    private Node state(
            DiffState state,
            String id,
            Ikon icon,
            ObservableValue<String> title,
            ObservableValue<String> hint,
            Node... buttons) {
        var box = new VBox(new EmptyState(icon, title, hint));
        box.setId(id);
        box.getStyleClass().add("diff-state");
        box.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        if (buttons.length > 0) {
            var actions = new HBox(buttons);
            actions.getStyleClass().add("diff-state-actions");
            box.getChildren().add(actions);
        }
        return shownIn(state, box);
    }

    private Button again() {
        return button("diff-again", texts.text("diff.again"), model::retry);
    }

    private Button leave(String id) {
        return button(id, texts.text("diff.close.words"), model::close);
    }

    private static Button button(String id, ObservableValue<String> words, Runnable action) {
        var button = new Button();
        button.setId(id);
        button.textProperty().bind(words);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private Node shownIn(DiffState state, Node box) {
        box.visibleProperty().bind(model.stateProperty().isEqualTo(state));
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }
}
