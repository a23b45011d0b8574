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
        var cut = Elision.of(text, marks, width, fontSize, MEASURE);
        getChildren().setAll(cut.parts().stream().map(MarkedText::label).toList());
    }

    private static Label label(Part part) {
        var label = new Label(part.text());
        label.setMinWidth(USE_PREF_SIZE);
        if (part.look() == Look.MARKED) {
            label.getStyleClass().add("search-mark");
        }
        return label;
    }
}
