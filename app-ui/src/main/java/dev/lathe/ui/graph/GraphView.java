package dev.lathe.ui.graph;

import dev.lathe.ui.graph.paint.Area;
import dev.lathe.ui.graph.paint.PictureExport;
import dev.lathe.ui.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalInt;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

/// The pane with the graph of a model: the picture, a search field, a zoom bar and a legend over
/// it, and what is shown instead of a picture.
public final class GraphView extends StackPane {
    private static final double STEP = 1.25;

    private final GraphViewModel model;
    private final GraphCanvas canvas;
    private final SearchBar searchBar;
    private final Legend legend;

    public GraphView(GraphViewModel model, Texts texts) {
        this.model = model;
        this.canvas = new GraphCanvas(model);
        this.searchBar = new SearchBar(model.search(), texts, this::requestFocus);
        setId("graph-view");
        getStyleClass().add("graph-view");
        setMinSize(0, 0);
        setFocusTraversable(true);
        canvas.setId("graph-canvas");
        var zoomBar = new ZoomBar(this, canvas, texts);
        this.legend = new Legend(model, texts);
        var pointed = pointedLabel();
        var states = new StatePane(model, texts);
        getChildren().addAll(canvas, legend, pointed, zoomBar, searchBar, states);
        at(legend, Pos.BOTTOM_LEFT);
        at(pointed, Pos.TOP_LEFT);
        at(zoomBar, Pos.BOTTOM_RIGHT);
        at(searchBar, Pos.TOP_RIGHT);
        var ready = model.stateProperty().isEqualTo(GraphState.READY);
        for (Node part : new Node[] {canvas, legend, zoomBar, searchBar}) {
            part.visibleProperty().bind(ready);
        }
        GraphGestures.install(canvas, model);
        GraphKeys.install(this, model);
        canvas.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> requestFocus());
        describe(texts);
    }

    /// Shows all of the graph.
    public void fit() {
        canvas.fit();
    }

    public void zoomIn() {
        canvas.zoom(STEP);
    }

    public void zoomOut() {
        canvas.zoom(1 / STEP);
    }

    /// One pixel for a unit of the picture.
    public void resetZoom() {
        canvas.resetZoom();
    }

    /// The part of the picture that is seen; its size follows from the zoom.
    public ReadOnlyObjectProperty<Area> seenProperty() {
        return canvas.seenProperty();
    }

    /// Shows a point of the picture in the middle.
    ///
    /// @param scale pixels for a unit of the picture
    public void look(double x, double y, double scale) {
        canvas.look(x, y, scale);
    }

    /// Shows the selected layers as large as they fit.
    public void zoomToSelection() {
        var graph = canvas.picture().graph();
        canvas.fit(
                model.selectedLayers().stream()
                        .map(graph::boxOf)
                        .filter(OptionalInt::isPresent)
                        .map(OptionalInt::getAsInt)
                        .toList());
    }

    /// Lets the user type a query.
    public void focusSearch() {
        searchBar.focus();
    }

    /// Writes a picture of the whole graph in the colours of the moment: SVG if the name of the
    /// file ends in `.svg`, else PNG. May be called on any thread.
    ///
    /// @param scale pixels for a unit of the picture, for PNG
    public void exportPicture(Path file, double scale) throws IOException {
        var export =
                new PictureExport(model.paletteProperty().get(), model.overlayProperty().get());
        var graph = canvas.picture().graph();
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".svg")) {
            export.writeSvg(graph, file);
        } else {
            export.writePng(graph, scale, file);
        }
    }

    /// Puts what the colours of the graph are chosen with above their legend.
    public void putAboveLegend(Node head) {
        legend.putAbove(head);
    }

    /// Whether everything that is seen is painted in full, for pictures of the window.
    public boolean isPainted() {
        return canvas.isPainted();
    }

    GraphCanvas canvas() {
        return canvas;
    }

    private Label pointedLabel() {
        var label = new Label();
        label.setId("graph-pointed");
        label.getStyleClass().add("graph-pointed");
        label.setMouseTransparent(true);
        label.textProperty()
                .bind(
                        canvas.pointedProperty()
                                .map(box ->
                                        box.stream()
                                                .mapToObj(canvas.picture().graph().boxes()::get)
                                                .map(b -> b.box().name())
                                                .findFirst()
                                                .orElse("")));
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        return label;
    }

    private void describe(Texts texts) {
        setAccessibleRole(AccessibleRole.NODE);
        accessibleRoleDescriptionProperty().bind(texts.text("graph.role"));
        var nodes = model.pictureProperty().map(p -> p.graph().nodes());
        accessibleTextProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        model.selectedLayers().isEmpty()
                                                ? texts.now("graph.accessible", nodes.getValue())
                                                : texts.now(
                                                        "graph.accessible.selected",
                                                        nodes.getValue(),
                                                        String.join(", ", model.selectedLayers())),
                                nodes,
                                model.selectedLayers(),
                                texts.messagesProperty()));
    }

    private static void at(Node part, Pos place) {
        StackPane.setAlignment(part, place);
        StackPane.setMargin(part, new Insets(12));
    }
}
