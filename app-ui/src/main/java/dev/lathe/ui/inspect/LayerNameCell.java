package dev.lathe.ui.inspect;

import dev.lathe.ui.theme.KindPalette;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// The name of a layer after the colour of its kind. A long name loses its beginning, which it has
/// in common with others.
final class LayerNameCell extends LayerCell {
    private final KindDot dot = new KindDot();
    private final ObservableValue<KindPalette> palette;

    LayerNameCell(ObservableValue<KindPalette> palette) {
        super(LayerRow::name, Cut.START);
        this.palette = palette;
        getStyleClass().add("layer-name-cell");
        palette.subscribe(now -> {
            var row = getItem();
            if (row != null) {
                dot.show(row.kind(), now);
            }
        });
    }

    @Override
    protected void updateItem(@Nullable LayerRow row, boolean empty) {
        super.updateItem(row, empty);
        if (row == null || empty) {
            setGraphic(null);
        } else {
            dot.show(row.kind(), palette.getValue());
            setGraphic(dot);
        }
    }

    @Override
    String tip(LayerRow row, String text) {
        return text + " · " + row.operator();
    }
}
