package dev.lathe.ui.inspect;

import dev.lathe.ui.form.EmptyState;
import dev.lathe.ui.form.IconButtons;
import dev.lathe.ui.form.PathChooser;
import dev.lathe.ui.form.PathChooser.Request;
import dev.lathe.ui.text.Texts;
import dev.lathe.ui.theme.KindPalette;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
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

/// All layers of the current version in a table that can be sorted and filtered: the graph for
/// those who do not see it. What is selected here is selected in the graph, and the other way
/// round.
public final class LayerTable extends BorderPane {
    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination ENTER = new KeyCodeCombination(KeyCode.ENTER);
    private static final List<String> CSV = List.of("*.csv");

    private final TableView<LayerRow> table = new TableView<>();
    private final TextField filter = new TextField();
    private final LayerTableModel model;
    private final PathChooser paths;
    private final Texts texts;

    /// A table.
    ///
    /// @param chosenColumns the ids of the columns that people chose, in order; empty for the usual
    public LayerTable(
            LayerTableModel model,
            ObservableValue<KindPalette> palette,
            ObjectProperty<List<String>> chosenColumns,
            PathChooser paths,
            Texts texts) {
        this.model = model;
        this.paths = paths;
        this.texts = texts;
        setId("layers");
        getStyleClass().add("layers-pane");
        table.setId("layer-table");
        table.accessibleTextProperty().bind(texts.text("layers.title"));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setPlaceholder(placeholder());
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        var columns = new LayerColumns(texts, palette, model.zerosProperty());
        table.setRowFactory(_ -> new LayerTableRow(this, columns, texts));
        var choice = new ColumnChoice(table, columns, chosenColumns, model, texts);
        showRows();
        model.zerosProperty().subscribe(table::refresh);
        filter.textProperty().bindBidirectional(model.queryProperty());
        setTop(new VBox(heading(choice), filterRow()));
        setCenter(table);
    }

    /// Lets people type what they look for.
    public void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    /// Copies the selected layers as comma-separated values; all that are shown if none is.
    public void copy() {
        put(model.csv(chosen()));
    }

    /// Copies all layers that are shown.
    public void copyAll() {
        put(model.csv(List.copyOf(table.getItems())));
    }

    /// Asks for a file and writes all layers that are shown to it.
    public void save() {
        paths.saveFile(
                        new Request(
                                texts.now("layers.save.title"),
                                texts.now("layers.csv"),
                                CSV,
                                model.suggestedName()))
                .ifPresent(file -> model.save(table.getItems(), file));
    }

    /// Brings a layer into view in the graph.
    void reveal(LayerRow row) {
        model.reveal(row);
    }

    /// Copies the name of a layer.
    void copyName(LayerRow row) {
        put(row.name());
    }

    /// The selected rows from top to bottom; all if none is selected.
    private List<LayerRow> chosen() {
        var selected =
                table.getSelectionModel().getSelectedIndices().stream()
                        .sorted()
                        .map(table.getItems()::get)
                        .toList();
        return selected.isEmpty() ? List.copyOf(table.getItems()) : selected;
    }

    private void showRows() {
        var link = new SelectionLink(table, model.selected());
        model.found().addListener((ListChangeListener<LayerRow>) _ -> link.beforeRowsChange());
        var sorted = new SortedList<>(model.found());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        model.found().addListener((ListChangeListener<LayerRow>) _ -> link.afterRowsChange());
    }

    private static void put(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private Node heading(ColumnChoice choice) {
        var title = new Label();
        title.getStyleClass().add("pane-title");
        title.textProperty().bind(texts.text("layers.title"));
        title.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(title, Priority.NEVER);
        var copy = IconButtons.of("layers-copy", Feather.COPY, texts.text("layers.copy"));
        copy.setOnAction(_ -> copy());
        var save = IconButtons.of("layers-save", Feather.DOWNLOAD, texts.text("layers.save"));
        save.setOnAction(_ -> save());
        for (Node button : new Node[] {copy, save}) {
            button.disableProperty().bind(Bindings.isEmpty(model.found()));
        }
        var heading = new HBox(title, count(), choice.menu(), copy, save);
        heading.getStyleClass().add("pane-heading");
        return heading;
    }

    private Label count() {
        var count = new Label();
        count.setId("layer-count");
        count.getStyleClass().addAll("pane-count", "figure");
        count.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                this::countText,
                                model.found(),
                                model.rows(),
                                texts.messagesProperty()));
        HBox.setHgrow(count, Priority.ALWAYS);
        count.setMaxWidth(Double.MAX_VALUE);
        count.setMinWidth(0);
        return count;
    }

    private String countText() {
        int found = model.found().size();
        int all = model.rows().size();
        return found == all
                ? texts.now("layers.count", all)
                : texts.now("layers.count.found", found, all);
    }

    private Node filterRow() {
        filter.setId("layer-filter");
        filter.promptTextProperty().bind(texts.text("layers.filter"));
        filter.accessibleTextProperty().bind(texts.text("layers.filter"));
        filter.addEventHandler(KeyEvent.KEY_PRESSED, this::pressInFilter);
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
        } else if (ENTER.match(event)) {
            var row = table.getFocusModel().getFocusedItem();
            if (row != null) {
                reveal(row);
            }
            event.consume();
        }
    }

    /// Down goes on to the rows, Escape ends the search.
    private void pressInFilter(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN, ENTER -> {
                table.requestFocus();
                if (table.getSelectionModel().isEmpty() && !table.getItems().isEmpty()) {
                    table.getSelectionModel().select(0);
                }
                event.consume();
            }
            case ESCAPE -> {
                if (!filter.getText().isEmpty()) {
                    filter.clear();
                    event.consume();
                }
            }
            default -> {}
        }
    }
}
