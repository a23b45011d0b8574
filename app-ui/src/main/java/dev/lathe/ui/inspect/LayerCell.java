package dev.lathe.ui.inspect;

import java.util.function.Function;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// A cell of the layer table; its tooltip has the text in full.
abstract class LayerCell extends TableCell<LayerRow, LayerRow> {
    private final Function<LayerRow, String> words;
    private final Tooltip tooltip = new Tooltip();

    /// Where a text is cut that is too long.
    enum Cut {
        START,
        END
    }

    LayerCell(Function<LayerRow, String> words, Cut cut) {
        this.words = words;
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(480);
        setEllipsisString("…");
        setTextOverrun(cut == Cut.START ? OverrunStyle.LEADING_ELLIPSIS : OverrunStyle.ELLIPSIS);
    }

    @Override
    protected void updateItem(@Nullable LayerRow row, boolean empty) {
        super.updateItem(row, empty);
        if (row == null || empty) {
            setText("");
            setTooltip(null);
        } else {
            var text = words.apply(row);
            setText(text);
            tooltip.setText(tip(row, text));
            setTooltip(tooltip);
        }
    }

    /// What the tooltip says.
    abstract String tip(LayerRow row, String text);
}
