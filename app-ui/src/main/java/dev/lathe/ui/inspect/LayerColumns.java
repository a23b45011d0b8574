package dev.lathe.ui.inspect;

import dev.lathe.ui.text.Texts;
import dev.lathe.ui.text.Units;
import dev.lathe.ui.theme.KindPalette;
import java.util.Comparator;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// Makes the columns of the layer table.
final class LayerColumns {
    private static final String NONE = "–";
    private final Texts texts;
    private final ObservableValue<KindPalette> palette;

    LayerColumns(Texts texts, ObservableValue<KindPalette> palette) {
        this.texts = texts;
        this.palette = palette;
    }

    TableColumn<LayerRow, LayerRow> name() {
        var column =
                column("layers.name", 150, Comparator.comparing(LayerRow::name), LayerRow::name);
        column.setCellFactory(_ -> new NameCell(palette));
        return column;
    }

    TableColumn<LayerRow, LayerRow> operator() {
        return column(
                "layers.operator",
                96,
                Comparator.comparing(LayerRow::operator),
                LayerRow::operator);
    }

    TableColumn<LayerRow, LayerRow> shape() {
        return column(
                "layers.shape",
                104,
                Comparator.comparing(LayerRow::outputShape),
                LayerRow::outputShape);
    }

    TableColumn<LayerRow, LayerRow> parameters() {
        return figures(
                column(
                        "layers.parameters",
                        72,
                        Comparator.comparingLong(LayerRow::parameters),
                        row -> row.parameters() == 0 ? NONE : Units.count(row.parameters())));
    }

    TableColumn<LayerRow, LayerRow> macs() {
        return figures(
                column(
                        "layers.macs",
                        72,
                        Comparator.comparingLong(LayerRow::macs),
                        row -> row.macs() <= 0 ? NONE : Units.count(row.macs())));
    }

    TableColumn<LayerRow, LayerRow> bytes() {
        return figures(
                column(
                        "layers.bytes",
                        80,
                        Comparator.comparingLong(LayerRow::weightBytes),
                        row -> row.weightBytes() == 0 ? NONE : Units.bytes(row.weightBytes())));
    }

    TableColumn<LayerRow, LayerRow> latency() {
        return figures(
                column(
                        "layers.latency",
                        80,
                        Comparator.comparingDouble(row -> row.latencyMs().orElse(-1)),
                        row ->
                                row.latencyMs().isPresent()
                                        ? Units.milliseconds(row.latencyMs().getAsDouble())
                                        : NONE));
    }

    private TableColumn<LayerRow, LayerRow> column(
            String key, double width, Comparator<LayerRow> order, Function<LayerRow, String> text) {
        var column = new TableColumn<LayerRow, LayerRow>();
        column.setId(key.replace('.', '-'));
        column.textProperty().bind(texts.text(key));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new TextCell(text));
        column.setComparator(order);
        column.setPrefWidth(width);
        column.setMinWidth(56);
        column.setReorderable(false);
        return column;
    }

    private static TableColumn<LayerRow, LayerRow> figures(TableColumn<LayerRow, LayerRow> column) {
        column.getStyleClass().add("figure-column");
        column.setMinWidth(68);
        column.setMaxWidth(84);
        return column;
    }

    private static class TextCell extends TableCell<LayerRow, LayerRow> {
        private final Function<LayerRow, String> words;

        TextCell(Function<LayerRow, String> words) {
            this.words = words;
        }

        @Override
        protected void updateItem(@Nullable LayerRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(row == null || empty ? "" : words.apply(row));
        }
    }

    /// The name of a layer after the colour of its kind.
    private static final class NameCell extends TextCell {
        private final KindDot dot = new KindDot();
        private final Tooltip tooltip = new Tooltip();
        private final ObservableValue<KindPalette> palette;

        NameCell(ObservableValue<KindPalette> palette) {
            super(LayerRow::name);
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
                setTooltip(null);
            } else {
                dot.show(row.kind(), palette.getValue());
                setGraphic(dot);
                tooltip.setText(row.name() + " · " + row.operator());
                setTooltip(tooltip);
            }
        }
    }
}
