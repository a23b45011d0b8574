package dev.lathe.ui.inspect;

import dev.lathe.ui.text.Texts;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Which columns the layer table has, in which order: the usual ones until people choose. All that
/// are chosen are there at every width; a table that is too narrow for them scrolls.
final class ColumnChoice {
    /// The share of the width that the name has at least, between so many pixels.
    private static final double NAME_SHARE = 0.45;

    private static final double NAME_LEAST = 120;
    private static final double NAME_ENOUGH = 240;

    private final TableView<LayerRow> table;
    private final ObjectProperty<List<String>> chosen;
    private final LayerTableModel model;
    private final Texts texts;
    private final Map<LayerColumn, TableColumn<LayerRow, LayerRow>> columns =
            new EnumMap<>(LayerColumn.class);
    private final Map<LayerColumn, CheckMenuItem> items = new EnumMap<>(LayerColumn.class);
    private boolean showing;

    ColumnChoice(
            TableView<LayerRow> table,
            LayerColumns makers,
            ObjectProperty<List<String>> chosen,
            LayerTableModel model,
            Texts texts) {
        this.table = table;
        this.chosen = chosen;
        this.model = model;
        this.texts = texts;
        for (LayerColumn kind : LayerColumn.values()) {
            columns.put(kind, makers.make(kind));
        }
        table.setColumnResizePolicy(this::resize);
        chosen.subscribe(this::show);
        model.rows().addListener((ListChangeListener<LayerRow>) _ -> show());
        table.getColumns()
                .addListener(
                        (ListChangeListener<TableColumn<LayerRow, ?>>)
                                _ -> {
                                    if (!showing) {
                                        remember();
                                    }
                                });
    }

    /// A menu in which columns are chosen.
    Node menu() {
        var button = new MenuButton();
        button.setId("layers-columns");
        button.setGraphic(new FontIcon(Feather.COLUMNS));
        button.getStyleClass().addAll("flat", "no-arrow", "button-icon");
        button.accessibleTextProperty().bind(texts.text("layers.columns"));
        var tooltip = new Tooltip();
        tooltip.textProperty().bind(texts.text("layers.columns"));
        button.setTooltip(tooltip);
        for (LayerColumn kind : LayerColumn.values()) {
            button.getItems().add(item(kind));
        }
        var usual = new MenuItem();
        usual.setId("layers-columns-usual");
        usual.textProperty().bind(texts.text("layers.columns.usual"));
        usual.setOnAction(_ -> chosen.set(List.of()));
        button.getItems().addAll(new SeparatorMenuItem(), usual);
        return button;
    }

    private CheckMenuItem item(LayerColumn kind) {
        var item = new CheckMenuItem();
        item.setId("choose-" + kind.id());
        item.textProperty().bind(texts.text(kind.titleKey()));
        item.setDisable(kind == LayerColumn.NAME);
        item.setSelected(table.getColumns().contains(columns.get(kind)));
        item.setOnAction(_ -> toggle(kind));
        items.put(kind, item);
        return item;
    }

    private void toggle(LayerColumn kind) {
        var column = columns.get(kind);
        if (!table.getColumns().remove(column)) {
            table.getColumns().add(column);
        }
    }

    /// Shows what is chosen.
    private void show() {
        var wanted = wanted().stream().map(columns::get).toList();
        if (!wanted.equals(table.getColumns())) {
            showing = true;
            table.getColumns().setAll(wanted);
            showing = false;
        }
        items.forEach((kind, item) -> item.setSelected(wanted.contains(columns.get(kind))));
        model.zerosWantedProperty().set(wanted.contains(columns.get(LayerColumn.ZEROS)));
    }

    private List<LayerColumn> wanted() {
        return chosen.get().isEmpty()
                ? LayerColumn.usual(
                        model.rows().stream().anyMatch(row -> row.latencyMs().isPresent()))
                : LayerColumn.of(chosen.get());
    }

    private void remember() {
        chosen.set(table.getColumns().stream().map(TableColumn::getId).toList());
    }

    /// Gives the name what width the other columns leave; other columns have the width that they
    /// were given.
    @SuppressWarnings({"rawtypes", "unchecked"}) // a policy is declared for tables of anything
    private Boolean resize(TableView.ResizeFeatures features) {
        var name = columns.get(LayerColumn.NAME);
        if (name == null || name.equals(features.getColumn())) {
            return TableView.UNCONSTRAINED_RESIZE_POLICY.call(features);
        }
        boolean done =
                features.getColumn() == null
                        || TableView.UNCONSTRAINED_RESIZE_POLICY.call(features);
        double others =
                table.getVisibleLeafColumns().stream()
                        .filter(column -> !column.equals(name))
                        .mapToDouble(TableColumn::getWidth)
                        .sum();
        double left = Math.floor(features.getContentWidth() - others);
        double least = Math.clamp(features.getContentWidth() * NAME_SHARE, NAME_LEAST, NAME_ENOUGH);
        features.setColumnWidth(name, Math.max(least, left));
        return done;
    }
}
