package dev.lathe.ui.inspect;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Names at the left and what they stand for beside them; what is too long is cut and shown in full
/// in a tooltip.
///
/// The grid has the focus as a whole: up and down choose a line, Enter or a click shows all of it,
/// and what is chosen can be copied.
final class FactGrid extends GridPane {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final int SHORT_NAME = 16;
    private static final int LONGEST_LINE = 300;
    private static final int LONGEST_TOOLTIP = 1500;
    private static final int LONGEST_OPEN = 20_000;
    private final List<Label> values = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private int chosen = -1;

    FactGrid() {
        getStyleClass().add("fact-grid");
        var names = new ColumnConstraints();
        names.setMaxWidth(144);
        var shown = new ColumnConstraints();
        shown.setHgrow(Priority.ALWAYS);
        shown.setMinWidth(0);
        getColumnConstraints().setAll(names, shown);
        setFocusTraversable(true);
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        focusedProperty().subscribe(this::mark);
    }

    /// Adds words under a name that follows the language.
    FactGrid fact(ObservableValue<String> name, String value) {
        return add(bound(name), value, "words");
    }

    /// Adds a figure under a name that follows the language.
    FactGrid figure(ObservableValue<String> name, String value) {
        return add(bound(name), value, "figure");
    }

    /// Adds words under a name that the model gives.
    FactGrid fact(String name, String value) {
        return add(new Label(name), value, "words");
    }

    /// Adds words that nothing in the model says but that hold.
    ///
    /// @param why shown with the words
    FactGrid implied(String name, String value, ObservableValue<String> why) {
        var label = new Label(name);
        label.getStyleClass().add("implied");
        add(label, value, "implied");
        var tooltip = values.getLast().getTooltip();
        tooltip.textProperty().bind(why);
        return this;
    }

    /// Says what the name in the last line means.
    FactGrid meaning(String words) {
        var name = (Label) getChildren().get(getChildren().size() - 2);
        name.setTooltip(new Tooltip(name.getText() + ": " + words));
        name.setAccessibleHelp(words);
        return this;
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    private static Label bound(ObservableValue<String> name) {
        var label = new Label();
        label.textProperty().bind(name);
        return label;
    }

    private FactGrid add(Label name, String text, String style) {
        name.getStyleClass().add("fact-name");
        if (name.getText().length() <= SHORT_NAME) {
            name.setMinWidth(USE_PREF_SIZE);
        }
        if (name.getTooltip() == null && !name.textProperty().isBound()) {
            name.setTooltip(new Tooltip(name.getText()));
        }
        int row = values.size();
        var value = value(text);
        value.getStyleClass().add(style);
        value.setOnMouseClicked(_ -> choose(row));
        Copying.offer(value, text);
        Copying.offer(name, text);
        name.setLabelFor(value);
        values.add(value);
        texts.add(text);
        addRow(row, name, value);
        return this;
    }

    private void press(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN && chosen < values.size() - 1) {
            chosen++;
            mark();
            event.consume();
        } else if (event.getCode() == KeyCode.UP && chosen > 0) {
            chosen--;
            mark();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && chosen >= 0) {
            unfold(chosen);
            event.consume();
        }
    }

    private void choose(int row) {
        chosen = row;
        requestFocus();
        mark();
        unfold(row);
    }

    private void mark() {
        if (isFocused() && chosen < 0 && !values.isEmpty()) {
            chosen = 0;
        }
        for (int i = 0; i < values.size(); i++) {
            values.get(i).pseudoClassStateChanged(CHOSEN, isFocused() && i == chosen);
        }
        if (chosen >= 0) {
            var name = (Label) getChildren().get(2 * chosen);
            setAccessibleText(name.getText() + " " + texts.get(chosen));
            Copying.offer(this, texts.get(chosen));
        }
    }

    private void unfold(int row) {
        var value = values.get(row);
        boolean open = !value.isWrapText();
        value.setText(open ? shortened(texts.get(row), LONGEST_OPEN) : line(texts.get(row)));
        value.setWrapText(open);
    }

    private static Label value(String text) {
        var label = new Label(line(text));
        label.getStyleClass().add("fact-value");
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinWidth(0);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setTextOverrun(OverrunStyle.ELLIPSIS);
        label.setTooltip(new Tooltip(shortened(text, LONGEST_TOOLTIP)));
        return label;
    }

    /// The beginning of a text, as one line.
    private static String line(String text) {
        return shortened(text, LONGEST_LINE).replace('\n', ' ');
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + " …";
    }
}
