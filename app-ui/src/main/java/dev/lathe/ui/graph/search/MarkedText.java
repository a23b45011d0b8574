package dev.lathe.ui.graph.search;

import dev.lathe.model.search.Match;
import dev.lathe.ui.graph.layout.CharWidths;
import dev.lathe.ui.graph.layout.TextMeasure;
import dev.lathe.ui.graph.search.Elision.Look;
import dev.lathe.ui.graph.search.Elision.Part;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// A line of text with marked parts, cut to a width so that those are seen.
///
/// Its labels, plain and marked in turn, are kept: making and styling them anew with each keystroke
/// takes long.
final class MarkedText extends HBox {
    private static final TextMeasure MEASURE = new CharWidths();

    private final double fontSize;

    /// @param fontSize of the style class, in pixels
    MarkedText(String styleClass, double fontSize) {
        this.fontSize = fontSize;
        getStyleClass().addAll("marked-text", styleClass);
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
    }

    /// Shows a text with those parts of it marked that matched.
    void show(String text, List<Match> marks, double width) {
        int used = 0;
        for (Part part : Elision.of(text, marks, width, fontSize, MEASURE).parts()) {
            if (isMarked(used) != (part.look() == Look.MARKED)) {
                write(used++, "");
            }
            write(used++, part.text());
        }
        for (int rest = used; rest < getChildren().size(); rest++) {
            write(rest, "");
        }
    }

    private void write(int position, String text) {
        if (position == getChildren().size()) {
            getChildren().add(label(position));
        }
        if (getChildren().get(position) instanceof Label label) {
            label.setText(text);
            label.setManaged(!text.isEmpty());
            label.setVisible(!text.isEmpty());
        }
    }

    private static Label label(int position) {
        var label = new Label();
        label.setMinWidth(USE_PREF_SIZE);
        if (isMarked(position)) {
            label.getStyleClass().add("search-mark");
        }
        return label;
    }

    private static boolean isMarked(int position) {
        return position % 2 == 1;
    }
}
