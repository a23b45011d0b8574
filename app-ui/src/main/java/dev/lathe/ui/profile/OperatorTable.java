package dev.lathe.ui.profile;

import dev.lathe.ui.chart.ShareBar;
import dev.lathe.ui.form.EmptyState;
import dev.lathe.ui.text.Texts;
import dev.lathe.ui.text.Units;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The time of each operator, sortable; a click selects its layer.
final class OperatorTable extends TableView<OperatorRow> {

    private static final double NARROW = 280;

    OperatorTable(Texts texts, ObservableList<OperatorRow> rows, Consumer<OperatorRow> onSelect) {
        setId("profile-operators");
        getStyleClass().addAll("dense", "plain-table", "operator-table");
        accessibleTextProperty().bind(texts.text("profile.operators"));
        setPlaceholder(
                new EmptyState(
                        Feather.ACTIVITY,
                        texts.text("profile.operators.none"),
                        texts.text("profile.operators.none.hint")));
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        var time = timeColumn(texts);
        getColumns().add(nameColumn(texts));
        var operator = operatorColumn(texts);
        operator.visibleProperty().bind(widthProperty().greaterThan(NARROW));
        getColumns().add(operator);
        getColumns().add(time);
        getColumns().add(shareColumn(texts));
        var sorted = new SortedList<>(rows);
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        setFixedCellSize(28);
        time.setSortType(TableColumn.SortType.DESCENDING);
        getSortOrder().add(time);
        getSelectionModel()
                .selectedItemProperty()
                .subscribe(row -> {
                    if (row != null) {
                        onSelect.accept(row);
                    }
                });
    }

    private static TableColumn<OperatorRow, OperatorRow> nameColumn(Texts texts) {
        var column =
                column(texts, "profile.operator.name", Comparator.comparing(OperatorRow::title));
        column.setCellFactory(_ -> new TextCell(OperatorRow::title, Pos.CENTER_LEFT));
        column.getStyleClass().add("layer-name-column");
        column.setPrefWidth(112);
        column.setMinWidth(64);
        return column;
    }

    private static TableColumn<OperatorRow, OperatorRow> operatorColumn(Texts texts) {
        var column = column(texts, "profile.operator.op", Comparator.comparing(OperatorRow::op));
        column.setCellFactory(_ -> new TextCell(OperatorRow::op, Pos.CENTER_LEFT));
        column.setMinWidth(64);
        column.setMaxWidth(72);
        return column;
    }

    private static TableColumn<OperatorRow, OperatorRow> timeColumn(Texts texts) {
        var column =
                column(texts, "profile.operator.ms", Comparator.comparingDouble(OperatorRow::ms));
        column.setCellFactory(
                _ -> new TextCell(row -> Units.milliseconds(row.ms()), Pos.CENTER_RIGHT));
        column.getStyleClass().add("figure-column");
        column.setPrefWidth(76);
        column.setMinWidth(76);
        column.setMaxWidth(88);
        return column;
    }

    private static TableColumn<OperatorRow, OperatorRow> shareColumn(Texts texts) {
        var column =
                column(
                        texts,
                        "profile.operator.share",
                        Comparator.comparingDouble(OperatorRow::share));
        column.setCellFactory(_ -> new ShareCell());
        column.getStyleClass().add("figure-column");
        column.setPrefWidth(92);
        column.setMinWidth(96);
        column.setMaxWidth(96);
        return column;
    }

    private static TableColumn<OperatorRow, OperatorRow> column(
            Texts texts, String key, Comparator<OperatorRow> order) {
        var column = new TableColumn<OperatorRow, OperatorRow>();
        column.textProperty().bind(texts.text(key));
        column.setId(key.replace('.', '-'));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setComparator(order);
        column.setReorderable(false);
        return column;
    }

    private static final class TextCell extends TableCell<OperatorRow, OperatorRow> {
        private final Function<OperatorRow, String> text;

        TextCell(Function<OperatorRow, String> text, Pos alignment) {
            this.text = text;
            setAlignment(alignment);
        }

        @Override
        protected void updateItem(@Nullable OperatorRow row, boolean empty) {
            super.updateItem(row, empty);
            if (row == null || empty) {
                setText(null);
                setTooltip(null);
            } else {
                setText(text.apply(row));
                setTooltip(new Tooltip(row.name() + " · " + row.op()));
            }
        }
    }

    private static final class ShareCell extends TableCell<OperatorRow, OperatorRow> {
        private final ShareBar bar = new ShareBar();
        private final Label figure = new Label();
        private final HBox content = new HBox(bar, figure);

        ShareCell() {
            content.getStyleClass().add("share-cell");
            figure.getStyleClass().add("figure");
            figure.setMinWidth(USE_PREF_SIZE);
            HBox.setHgrow(bar, Priority.ALWAYS);
        }

        @Override
        protected void updateItem(@Nullable OperatorRow row, boolean empty) {
            super.updateItem(row, empty);
            if (row == null || empty) {
                setGraphic(null);
            } else {
                bar.show(row.ofLargest());
                figure.setText(Units.percent(row.share()));
                setGraphic(content);
            }
        }
    }
}
