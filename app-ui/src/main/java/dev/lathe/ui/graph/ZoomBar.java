package dev.lathe.ui.graph;

import dev.lathe.ui.text.Texts;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// Buttons that zoom a graph.
final class ZoomBar extends HBox {
    ZoomBar(GraphView view, GraphCanvas canvas, Texts texts) {
        getStyleClass().add("graph-bar");
        setAlignment(Pos.CENTER);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        var out = IconButton.create("graph-zoom-out", Feather.MINUS, texts.text("graph.zoom-out"));
        out.setOnAction(_ -> view.zoomOut());
        var in = IconButton.create("graph-zoom-in", Feather.PLUS, texts.text("graph.zoom-in"));
        in.setOnAction(_ -> view.zoomIn());
        var fit = IconButton.create("graph-fit", Feather.MAXIMIZE, texts.text("graph.fit"));
        fit.setOnAction(_ -> view.fit());
        getChildren().addAll(out, percent(view, canvas, texts), in, fit);
    }

    private static Button percent(GraphView view, GraphCanvas canvas, Texts texts) {
        var button = new Button();
        button.setId("graph-zoom");
        button.getStyleClass().addAll("flat", "graph-zoom");
        button.setFocusTraversable(false);
        button.textProperty()
                .bind(
                        canvas.viewportProperty()
                                .map(Viewport::scale)
                                .map(z ->
                                        String.format(
                                                Locale.ROOT,
                                                z < 0.0995 ? "%.1f %%" : "%.0f %%",
                                                z * 100)));
        button.accessibleTextProperty().bind(texts.text("graph.zoom-reset"));
        button.setOnAction(_ -> view.resetZoom());
        return button;
    }
}
