package dev.lathe.ui.shell;

import dev.lathe.ui.form.IconButtons;
import dev.lathe.ui.session.Problem;
import dev.lathe.ui.text.Texts;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One line that says what did not work; gone while all is well.
final class ProblemBar extends HBox {
    private final Label sentence = new Label();

    ProblemBar(ShellModel model, Texts texts) {
        setId("problem-bar");
        getStyleClass().add("problem-bar");
        setAccessibleRole(AccessibleRole.TEXT);
        sentence.setId("problem-text");
        sentence.setWrapText(true);
        sentence.setMaxWidth(Double.MAX_VALUE);
        sentence.setTooltip(new Tooltip());
        setHgrow(sentence, Priority.ALWAYS);
        var close = IconButtons.of("problem-close", Feather.X, texts.text("shell.problem.close"));
        close.setOnAction(_ -> model.dismissProblem());
        getChildren().setAll(new FontIcon(Feather.ALERT_OCTAGON), sentence, close);
        managedProperty().bind(visibleProperty());
        model.problemProperty()
                .subscribe(problem -> {
                    setVisible(problem.isPresent());
                    show(problem.map(Problem::sentence).orElse(""));
                });
    }

    private void show(String text) {
        sentence.setText(text);
        sentence.getTooltip().setText(text);
        setAccessibleText(text);
    }
}
