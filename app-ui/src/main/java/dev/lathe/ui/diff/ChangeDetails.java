package dev.lathe.ui.diff;

import dev.lathe.model.diff.Change;
import dev.lathe.model.diff.FieldChange;
import dev.lathe.model.diff.MergedNode;
import dev.lathe.model.diff.NodeDiff.MatchedBy;
import dev.lathe.model.diff.TensorDiff;
import dev.lathe.ui.text.Texts;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Everything that differs of one layer: what it was, and what it is.
final class ChangeDetails extends ScrollPane {
    private static final double NARROW = 280;

    private final Texts texts;
    private final ChangeText words;
    private final VBox content = new VBox();
    private Optional<ChangeRow> row = Optional.empty();

    ChangeDetails(DiffViewModel model, Texts texts) {
        this.texts = texts;
        this.words = new ChangeText(texts);
        setId("diff-details");
        getStyleClass().addAll("change-details", "edge-to-edge");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        content.getStyleClass().add("change-details-content");
        setContent(content);
        model.changes().currentProperty().subscribe(this::show);
        texts.messagesProperty().subscribe(() -> show(row));
        widthProperty().map(width -> width.doubleValue() < NARROW).subscribe(() -> show(row));
    }

    private void show(Optional<ChangeRow> shown) {
        row = shown;
        setVvalue(0);
        content.getChildren().clear();
        if (shown.isEmpty()) {
            content.getChildren().add(label("hint", texts.now("diff.details.none")));
            return;
        }
        var change = shown.get();
        content.getChildren().add(heading(change));
        change.node().ifPresent(node -> addPlace(change, node));
        if (!change.facts().isEmpty()) {
            content.getChildren().add(facts(change));
        }
        change.weights().forEach(weight -> addWeight(weight, change.kind()));
    }

    private Node heading(ChangeRow change) {
        var sign = label("change-sign", change.kind().sign());
        sign.getStyleClass().add("change-" + change.kind().word());
        var title = label("change-details-title", words.title(change));
        title.setId("diff-details-title");
        title.setMinWidth(0);
        var kind = label("hint", words.kind(change.kind()));
        kind.setMinWidth(USE_PREF_SIZE);
        var heading = new HBox(sign, title, kind);
        heading.getStyleClass().add("change-details-heading");
        return heading;
    }

    private void addPlace(ChangeRow change, MergedNode node) {
        var before = node.before();
        var after = node.after();
        if (before.equals(after) || before.isEmpty() || after.isEmpty()) {
            content.getChildren().add(wrapped("change-name", change.name()));
        } else {
            content.getChildren()
                    .add(
                            wrapped(
                                    "change-name",
                                    texts.now("diff.arrow", before.get(), after.get())));
        }
        if (node.node().matchedBy() != MatchedBy.NOTHING) {
            var by = node.node().matchedBy().name().toLowerCase(Locale.ROOT);
            content.getChildren().add(wrapped("hint", texts.now("diff.matched." + by)));
        }
    }

    /// What differs, in three columns or, where there is little room, one below the other.
    private Node facts(ChangeRow change) {
        return getWidth() < NARROW ? stacked(change) : columns(change);
    }

    private Node stacked(ChangeRow change) {
        var lines = new VBox();
        lines.getStyleClass().add("change-facts-stacked");
        for (FieldChange fact : change.facts()) {
            var what = wrapped("fact-name", words.what(fact));
            var how =
                    fact.kind() == FieldChange.Kind.NOTE
                            ? texts.now("diff.note.differs")
                            : texts.now(
                                    "diff.arrow",
                                    words.side(fact.before()),
                                    words.side(fact.after()));
            lines.getChildren().add(new VBox(what, wrapped("fact-value", how)));
        }
        return lines;
    }

    private Node columns(ChangeRow change) {
        var grid = new GridPane();
        grid.getStyleClass().add("change-facts");
        for (double share : new double[] {36, 32, 32}) {
            var column = new ColumnConstraints();
            column.setPercentWidth(share);
            column.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(column);
        }
        grid.addRow(
                0,
                label("change-facts-head", ""),
                label("change-facts-head", texts.now("diff.before")),
                label("change-facts-head", texts.now("diff.after")));
        int line = 1;
        for (FieldChange fact : change.facts()) {
            boolean note = fact.kind() == FieldChange.Kind.NOTE;
            var what = wrapped("fact-name", words.what(fact));
            what.setTooltip(new Tooltip(words.what(fact)));
            grid.addRow(
                    line++,
                    what,
                    value(note ? texts.now("diff.note.differs") : words.side(fact.before())),
                    value(note ? "" : words.side(fact.after())));
        }
        return grid;
    }

    private void addWeight(TensorDiff weight, ChangeKind kind) {
        var box = new VBox();
        box.getStyleClass().add("change-weight");
        box.getChildren().add(wrapped("change-weight-name", weight.name()));
        var was = words.tensor(kind == ChangeKind.ADDED ? weight.after() : weight.before());
        var now = words.tensor(kind == ChangeKind.REMOVED ? weight.before() : weight.after());
        if (weight.change() == Change.SAME) {
            box.getChildren().add(wrapped("hint", texts.now("diff.weight.same")));
        } else {
            box.getChildren()
                    .add(
                            wrapped(
                                    "fact-value",
                                    was.equals(now) ? now : texts.now("diff.arrow", was, now)));
        }
        weight.distance()
                .ifPresent(distance ->
                        words.figures(distance)
                                .forEach(figure -> box.getChildren().add(wrapped("hint", figure))));
        content.getChildren().add(box);
    }

    private static Label value(String text) {
        var value = wrapped("fact-value", text);
        value.setTooltip(new Tooltip(text));
        return value;
    }

    private static Label wrapped(String styleClass, String text) {
        var label = label(styleClass, text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static Label label(String styleClass, String text) {
        var label = new Label(text);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
