package dev.lathe.ui.shell;

import dev.lathe.ui.form.EmptyState;
import dev.lathe.ui.session.Problem;
import dev.lathe.ui.session.Problems;
import dev.lathe.ui.text.Texts;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// All that did not work since the window was opened, with the time of each.
final class MessageList extends VBox {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    MessageList(Problems problems, Texts texts) {
        setId("message-list");
        getStyleClass().add("message-list");
        var list = new ListView<Problem>(problems.list());
        list.setPlaceholder(
                new EmptyState(
                        Feather.CHECK_CIRCLE,
                        texts.text("shell.messages.none"),
                        texts.text("shell.messages.none.hint")));
        list.setCellFactory(_ -> new ProblemCell());
        list.accessibleTextProperty().bind(texts.text("shell.messages"));
        setVgrow(list, Priority.ALWAYS);
        var clear = new Button();
        clear.setId("messages-clear");
        clear.textProperty().bind(texts.text("shell.messages.clear"));
        clear.getStyleClass().add("flat");
        clear.setOnAction(_ -> problems.clear());
        clear.disableProperty().bind(Bindings.isEmpty(problems.list()));
        getChildren().setAll(list, clear);
    }

    private static final class ProblemCell extends ListCell<Problem> {
        private final Label time = new Label();
        private final Label sentence = new Label();
        private final HBox row = new HBox(time, sentence);

        ProblemCell() {
            time.getStyleClass().addAll("figure", "message-time");
            time.setMinWidth(USE_PREF_SIZE);
            sentence.setWrapText(true);
            row.getStyleClass().add("message-row");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Problem problem, boolean empty) {
            super.updateItem(problem, empty);
            if (problem == null || empty) {
                setGraphic(null);
            } else {
                time.setText(TIME.format(problem.at()));
                sentence.setText(problem.sentence());
                setGraphic(row);
            }
        }
    }
}
