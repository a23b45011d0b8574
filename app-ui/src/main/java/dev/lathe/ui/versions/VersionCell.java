package dev.lathe.ui.versions;

import dev.lathe.ui.text.EditText;
import dev.lathe.ui.text.Texts;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A line of the list of versions: the step, then its figures.
final class VersionCell extends ListCell<VersionRow> {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private final Texts texts;
    private final Label number = new Label();
    private final Label title = new Label();
    private final Label samples = new Label();
    private final FigureCell size = new FigureCell();
    private final FigureCell zeros = new FigureCell();
    private final FigureCell top1 = new FigureCell();
    private final FigureCell latency = new FigureCell();
    private final VBox content;

    VersionCell(Texts texts) {
        this.texts = texts;
        getStyleClass().add("version-cell");
        number.getStyleClass().add("version-number");
        number.setMinWidth(USE_PREF_SIZE);
        title.getStyleClass().add("version-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        samples.getStyleClass().add("version-samples");
        samples.setMinWidth(USE_PREF_SIZE);
        var line = new HBox(number, title, samples);
        line.getStyleClass().add("version-line");
        content = new VBox(line, new FigureColumns("version-figures", size, zeros, top1, latency));
        content.getStyleClass().add("version");
        // The list is as wide as its cells want to be; they want no more than it has.
        setPrefWidth(0);
        content.setMinWidth(0);
    }

    @Override
    protected void updateItem(@Nullable VersionRow row, boolean empty) {
        super.updateItem(row, empty);
        if (row == null || empty) {
            setGraphic(null);
            setId(null);
            setAccessibleText(null);
            pseudoClassStateChanged(CURRENT, false);
            return;
        }
        var name = EditText.title(texts, row.edit());
        setId("version-" + row.step());
        number.setText(row.step() == 0 ? "○" : Integer.toString(row.step()));
        title.setText(name);
        samples.setText(row.samples().map(n -> texts.now("versions.samples", count(n))).orElse(""));
        size.show(row.size(), "");
        zeros.show(row.zeros(), "");
        top1.show(row.top1(), texts.now("versions.points"));
        latency.show(row.latency(), "");
        pseudoClassStateChanged(CURRENT, row.current());
        setAccessibleText(
                texts.now(
                        "versions.accessible",
                        name,
                        row.size().figure(),
                        row.zeros().figure(),
                        row.top1().figure(),
                        row.latency().figure()));
        setGraphic(content);
    }

    private static String count(int n) {
        return String.format(Locale.ROOT, "%,d", n);
    }
}
