package dev.lathe.ui.compress;

import dev.lathe.ui.chart.ShareBar;
import dev.lathe.ui.text.Texts;
import dev.lathe.ui.text.Units;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.cell.CheckBoxTableCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The layers that a compression can be made to, with a check mark at those that take part.
final class LayerTable extends TableView<LayerItem> {
    private static final double ROW = 28;
    private static final double HEADER = 40;
    private static final int ROWS = 14;

    private final Texts texts;

    /// What the table shows of each layer beside its name and its weights.
    enum Detail {
        OPERATOR,
        ZEROS
    }

    LayerTable(String id, Texts texts, LayerItems layers, Detail detail) {
        this.texts = texts;
        setId(id);
        getStyleClass().addAll("dense", "plain-table", "layer-table");
        setEditable(true);
        accessibleTextProperty().bind(texts.text("compress.layers"));
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getColumns().add(includedColumn());
        getColumns().add(nameColumn());
        getColumns().add(weightsColumn());
        getColumns()
                .add(
                        switch (detail) {
                            case OPERATOR -> operatorColumn();
                            case ZEROS -> zerosColumn();
                        });
        setItems(layers.list());
        setFixedCellSize(ROW);
        prefHeightProperty()
                .bind(
                        Bindings.createDoubleBinding(
                                () -> HEADER + ROW * Math.clamp(layers.list().size(), 2, ROWS),
                                layers.list()));
        setOnKeyPressed(this::toggle);
        var placeholder = new Label();
        placeholder.textProperty().bind(texts.text("compress.layers.none"));
        setPlaceholder(placeholder);
    }

    /// The space bar takes the selected layer in or out.
    private void toggle(KeyEvent event) {
        var item = getSelectionModel().getSelectedItem();
        if (event.getCode() == KeyCode.SPACE && item != null) {
            item.includedProperty().set(!item.isIncluded());
            event.consume();
        }
    }

    private TableColumn<LayerItem, Boolean> includedColumn() {
        var column = new TableColumn<LayerItem, Boolean>();
        column.setCellValueFactory(row -> row.getValue().includedProperty());
        column.setCellFactory(CheckBoxTableCell.forTableColumn(column));
        column.setEditable(true);
        column.setSortable(false);
        column.setMinWidth(32);
        column.setMaxWidth(32);
        return column;
    }

    private TableColumn<LayerItem, String> nameColumn() {
        var column = new TableColumn<LayerItem, String>();
        column.textProperty().bind(texts.text("compress.layer"));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().name()));
        column.getStyleClass().add("layer-name-column");
        column.setPrefWidth(120);
        column.setMinWidth(72);
        return column;
    }

    private TableColumn<LayerItem, String> operatorColumn() {
        var column = new TableColumn<LayerItem, String>();
        column.textProperty().bind(texts.text("compress.operator"));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().op()));
        column.setMinWidth(80);
        column.setMaxWidth(80);
        return column;
    }

    private TableColumn<LayerItem, Number> weightsColumn() {
        var column = new TableColumn<LayerItem, Number>();
        column.textProperty().bind(texts.text("compress.weights"));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().weights()));
        column.setCellFactory(_ -> new CountCell());
        column.getStyleClass().add("figure-column");
        column.setMinWidth(68);
        column.setMaxWidth(68);
        return column;
    }

    private TableColumn<LayerItem, LayerItem> zerosColumn() {
        var column = new TableColumn<LayerItem, LayerItem>();
        column.textProperty().bind(texts.text("compress.zeros"));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new ZerosCell());
        column.setSortable(false);
        column.getStyleClass().add("figure-column");
        column.setMinWidth(80);
        column.setMaxWidth(80);
        return column;
    }

    private static final class CountCell extends TableCell<LayerItem, Number> {
        CountCell() {
            setAlignment(Pos.CENTER_RIGHT);
        }

        @Override
        protected void updateItem(@Nullable Number count, boolean empty) {
            super.updateItem(count, empty);
            setText(count == null || empty ? null : Units.count(count.longValue()));
        }
    }

    private static final class ZerosCell extends TableCell<LayerItem, LayerItem> {
        private final ShareBar bar = new ShareBar();
        private final Label figure = new Label();
        private final HBox content = new HBox(bar, figure);
        private Subscription following = Subscription.EMPTY;

        ZerosCell() {
            content.getStyleClass().add("share-cell");
            figure.getStyleClass().add("figure");
            figure.setMinWidth(USE_PREF_SIZE);
            HBox.setHgrow(bar, Priority.ALWAYS);
        }

        @Override
        protected void updateItem(@Nullable LayerItem item, boolean empty) {
            super.updateItem(item, empty);
            following.unsubscribe();
            following = Subscription.EMPTY;
            if (item == null || empty) {
                setGraphic(null);
                return;
            }
            following =
                    item.zerosProperty()
                            .subscribe(share -> {
                                bar.show(share.doubleValue());
                                figure.setText(Units.percent(share.doubleValue()));
                            });
            setGraphic(content);
        }
    }
}
