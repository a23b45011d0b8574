package dev.lathe.ui.inspect;

import dev.lathe.ui.inspect.LayerColumn.Content;
import dev.lathe.ui.text.NaturalOrder;
import dev.lathe.ui.text.Texts;
import dev.lathe.ui.text.Units;
import dev.lathe.ui.theme.KindPalette;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;

/// Makes the columns of the layer table: what their cells say and how they sort. What is not known
/// comes last, upwards and downwards.
final class LayerColumns {
    private static final String NONE = "–";
    private static final double UNKNOWN = Double.NaN;

    private final Texts texts;
    private final ObservableValue<KindPalette> palette;
    private final ObservableValue<Map<String, Double>> zeros;

    /// @param zeros the share of zeros among the weights of layers, 0 to 1, by layer id
    LayerColumns(
            Texts texts,
            ObservableValue<KindPalette> palette,
            ObservableValue<Map<String, Double>> zeros) {
        this.texts = texts;
        this.palette = palette;
        this.zeros = zeros;
    }

    TableColumn<LayerRow, LayerRow> make(LayerColumn kind) {
        var column = new TableColumn<LayerRow, LayerRow>();
        column.setId(kind.id());
        column.textProperty().bind(texts.text(kind.titleKey()));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setPrefWidth(kind.width());
        column.setMinWidth(kind == LayerColumn.NAME ? 120 : 52);
        column.setComparator(order(kind, column));
        var words = words(kind);
        column.setCellFactory(_ ->
                switch (kind) {
                    case NAME -> new LayerNameCell(palette);
                    case GROUP -> new LayerTextCell(words, LayerCell.Cut.START);
                    default -> new LayerTextCell(words, LayerCell.Cut.END);
                });
        if (kind.content() == Content.FIGURE) {
            column.getStyleClass().add("figure-column");
        }
        return column;
    }

    /// What the cell of a row says.
    Function<LayerRow, String> words(LayerColumn kind) {
        return switch (kind) {
            case NAME -> LayerRow::name;
            case OPERATOR -> LayerRow::operator;
            case SHAPE -> LayerRow::outputShape;
            case TYPE -> LayerRow::type;
            case GROUP -> LayerRow::group;
            case PARAMETERS -> row -> row.parameters() == 0 ? NONE : Units.count(row.parameters());
            case BYTES -> row -> row.weightBytes() == 0 ? NONE : Units.bytes(row.weightBytes());
            case MACS ->
                    row ->
                            row.macs().isExact() && row.macs().value() == 0
                                    ? NONE
                                    : Units.count(row.macs());
            case LATENCY ->
                    row ->
                            row.latencyMs().isPresent()
                                    ? Units.milliseconds(row.latencyMs().getAsDouble())
                                    : NONE;
            case ZEROS ->
                    row -> {
                        var share = zeros.getValue().get(row.name());
                        return share == null ? NONE : Units.percent(share);
                    };
        };
    }

    private Comparator<LayerRow> order(LayerColumn kind, TableColumn<LayerRow, LayerRow> column) {
        return switch (kind) {
            case NAME -> byText(LayerRow::name);
            case OPERATOR -> byText(LayerRow::operator);
            case SHAPE -> byText(LayerRow::outputShape);
            case TYPE -> byText(LayerRow::type);
            case GROUP -> byText(LayerRow::group);
            case PARAMETERS -> byNumber(LayerRow::parameters, column);
            case BYTES -> byNumber(LayerRow::weightBytes, column);
            case MACS ->
                    byNumber(
                            row ->
                                    row.macs().isExact() || row.macs().value() > 0
                                            ? row.macs().value()
                                            : UNKNOWN,
                            column);
            case LATENCY -> byNumber(row -> row.latencyMs().orElse(UNKNOWN), column);
            case ZEROS ->
                    byNumber(row -> zeros.getValue().getOrDefault(row.name(), UNKNOWN), column);
        };
    }

    private static Comparator<LayerRow> byText(Function<LayerRow, String> text) {
        return Comparator.comparing(text, NaturalOrder.INSTANCE);
    }

    /// Compares by a number that is NaN where it is not known. The table turns the order round to
    /// sort downwards, which is undone for what is not known.
    private static Comparator<LayerRow> byNumber(
            ToDoubleFunction<LayerRow> number, TableColumn<LayerRow, LayerRow> column) {
        return (a, b) -> {
            double left = number.applyAsDouble(a);
            double right = number.applyAsDouble(b);
            if (Double.isNaN(left) == Double.isNaN(right)) {
                return Double.compare(left, right);
            }
            boolean last = Double.isNaN(left) == (column.getSortType() == SortType.ASCENDING);
            return last ? 1 : -1;
        };
    }
}
