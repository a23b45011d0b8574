package dev.lathe.ui.graph;

import dev.lathe.ui.graph.layout.BoxRole;
import dev.lathe.ui.graph.paint.FxBrush;
import dev.lathe.ui.graph.paint.GraphColors;
import dev.lathe.ui.graph.paint.HeatScale;
import dev.lathe.ui.graph.paint.NodeOverlay;
import dev.lathe.ui.graph.paint.NodeOverlay.Note;
import dev.lathe.ui.text.Texts;
import dev.lathe.ui.theme.OperatorKind;
import dev.lathe.ui.theme.Tint;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Background;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Rectangle;

/// What the colours of a graph mean: the kinds of operators in it, or the scale of an overlay.
final class Legend extends VBox {
    private static final int STOPS = 9;

    private final GraphViewModel model;
    private final Texts texts;
    private final VBox meaning = new VBox();

    Legend(GraphViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("graph-legend");
        getStyleClass().addAll("graph-bar", "graph-legend");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        meaning.getStyleClass().add("graph-legend-meaning");
        getChildren().add(meaning);
        model.pictureProperty().subscribe(this::fill);
        model.overlayProperty().subscribe(this::fill);
        model.paletteProperty().subscribe(this::fill);
    }

    /// Puts what the colours are chosen with above their meaning.
    void putAbove(Node head) {
        getChildren().setAll(head, meaning);
    }

    private void fill() {
        var overlay = model.overlayProperty().get();
        if (overlay.isNone()) {
            meaning.getChildren().setAll(kinds().stream().map(this::kind).toList());
        } else {
            meaning.getChildren().setAll(scale(overlay));
        }
    }

    private EnumSet<OperatorKind> kinds() {
        var kinds = EnumSet.noneOf(OperatorKind.class);
        model.pictureProperty().get().graph().boxes().stream()
                .filter(box -> box.box().role() == BoxRole.NODE)
                .forEach(box -> kinds.add(box.box().kind()));
        return kinds;
    }

    private Node kind(OperatorKind kind) {
        var name = new Label();
        name.textProperty().bind(texts.text(kind.messageKey()));
        var row = new HBox(8, swatch(model.paletteProperty().get().fill(kind)), name);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Rectangle swatch(Tint tint) {
        var swatch = new Rectangle(12, 12, FxBrush.color(tint));
        swatch.setArcWidth(4);
        swatch.setArcHeight(4);
        return swatch;
    }

    private List<Node> scale(NodeOverlay overlay) {
        var palette = model.paletteProperty().get();
        var stops =
                IntStream.range(0, STOPS)
                        .mapToDouble(i -> i / (STOPS - 1.0))
                        .mapToObj(s -> new Stop(s, FxBrush.color(HeatScale.at(s, palette))))
                        .toList();
        var bar = new Region();
        bar.getStyleClass().add("graph-legend-scale");
        bar.setBackground(
                Background.fill(new LinearGradient(0, 0, 1, 0, true, CycleMethod.NO_CYCLE, stops)));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var ends =
                new HBox(
                        8,
                        new Label(overlay.scale().lowest()),
                        gap,
                        new Label(overlay.scale().highest()));
        var parts = new ArrayList<Node>(List.of(bar, ends));
        if (getChildren().size() == 1) {
            parts.addFirst(new Label(overlay.title())); // nothing above says it
        }
        var notes = overlay.scale().notes();
        for (Note note : Note.values()) {
            if (notes.containsKey(note)) {
                parts.add(note(note, notes.getOrDefault(note, "")));
            }
        }
        return parts;
    }

    private Node note(Note note, String words) {
        var label = new Label(words);
        label.getStyleClass().add("graph-legend-note");
        var grey = GraphColors.of(model.paletteProperty().get()).unrated();
        var row =
                switch (note) {
                    case GROUPS -> new HBox(8, label);
                    case UNKNOWN -> new HBox(8, new StackPane(swatch(grey), new Label("?")), label);
                    case ABSENT -> new HBox(8, swatch(grey), label);
                };
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
