package dev.lathe.ui.inspect.tensor;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/// A plot of so many columns side by side, one of which is pointed at with the mouse or with the
/// arrow keys.
abstract class PointedPlot extends Region {
    private final ReadOnlyIntegerWrapper pointed = new ReadOnlyIntegerWrapper(this, "pointed", -1);
    private final Rectangle mark = new Rectangle();
    private int columns;
    private double mouseX = Double.NaN;
    private double mouseY = Double.NaN;

    PointedPlot(String styleClass) {
        getStyleClass().addAll("pointed-plot", styleClass);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        mark.getStyleClass().add("plot-pointed");
        mark.setManaged(false);
        getChildren().add(mark);
        setOnMouseMoved(event -> follow(event.getX(), event.getY()));
        setOnMouseExited(_ -> point(-1));
        setOnMousePressed(event -> {
            requestFocus();
            event.consume(); // or a scroll pane around takes the focus
        });
        setOnKeyPressed(this::onKey);
        pointed.subscribe((_, _) -> requestLayout());
    }

    /// The column that is pointed at, from 0; −1 if none is.
    ReadOnlyIntegerProperty pointedProperty() {
        return pointed.getReadOnlyProperty();
    }

    /// Draws the plot into an area.
    abstract void layoutPlot(double left, double top, double width, double height);

    /// The height that labels below the plot take.
    abstract double axisHeight();

    final void setColumns(int count) {
        columns = count;
        point(-1);
        requestLayout();
    }

    final int columns() {
        return columns;
    }

    /// Follows the mouse; a move to where it is already, which comes when what is under it is laid
    /// out anew, does not take back what the keys did.
    private void follow(double x, double y) {
        if (x != mouseX || y != mouseY) {
            mouseX = x;
            mouseY = y;
            point(columnAt(x));
        }
    }

    private void point(int column) {
        pointed.set(column);
    }

    private void onKey(KeyEvent event) {
        int now = pointed.get();
        int next =
                switch (event.getCode()) {
                    case LEFT -> now < 0 ? columns - 1 : Math.max(0, now - 1);
                    case RIGHT -> Math.min(columns - 1, now + 1);
                    case HOME -> 0;
                    case END -> columns - 1;
                    default -> Integer.MIN_VALUE;
                };
        if (next != Integer.MIN_VALUE) {
            point(next);
            event.consume();
        }
    }

    private int columnAt(double x) {
        double share = (x - snappedLeftInset()) / innerWidth();
        return columns == 0 ? -1 : Math.clamp((long) (share * columns), 0, columns - 1);
    }

    private double innerWidth() {
        return Math.max(1, getWidth() - snappedLeftInset() - snappedRightInset());
    }

    @Override
    protected final void layoutChildren() {
        double left = snappedLeftInset();
        double top = snappedTopInset();
        double width = innerWidth();
        double height = Math.max(1, getHeight() - top - snappedBottomInset() - axisHeight());
        double step = width / Math.max(1, columns);
        mark.setVisible(pointed.get() >= 0);
        mark.setX(left + pointed.get() * step);
        mark.setWidth(Math.max(1, step));
        mark.setY(top);
        mark.setHeight(height);
        layoutPlot(left, top, width, height);
    }

    static Text label(String words) {
        var text = new Text(words);
        text.getStyleClass().add("histogram-label");
        text.setTextOrigin(VPos.TOP);
        text.setManaged(false);
        text.setMouseTransparent(true);
        return text;
    }
}
