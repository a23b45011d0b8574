package dev.lathe.ui.graph;

import dev.lathe.ui.graph.layout.BoxRole;
import dev.lathe.ui.graph.paint.FxBrush;
import dev.lathe.ui.graph.paint.HeatScale;
import dev.lathe.ui.graph.paint.NodeOverlay;
import dev.lathe.ui.text.Texts;
import dev.lathe.ui.theme.OperatorKind;
import dev.lathe.ui.theme.Tint;
import java.util.EnumSet;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
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

    Legend(GraphViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("graph-legend");
        getStyleClass().addAll("graph-bar", "graph-legend");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setMouseTransparent(true);
        model.pictureProperty().subscribe(this::fill);
        model.overlayProperty().subscribe(this::fill);
        model.paletteProperty().subscribe(this::fill);
    }

    private void fill() {
        var overlay = model.overlayProperty().get();
        if (overlay.isNone()) {
            getChildren().setAll(kinds().stream().map(this::kind).toList());
        } else {
            getChildren().setAll(scale(overlay));
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

    private Node[] scale(NodeOverlay overlay) {
        var palette = model.paletteProperty().get();
        var stops =
                IntStream.range(0, STOPS)
                        .mapToDouble(i -> i / (STOPS - 1.0))
                        .mapToObj(s -> new Stop(s, FxBrush.color(HeatScale.at(s, palette))))
                        .toList();
        var bar = new Rectangle(160, 12);
        bar.setFill(new LinearGradient(0, 0, 1, 0, true, CycleMethod.NO_CYCLE, stops));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var ends =
                new HBox(
                        8,
                        new Label(overlay.scale().lowest()),
                        gap,
                        new Label(overlay.scale().highest()));
        return new Node[] {new Label(overlay.title()), bar, ends};
    }
}
