package dev.lathe.ui.chart;

import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// A bar as long as a share of its whole.
public final class ShareBar extends Region {
    private final Region filled = new StackPane();
    private double share;

    public ShareBar() {
        getStyleClass().add("share-bar");
        filled.getStyleClass().add("share-bar-filled");
        getChildren().setAll(filled);
        setMinWidth(16);
        setPrefWidth(64);
        setPrefHeight(8);
        setMaxHeight(8);
    }

    /// Shows a share from 0 to 1.
    public void show(double newShare) {
        share = Math.clamp(newShare, 0.0, 1.0);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = share == 0 ? 0 : Math.max(1, getWidth() * share);
        filled.resizeRelocate(0, 0, width, getHeight());
    }
}
