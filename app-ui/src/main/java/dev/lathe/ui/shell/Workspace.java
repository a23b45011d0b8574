package dev.lathe.ui.shell;

import dev.lathe.ui.settings.WindowLayout;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;

/// The left side, the middle and the right side, with divisions that people can move.
final class Workspace extends BorderPane {
    private final SplitPane columns = new SplitPane();
    private final SplitPane left = new SplitPane();
    private final BorderPane right = new BorderPane();
    private final Map<WorkArea, Node> sides = new EnumMap<>(WorkArea.class);
    private final ObjectProperty<WindowLayout> layout;
    private final ShellPanes panes;
    private boolean placed;

    Workspace(ShellModel model, ShellPanes panes, ObjectProperty<WindowLayout> layout) {
        this.panes = panes;
        this.layout = layout;
        setId("workspace");
        columns.getStyleClass().add("workspace-columns");
        left.getStyleClass().add("workspace-left");
        right.getStyleClass().add("workspace-right");
        left.setOrientation(Orientation.VERTICAL);
        left.getItems().setAll(panes.versions().get(), panes.layers().get());
        var graph = panes.graph().get();
        columns.getItems().setAll(left, graph);
        SplitPane.setResizableWithParent(left, false);
        SplitPane.setResizableWithParent(right, false);
        setCenter(columns);
        model.areaProperty().subscribe(this::showSide);
        model.sideShownProperty().subscribe(this::showSide);
    }

    @Override
    protected void layoutChildren() {
        if (!placed && getWidth() > 0) {
            placed = true;
            place();
        }
        super.layoutChildren();
    }

    /// The division as it is now.
    WindowLayout currentLayout(double windowWidth, double windowHeight) {
        var old = layout.get();
        if (!placed) {
            return old;
        }
        return new WindowLayout(
                windowWidth,
                windowHeight,
                left.getWidth() / getWidth(),
                right.getWidth() > 0 ? right.getWidth() / getWidth() : old.right(),
                left.getDividerPositions()[0]);
    }

    private void showSide(WorkArea area) {
        right.setCenter(sides.computeIfAbsent(area, this::make));
    }

    private Node make(WorkArea area) {
        var maker = panes.sides().get(area);
        return maker == null ? new BorderPane() : maker.get();
    }

    private void showSide(boolean shown) {
        if (shown && !columns.getItems().contains(right)) {
            columns.getItems().add(right);
            place();
        } else if (!shown && columns.getItems().contains(right)) {
            layout.set(currentLayout(layout.get().width(), layout.get().height()));
            columns.getItems().remove(right);
        }
    }

    /// Puts the dividers where the layout wants them.
    private void place() {
        columns.setDividerPosition(0, layout.get().left());
        if (columns.getItems().contains(right)) {
            columns.setDividerPosition(1, 1 - layout.get().right());
        }
        left.setDividerPosition(0, layout.get().versions());
    }
}
