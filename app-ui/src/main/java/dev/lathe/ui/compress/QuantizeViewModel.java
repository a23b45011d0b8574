package dev.lathe.ui.compress;

import dev.lathe.model.edit.Edit;
import dev.lathe.model.edit.Edit.QuantizeDynamic;
import dev.lathe.model.edit.Edit.QuantizeStatic;
import dev.lathe.model.quantize.Granularity;
import dev.lathe.model.quantize.IntegerType;
import dev.lathe.ui.session.Version;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/// How to quantize.
final class QuantizeViewModel {
    private final ObjectProperty<QuantizeMode> mode =
            new SimpleObjectProperty<>(this, "mode", QuantizeMode.STATIC);
    private final ObjectProperty<IntegerType> activation =
            new SimpleObjectProperty<>(this, "activation", IntegerType.U8);
    private final ObjectProperty<IntegerType> weight =
            new SimpleObjectProperty<>(this, "weight", IntegerType.S8);
    private final ObjectProperty<Granularity> granularity =
            new SimpleObjectProperty<>(this, "granularity", Granularity.CHANNEL);
    private final IntegerProperty limit = new SimpleIntegerProperty(this, "limit", 128);
    private final LayerItems layers = new LayerItems();

    ObjectProperty<QuantizeMode> modeProperty() {
        return mode;
    }

    ObjectProperty<IntegerType> activationProperty() {
        return activation;
    }

    ObjectProperty<IntegerType> weightProperty() {
        return weight;
    }

    ObjectProperty<Granularity> granularityProperty() {
        return granularity;
    }

    /// The number of calibration samples to use at most.
    IntegerProperty limitProperty() {
        return limit;
    }

    LayerItems layers() {
        return layers;
    }

    Edit edit() {
        return switch (mode.get()) {
            case DYNAMIC ->
                    new QuantizeDynamic(weight.get(), granularity.get(), layers.selection());
            case STATIC ->
                    new QuantizeStatic(
                            activation.get(),
                            weight.get(),
                            granularity.get(),
                            limit.get(),
                            layers.selection());
        };
    }

    /// Shows the layers of a version.
    void show(Optional<Version> version) {
        version.ifPresentOrElse(v -> layers.show(v.model().graph()), layers::clear);
    }
}
