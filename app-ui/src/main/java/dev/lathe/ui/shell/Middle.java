package dev.lathe.ui.shell;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/// The middle of the window: what it usually shows, or for a while something in its place.
public final class Middle extends StackPane {
    private final Node usual;

    public Middle(Node usual) {
        this.usual = usual;
        setId("middle");
        setMinSize(0, 0);
        getChildren().setAll(usual);
    }

    /// Shows something else.
    public void cover(Node other) {
        getChildren().setAll(other);
    }

    /// Shows what is usual again.
    public void uncover() {
        getChildren().setAll(usual);
    }
}
