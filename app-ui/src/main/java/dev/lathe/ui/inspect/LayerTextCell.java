package dev.lathe.ui.inspect;

import java.util.function.Function;

/// A cell of the layer table with nothing but a text.
final class LayerTextCell extends LayerCell {
    LayerTextCell(Function<LayerRow, String> words, Cut cut) {
        super(words, cut);
    }

    @Override
    String tip(LayerRow row, String text) {
        return text;
    }
}
