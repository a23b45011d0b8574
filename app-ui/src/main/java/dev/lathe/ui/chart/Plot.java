package dev.lathe.ui.chart;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.text.Text;

/// A plain area with a value axis below; knows where a share of the width and height lies.
abstract class Plot extends Pane {
    private static final double HEIGHT = 112;
    private static final double AXIS = 18;

    Plot(String styleClass) {
        getStyleClass().addAll("plot", styleClass);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinWidth(80);
        setPrefHeight(HEIGHT);
        setMinHeight(HEIGHT);
    }

    /// The nodes of the picture for the present size.
    abstract List<Node> draw();

    /// Draws again.
    final void redraw() {
        getChildren().setAll(getWidth() < 1 ? List.of() : draw());
    }

    @Override
    protected final void layoutChildren() {
        // Children are drawn unmanaged where they belong.
    }

    @Override
    public final void resize(double width, double height) {
        boolean other = width != getWidth() || height != getHeight();
        super.resize(width, height);
        if (other) {
            redraw();
        }
    }

    final double x(double share) {
        return left() + share * innerWidth();
    }

    final double y(double share) {
        return getInsets().getTop() + (1 - share) * innerHeight();
    }

    final double innerWidth() {
        return Math.max(1, getWidth() - left() - getInsets().getRight());
    }

    final double innerHeight() {
        return Math.max(1, getHeight() - getInsets().getTop() - getInsets().getBottom() - AXIS);
    }

    final Line baseline() {
        return line("plot-axis", x(0), y(0), x(1), y(0));
    }

    final Line line(String styleClass, double x1, double y1, double x2, double y2) {
        var line = new Line(snap(x1), snap(y1), snap(x2), snap(y2));
        line.getStyleClass().add(styleClass);
        line.setManaged(false);
        return line;
    }

    /// A label below the axis, kept inside the picture.
    final Text axisLabel(String words, double share) {
        var text = new Text(words);
        text.getStyleClass().add("plot-label");
        text.setManaged(false);
        text.setTextOrigin(VPos.TOP);
        text.applyCss();
        double width = text.getLayoutBounds().getWidth();
        text.setX(Math.clamp(x(share) - width / 2, x(0), Math.max(x(0), x(1) - width)));
        text.setY(y(0) + 4);
        return text;
    }

    private double left() {
        return getInsets().getLeft();
    }

    private static double snap(double position) {
        return Math.floor(position) + 0.5;
    }
}
