package dev.lathe.ui.graph.search;

import dev.lathe.model.search.Field;
import dev.lathe.model.search.Hit;
import dev.lathe.model.search.Match;
import dev.lathe.ui.text.Texts;
import dev.lathe.ui.theme.KindPalette;
import dev.lathe.ui.theme.OperatorKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A hit: the colour of its kind, its name and operator, where it is, and what else of it matched.
final class ResultCell extends ListCell<Hit> {
    static final double HEIGHT = 44;

    private static final double NAME_SIZE = 13;
    private static final double DETAIL_SIZE = 11;

    /// What is neither text nor the right column: paddings, the swatch and gaps.
    private static final double CHROME = 60;

    /// The most that `shape: ` takes.
    private static final double KEY_WIDTH = 36;

    private static final Set<Field> SHOWN_AS_DETAIL =
            EnumSet.of(Field.INPUT, Field.OUTPUT, Field.SHAPE, Field.TYPE, Field.ATTRIBUTE);

    private final SearchModel search;
    private final ObservableValue<KindPalette> palette;
    private final Texts texts;
    private final Region swatch = new Region();
    private final FontIcon groupIcon = new FontIcon(Feather.LAYERS);
    private final MarkedText name = new MarkedText("search-name", NAME_SIZE);
    private final MarkedText operator = new MarkedText("search-operator", DETAIL_SIZE);
    private final MarkedText place = new MarkedText("search-place", DETAIL_SIZE);
    private final Label detailKey = new Label();
    private final MarkedText detail = new MarkedText("search-detail", DETAIL_SIZE);
    private final Tooltip identifier = new Tooltip();
    private final HBox second;
    private final HBox row;

    ResultCell(SearchModel search, ObservableValue<KindPalette> palette, Texts texts) {
        this.search = search;
        this.palette = palette;
        this.texts = texts;
        getStyleClass().add("search-cell");
        swatch.getStyleClass().add("search-swatch");
        detailKey.getStyleClass().add("search-detail-key");
        detailKey.setMinWidth(Region.USE_PREF_SIZE);
        var matched = new HBox(detailKey, detail);
        matched.setAlignment(Pos.CENTER_RIGHT);
        second = line(place, matched);
        var lines = new VBox(line(name, operator), second);
        lines.setMinWidth(0);
        lines.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(lines, Priority.ALWAYS);
        row = new HBox(swatch, groupIcon, lines);
        row.getStyleClass().add("search-row");
        setPrefWidth(0);
        palette.subscribe(this::paint);
        widthProperty().subscribe(() -> show(getItem()));
    }

    @Override
    protected void updateItem(@Nullable Hit hit, boolean empty) {
        super.updateItem(hit, empty);
        setText(null);
        setGraphic(empty || hit == null ? null : row);
        setTooltip(empty || hit == null ? null : identifier);
        show(empty ? null : hit);
    }

    private void show(@Nullable Hit hit) {
        if (hit == null) {
            setAccessibleText("");
            return;
        }
        var matches = search.matches(hit);
        double width = Math.max(80, getWidth() - CHROME);
        boolean isGroup = hit.kind() == Hit.Kind.GROUP;
        var right = isGroup ? texts.now("graph.search.layers", hit.layers()) : hit.operator();
        operator.show(right, of(matches, Field.OPERATOR), width * 0.4);
        name.show(hit.name(), of(matches, Field.NAME), width - widthOf(right, width * 0.4));
        var detailed =
                matches.stream().filter(m -> SHOWN_AS_DETAIL.contains(m.field())).findFirst();
        double half = hit.place().isEmpty() ? width : width * 0.5;
        place.show(hit.place(), of(matches, Field.PLACE), detailed.isEmpty() ? width : half);
        detailKey.setText(detailed.map(m -> key(m.field()) + ": ").orElse(""));
        detail.show(
                detailed.map(Match::text).orElse(""), detailed.stream().toList(), half - KEY_WIDTH);
        second.setManaged(detailed.isPresent() || !hit.place().isEmpty());
        second.setVisible(second.isManaged());
        swatch.setVisible(!isGroup);
        swatch.setManaged(!isGroup);
        groupIcon.setVisible(isGroup);
        groupIcon.setManaged(isGroup);
        identifier.setText(hit.id());
        setAccessibleText(spoken(hit, right, matches));
        paint();
    }

    private static double widthOf(String operator, double most) {
        return Math.min(most, operator.length() * DETAIL_SIZE * 0.65) + 8;
    }

    private static List<Match> of(List<Match> matches, Field field) {
        return matches.stream().filter(m -> m.field() == field).toList();
    }

    /// The word that a query asks for the field with, in any language.
    private static String key(Field field) {
        return switch (field) {
            case NAME -> "name";
            case OPERATOR -> "op";
            case INPUT -> "in";
            case OUTPUT -> "out";
            case SHAPE -> "shape";
            case TYPE -> "dtype";
            case ATTRIBUTE -> "attr";
            case PLACE -> "scope";
        };
    }

    private static String spoken(Hit hit, String right, List<Match> matches) {
        var details =
                matches.stream()
                        .filter(m -> SHOWN_AS_DETAIL.contains(m.field()))
                        .map(m -> key(m.field()) + ": " + m.text());
        return Stream.concat(Stream.of(hit.name(), right, hit.place()), details)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private void paint() {
        var hit = getItem();
        if (hit != null) {
            var tint = palette.getValue().fill(OperatorKind.of(hit.operator()));
            swatch.setStyle("-fx-background-color: " + tint.hex());
        }
    }

    private static HBox line(Node left, Node right) {
        var gap = new Region();
        gap.setMinWidth(8);
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line = new HBox(left, gap, right);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
