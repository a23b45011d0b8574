package dev.lathe.ui.inspect;

import dev.lathe.ui.text.Texts;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableRow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;

/// A row of the layer table. Screen readers read it as one sentence.
final class LayerTableRow extends TableRow<LayerRow> {
    private final LayerTable table;
    private final LayerColumns columns;
    private final Texts texts;
    private final ContextMenu menu;

    LayerTableRow(LayerTable table, LayerColumns columns, Texts texts) {
        this.table = table;
        this.columns = columns;
        this.texts = texts;
        this.menu = menu();
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                withRow(table::reveal);
            }
        });
    }

    @Override
    protected void updateItem(@Nullable LayerRow row, boolean empty) {
        super.updateItem(row, empty);
        boolean filled = row != null && !empty;
        setContextMenu(filled ? menu : null);
        setAccessibleText(row != null && !empty ? sentence(row) : null);
    }

    private String sentence(LayerRow row) {
        return texts.now(
                "layers.row",
                row.name(),
                row.operator(),
                row.outputShape(),
                columns.words(LayerColumn.PARAMETERS).apply(row),
                columns.words(LayerColumn.MACS).apply(row));
    }

    private ContextMenu menu() {
        var reveal = item("layers-row-reveal", texts.text("layers.reveal"));
        reveal.setAccelerator(new KeyCodeCombination(KeyCode.ENTER));
        reveal.setOnAction(_ -> withRow(table::reveal));
        var name = item("layers-row-copy-name", texts.text("layers.copy-name"));
        name.setOnAction(_ -> withRow(table::copyName));
        var copy = item("layers-row-copy", texts.text("layers.copy-selected"));
        copy.setAccelerator(new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN));
        copy.setOnAction(_ -> table.copy());
        var all = item("layers-row-copy-all", texts.text("layers.copy-all"));
        all.setOnAction(_ -> table.copyAll());
        var save = item("layers-row-save", texts.text("layers.save"));
        save.setOnAction(_ -> table.save());
        return new ContextMenu(reveal, name, new SeparatorMenuItem(), copy, all, save);
    }

    private void withRow(Consumer<LayerRow> action) {
        var row = getItem();
        if (row != null) {
            action.accept(row);
        }
    }

    private static MenuItem item(String id, ObservableValue<String> words) {
        var item = new MenuItem();
        item.setId(id);
        item.textProperty().bind(words);
        return item;
    }
}
