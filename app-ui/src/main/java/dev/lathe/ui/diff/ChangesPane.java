package dev.lathe.ui.diff;

import dev.lathe.ui.form.EmptyState;
import dev.lathe.ui.form.IconButtons;
import dev.lathe.ui.text.Texts;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The list of changes with its filter, and below it what differs of the one that is looked at.
final class ChangesPane extends BorderPane {
    private static final double CELL = 44;
    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final DiffViewModel model;
    private final Texts texts;
    private final ListView<ChangeRow> list = new ListView<>();
    private final TextField filter = new TextField();
    private boolean following;

    ChangesPane(DiffViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("diff-changes");
        getStyleClass().add("changes-pane");
        setMinWidth(200);
        var parts = new SplitPane(list(), new ChangeDetails(model, texts));
        parts.setOrientation(Orientation.VERTICAL);
        parts.setDividerPositions(0.58);
        setTop(new VBox(heading(), kinds(), filterRow()));
        setCenter(parts);
    }

    /// Lets people type words to look for.
    void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    private Node heading() {
        var title = new Label();
        title.getStyleClass().add("pane-title");
        title.textProperty().bind(texts.text("diff.changes"));
        title.setMinWidth(USE_PREF_SIZE);
        var count = new Label();
        count.setId("diff-count");
        count.getStyleClass().addAll("pane-count", "figure");
        count.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(count, Priority.ALWAYS);
        var shown = model.changes().shown();
        count.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> count(shown.size(), total()),
                                shown,
                                model.comparisonProperty()));
        var previous =
                IconButtons.of("diff-previous", Feather.CHEVRON_UP, texts.text("diff.previous"));
        previous.setOnAction(_ -> model.changes().previous());
        var next = IconButtons.of("diff-next", Feather.CHEVRON_DOWN, texts.text("diff.next"));
        next.setOnAction(_ -> model.changes().next());
        var copy = IconButtons.of("diff-copy", Feather.COPY, texts.text("diff.copy"));
        copy.setOnAction(_ -> copy());
        for (Node button : new Node[] {previous, next, copy}) {
            button.disableProperty().bind(Bindings.isEmpty(shown));
        }
        var heading = new HBox(title, count, previous, next, copy);
        heading.getStyleClass().add("pane-heading");
        return heading;
    }

    private int total() {
        return model.comparisonProperty().get().map(made -> made.rows().size()).orElse(0);
    }

    private static String count(int shown, int all) {
        return shown == all ? Integer.toString(all) : shown + " / " + all;
    }

    /// A switch for each kind of change, with how many there are.
    private Node kinds() {
        var pane = new FlowPane();
        pane.getStyleClass().add("change-kinds");
        for (ChangeKind kind : ChangeKind.values()) {
            pane.getChildren().add(kind(kind));
        }
        return pane;
    }

    private ToggleButton kind(ChangeKind kind) {
        var button = new ToggleButton();
        button.setId("diff-kind-" + kind.word());
        button.getStyleClass().add("change-kind");
        var sign = new Label(kind.sign());
        sign.getStyleClass().addAll("change-sign", "change-" + kind.word());
        button.setGraphic(sign);
        button.selectedProperty().bindBidirectional(model.changes().kindProperty(kind));
        var name = texts.text("diff.kind." + kind.word());
        button.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        model.comparisonProperty()
                                                .get()
                                                .map(made -> "%,d".formatted(made.count(kind)))
                                                .orElse(""),
                                model.comparisonProperty()));
        var tooltip = new Tooltip();
        tooltip.textProperty().bind(texts.text("diff.kind.show", name));
        button.setTooltip(tooltip);
        button.accessibleTextProperty()
                .bind(texts.text("diff.kind.accessible", name, button.textProperty()));
        return button;
    }

    private Node filterRow() {
        filter.setId("diff-filter");
        filter.promptTextProperty().bind(texts.text("diff.filter"));
        filter.accessibleTextProperty().bind(texts.text("diff.filter"));
        filter.textProperty().bindBidirectional(model.changes().queryProperty());
        HBox.setHgrow(filter, Priority.ALWAYS);
        filter.addEventHandler(KeyEvent.KEY_PRESSED, this::pressInFilter);
        var row = new HBox(filter);
        row.getStyleClass().add("filter-row");
        return row;
    }

    private void pressInFilter(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER, DOWN -> model.changes().next();
            case UP -> model.changes().previous();
            case ESCAPE -> {
                if (filter.getText().isEmpty()) {
                    return;
                }
                filter.clear();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private ListView<ChangeRow> list() {
        list.setId("diff-list");
        list.getStyleClass().addAll("change-list", "edge-to-edge");
        list.accessibleTextProperty().bind(texts.text("diff.changes"));
        list.setFixedCellSize(CELL);
        list.setItems(model.changes().shown());
        list.setCellFactory(_ -> new ChangeCell(texts));
        list.setPlaceholder(
                new EmptyState(
                        Feather.FILTER,
                        texts.text("diff.found.none"),
                        texts.text("diff.found.hint")));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressInList);
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe((_, row) -> {
                    if (!following && row != null) {
                        model.changes().currentProperty().set(Optional.of(row));
                    }
                });
        model.changes().currentProperty().subscribe(this::follow);
        texts.messagesProperty().subscribe(list::refresh);
        return list;
    }

    /// Takes the keys that a list would use otherwise.
    private void pressInList(KeyEvent event) {
        if (COPY.match(event)) {
            copy();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            model.close();
            event.consume();
        }
    }

    /// Selects the change that is looked at.
    private void follow(Optional<ChangeRow> row) {
        following = true;
        int index = row.map(list.getItems()::indexOf).orElse(-1);
        if (index < 0) {
            list.getSelectionModel().clearSelection();
        } else if (list.getSelectionModel().getSelectedIndex() != index) {
            list.getSelectionModel().select(index);
            list.scrollTo(Math.max(0, index - 2));
        }
        following = false;
    }

    private void copy() {
        var content = new ClipboardContent();
        content.putString(model.text());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
