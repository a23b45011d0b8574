package dev.lathe.ui.compress;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;

/// A layer with weights, which takes part in a compression or is left as it is.
final class LayerItem {
    private final BooleanProperty included = new SimpleBooleanProperty(this, "included", true);
    private final DoubleProperty zeros = new SimpleDoubleProperty(this, "zeros", 0);
    private final String name;
    private final String op;
    private final long weights;

    LayerItem(String name, String op, long weights) {
        this.name = name;
        this.op = op;
        this.weights = weights;
    }

    String name() {
        return name;
    }

    String op() {
        return op;
    }

    /// The number of its weights.
    long weights() {
        return weights;
    }

    BooleanProperty includedProperty() {
        return included;
    }

    boolean isIncluded() {
        return included.get();
    }

    /// The share of its weights that is zero or would be.
    DoubleProperty zerosProperty() {
        return zeros;
    }
}
