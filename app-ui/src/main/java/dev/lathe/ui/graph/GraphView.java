package dev.lathe.ui.graph;

import dev.lathe.ui.command.Command;
import dev.lathe.ui.graph.paint.Area;
import dev.lathe.ui.graph.search.SearchPane;
import dev.lathe.ui.text.Texts;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The pane with the graph of a model: the picture, a search field, a zoom bar and a legend over
/// it, and what is shown instead of a picture.
public final class GraphView extends StackPane {
    private static final String FIND = "graph.find";
    private static final double STEP = 1.25;

    /// From this width on there is room for all bars.
    private static final double WIDE = 560;

    private static final double MARGIN = 24;

    private final GraphViewModel model;
    private final TraceModel trace = new TraceModel();
    private final BoxSelection selection;
    private final GraphCanvas canvas;
    private final GraphCursor cursor;
    private final SearchPane searchPane;
    private final Legend legend;
    private final List<Command> commands;
    private final BooleanProperty searching = new SimpleBooleanProperty(this, "searching");

    /// What lies over the picture.
    public enum Tools {
        ALL,
        /// Nothing that is not asked for, where there is little room.
        FEW
    }

    public GraphView(GraphViewModel model, Texts texts) {
        this(model, texts, Tools.ALL);
    }

    /// A pane with more or fewer tools over the picture.
    public GraphView(GraphViewModel model, Texts texts, Tools tools) {
        this.model = model;
        this.selection = new BoxSelection(model);
        this.canvas = new GraphCanvas(model, trace, selection);
        this.cursor = new GraphCursor(canvas, selection);
        this.searchPane =
                new SearchPane(model.search(), model.paletteProperty(), texts, this::requestFocus);
        searchPane.fitInto(this);
        canvas.coveredProperty().bind(searchPane.coveredProperty());
        setId("graph-view");
        getStyleClass().add("graph-view");
        setMinSize(0, 0);
        setFocusTraversable(true);
        canvas.setId("graph-canvas");
        var corner = corner(texts, tools);
        this.legend = new Legend(model, texts);
        var peek = new Peek(canvas, model);
        var way = new WayBar(model, texts);
        var states = new StatePane(model, texts);
        getChildren().addAll(canvas, legend, corner, searchPane, way, peek, states, focusRing());
        at(legend, Pos.BOTTOM_LEFT);
        at(corner, Pos.BOTTOM_RIGHT);
        at(searchPane, Pos.TOP_RIGHT);
        at(way, Pos.TOP_LEFT);
        var ready = model.stateProperty().isEqualTo(GraphState.READY);
        for (Node part : new Node[] {canvas, legend, corner, searchPane}) {
            part.visibleProperty().bind(ready);
        }
        if (tools == Tools.FEW) {
            getChildren().remove(legend);
            var asked =
                    searching
                            .or(searchPane.focusWithinProperty())
                            .or(model.search().queryProperty().isNotEmpty());
            searchPane.visibleProperty().bind(ready.and(asked));
        }
        GraphGestures.install(this, canvas, selection);
        this.commands = GraphCommands.of(this, model, cursor, texts);
        GraphKeys.install(this, model, cursor);
        NodeMenu.install(this, model, selection, texts);
        canvas.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> requestFocus());
        GraphSpeech.install(this, model, selection, texts);
    }

    /// What lies over the lower right corner: the minimap above the bars.
    private Node corner(Texts texts, Tools tools) {
        var isSelected =
                Bindings.isNotEmpty(model.selectedLayers())
                        .or(Bindings.isNotEmpty(model.selectedGroups()));
        var more = new FoldBar(model, texts);
        if (tools == Tools.FEW) {
            more.visibleProperty().bind(widthProperty().greaterThan(WIDE));
            more.managedProperty().bind(more.visibleProperty());
        }
        var bars = new HBox(more, new ZoomBar(this, canvas, texts));
        bars.getStyleClass().add("graph-bars");
        bars.setAlignment(Pos.BOTTOM_RIGHT);
        bars.setPickOnBounds(false);
        var tracing = new TraceBar(trace, isSelected, texts);
        var corner = new VBox(new Minimap(canvas, texts), tracing, bars);
        corner.getStyleClass().add("graph-corner");
        corner.setAlignment(Pos.BOTTOM_RIGHT);
        corner.setPickOnBounds(false);
        corner.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return corner;
    }

    private Node focusRing() {
        var ring = new Region();
        ring.setId("graph-focus");
        ring.getStyleClass().add("graph-focus");
        ring.setMouseTransparent(true);
        ring.visibleProperty()
                .bind(focusVisibleProperty().or(focusedProperty().and(selection.byKeysProperty())));
        return ring;
    }

    /// What can be done in this pane, but for the search, which is one for the whole window.
    public List<Command> commands() {
        return commands.stream().filter(command -> !command.id().equals(FIND)).toList();
    }

    /// What keys do in this pane.
    List<Command> keyCommands() {
        return commands;
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
        canvas.fit(selection.boxes());
    }

    void openOrZoomToSelection() {
        if (selection.boxes().cardinality() == 1) {
            selection.cursor().ifPresent(this::openOrZoomTo);
        } else {
            zoomToSelection();
        }
    }

    /// Opens or closes what can be open; goes to what cannot.
    void openOrZoomTo(int index) {
        var box = canvas.picture().graph().boxes().get(index).box();
        if (model.canOpen(box)) {
            canvas.hold(index);
            model.toggle(box);
        } else {
            var boxes = new BitSet();
            boxes.set(index);
            canvas.fit(boxes);
        }
    }

    void selectAll() {
        cursor.all();
    }

    BoxSelection selection() {
        return selection;
    }

    TraceModel trace() {
        return trace;
    }

    /// Lets the user type a query.
    public void focusSearch() {
        searching.set(true);
        searchPane.focus();
        searching.set(false);
    }

    /// The part of the picture around what is selected; empty if nothing is.
    public Optional<Area> selectedArea() {
        var boxes = canvas.picture().graph().boxes();
        return selection.boxes().stream()
                .mapToObj(boxes::get)
                .map(box -> new Area(box.x(), box.y(), box.width(), box.height()))
                .reduce(Area::with)
                .map(area -> area.grown(MARGIN));
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

    private static void at(Node part, Pos place) {
        StackPane.setAlignment(part, place);
        StackPane.setMargin(part, new Insets(12));
    }
}
