package dev.lathe.ui.shell;

import dev.lathe.ui.form.EmptyState;
import dev.lathe.ui.form.PaneScroll;
import dev.lathe.ui.session.Problem;
import dev.lathe.ui.session.Problems;
import dev.lathe.ui.text.Texts;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// All that did not work since the window was opened, with the time of each, the latest first.
final class MessageList extends VBox {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    private final VBox rows = new VBox();
    private final Problems problems;
    private final Texts texts;

    MessageList(Problems problems, Texts texts) {
        this.problems = problems;
        this.texts = texts;
        setId("message-list");
        getStyleClass().add("message-list");
        rows.getStyleClass().add("message-rows");
        var scroll = new PaneScroll(rows);
        scroll.setFitToHeight(true);
        scroll.accessibleTextProperty().bind(texts.text("shell.messages"));
        setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(scroll, clearButton());
        problems.list().addListener((InvalidationListener) _ -> update());
        update();
    }

    private Button clearButton() {
        var clear = new Button();
        clear.setId("messages-clear");
        clear.textProperty().bind(texts.text("shell.messages.clear"));
        clear.getStyleClass().add("flat");
        clear.setOnAction(_ -> problems.clear());
        clear.disableProperty().bind(Bindings.isEmpty(problems.list()));
        return clear;
    }

    private void update() {
        if (problems.list().isEmpty()) {
            var none =
                    new EmptyState(
                            Feather.CHECK_CIRCLE,
                            texts.text("shell.messages.none"),
                            texts.text("shell.messages.none.hint"));
            setVgrow(none, Priority.ALWAYS);
            rows.getChildren().setAll(none);
        } else {
            rows.getChildren()
                    .setAll(problems.list().reversed().stream().map(MessageList::row).toList());
        }
    }

    private static Node row(Problem problem) {
        var time = new Label(TIME.format(problem.at()));
        time.getStyleClass().addAll("figure", "message-time");
        time.setMinWidth(USE_PREF_SIZE);
        var sentence = new Label(problem.sentence());
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        var row = new HBox(time, sentence);
        row.getStyleClass().add("message-row");
        return row;
    }
}
