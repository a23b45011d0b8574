package dev.lathe.ui.form;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/// Content as wide as the pane that scrolls up and down only.
public final class PaneScroll extends ScrollPane {

    public PaneScroll(Node content) {
        super(content);
        getStyleClass().addAll("edge-to-edge", "pane-scroll");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
    }
}
