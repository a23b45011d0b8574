package dev.lathe.ui.inspect;

import dev.lathe.ui.theme.KindPalette;
import dev.lathe.ui.theme.OperatorKind;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/// A small square in the colour of a kind of operator.
final class KindDot extends Rectangle {

    KindDot() {
        super(10, 10);
        setArcWidth(4);
        setArcHeight(4);
        getStyleClass().add("kind-dot");
    }

    void show(OperatorKind kind, KindPalette palette) {
        setFill(Color.web(palette.fill(kind).hex()));
    }
}
