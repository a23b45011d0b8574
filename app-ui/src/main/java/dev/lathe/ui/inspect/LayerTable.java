package dev.lathe.ui.inspect;

import dev.lathe.ui.form.EmptyState;
import dev.lathe.ui.form.IconButtons;
import dev.lathe.ui.session.Version;
import dev.lathe.ui.session.Workbench;
import dev.lathe.ui.text.Texts;
import dev.lathe.ui.theme.KindPalette;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// All layers of the current version in a table that can be sorted and filtered. What is selected
/// here is selected in the graph, and the other way round. A narrow table has fewer columns.
public final class LayerTable extends BorderPane {
    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final TableView<LayerRow> table = new TableView<>();
    private final ObservableList<LayerRow> rows = FXCollections.observableArrayList();
    private final FilteredList<LayerRow> filtered = new FilteredList<>(rows);
    private final TextField filter = new TextField();
    private final SelectionLink link;
    private final Texts texts;

    public LayerTable(Workbench workbench, ObservableValue<KindPalette> palette, Texts texts) {
        this.texts = texts;
        setId("layers");
        getStyleClass().add("layers-pane");
        table.setId("layer-table");
        table.accessibleTextProperty().bind(texts.text("layers.title"));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        table.setPlaceholder(placeholder());
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        addColumns(new LayerColumns(texts, palette));
        var sorted = new SortedList<>(filtered);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        link = new SelectionLink(table, workbench.selectedLayers());
        setTop(new VBox(heading(), filterRow()));
        setCenter(table);
        filter.textProperty().subscribe(_ -> link.whileChangingRows(this::filter));
        workbench.currentProperty().subscribe(this::show);
    }

    private void show(Optional<Version> version) {
        List<LayerRow> fresh = version.map(LayerRows::of).orElse(List.of());
        if (!fresh.equals(rows)) {
            link.whileChangingRows(() -> rows.setAll(fresh));
        }
    }

    private void filter() {
        var text = filter.getText().strip().toLowerCase(Locale.ROOT);
        filtered.setPredicate(text.isEmpty() ? null : row -> row.matches(text));
    }

    private void addColumns(LayerColumns columns) {
        var name = columns.name();
        table.getColumns().add(name);
        wide(columns.operator(), 320);
        wide(columns.shape(), 520);
        wide(columns.parameters(), 380);
        wide(columns.macs(), 0);
        wide(columns.bytes(), 600);
        var latency = columns.latency();
        latency.visibleProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () ->
                                        getWidth() >= 300
                                                && rows.stream()
                                                        .anyMatch(r -> r.latencyMs().isPresent()),
                                widthProperty(),
                                rows));
        table.getColumns().add(latency);
    }

    private void wide(TableColumn<LayerRow, LayerRow> column, double fromWidth) {
        if (fromWidth > 0) {
            column.visibleProperty().bind(widthProperty().greaterThanOrEqualTo(fromWidth));
        }
        table.getColumns().add(column);
    }

    private Node heading() {
        var title = new Label();
        title.getStyleClass().add("pane-title");
        title.textProperty().bind(texts.text("layers.title"));
        var count = new Label();
        count.setId("layer-count");
        count.getStyleClass().addAll("pane-count", "figure");
        count.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        filtered.size() == rows.size()
                                                ? Integer.toString(rows.size())
                                                : filtered.size() + " / " + rows.size(),
                                filtered,
                                rows));
        HBox.setHgrow(count, Priority.ALWAYS);
        count.setMaxWidth(Double.MAX_VALUE);
        var copy = IconButtons.of("layers-copy", Feather.COPY, texts.text("layers.copy"));
        copy.setOnAction(_ -> copy());
        copy.disableProperty().bind(Bindings.isEmpty(rows));
        var heading = new HBox(title, count, copy);
        heading.getStyleClass().add("pane-heading");
        return heading;
    }

    private Node filterRow() {
        filter.setId("layer-filter");
        filter.promptTextProperty().bind(texts.text("layers.filter"));
        filter.accessibleTextProperty().bind(texts.text("layers.filter"));
        HBox.setHgrow(filter, Priority.ALWAYS);
        var row = new HBox(filter);
        row.getStyleClass().add("filter-row");
        return row;
    }

    private Node placeholder() {
        return new EmptyState(
                Feather.LAYERS, texts.text("layers.none"), texts.text("layers.none.hint"));
    }

    private void press(KeyEvent event) {
        if (COPY.match(event)) {
            copy();
            event.consume();
        }
    }

    /// Copies the selected layers, or all that are shown, as CSV.
    private void copy() {
        var selected = table.getSelectionModel().getSelectedItems();
        var content = new ClipboardContent();
        content.putString(LayerCsv.of(selected.size() > 1 ? selected : table.getItems()));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
