package dev.lathe.ui.graph;

import dev.lathe.ui.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// The search field of a graph with the number of hits and the buttons to walk them.
final class SearchBar extends HBox {
    private final TextField field = new TextField();
    private final SearchModel search;
    private final Runnable onLeave;

    /// @param onLeave called when the user is done with the field
    SearchBar(SearchModel search, Texts texts, Runnable onLeave) {
        this.search = search;
        this.onLeave = onLeave;
        getStyleClass().addAll("graph-bar", "graph-search");
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setPickOnBounds(false);
        field.setId("graph-search");
        field.setPrefColumnCount(16);
        field.promptTextProperty().bind(texts.text("graph.search"));
        field.accessibleTextProperty().bind(texts.text("graph.search"));
        field.textProperty().bindBidirectional(search.queryProperty());
        field.setOnAction(_ -> search.next());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        var previous =
                IconButton.create(
                        "graph-previous", Feather.CHEVRON_UP, texts.text("graph.previous"));
        previous.setOnAction(_ -> search.previous());
        var next = IconButton.create("graph-next", Feather.CHEVRON_DOWN, texts.text("graph.next"));
        next.setOnAction(_ -> search.next());
        for (Button button : new Button[] {previous, next}) {
            button.disableProperty().bind(Bindings.isEmpty(search.hits()));
        }
        getChildren().addAll(field, count(texts), previous, next);
    }

    void focus() {
        field.requestFocus();
        field.selectAll();
    }

    private Label count(Texts texts) {
        var label = new Label();
        label.setId("graph-hits");
        label.getStyleClass().add("graph-hits");
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> countText(texts),
                                search.hits(),
                                search.currentProperty(),
                                search.queryProperty(),
                                texts.messagesProperty()));
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        return label;
    }

    private String countText(Texts texts) {
        if (search.queryProperty().get() == null || search.queryProperty().get().isBlank()) {
            return "";
        }
        int total = search.hits().size();
        int current = search.currentProperty().get();
        if (total == 0) {
            return texts.now("graph.hits.none");
        }
        return current < 0
                ? texts.now("graph.hits", total)
                : texts.now("graph.hits.current", current + 1, total);
    }

    private void press(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> {
                search.clear();
                onLeave.run();
            }
            case DOWN -> search.next();
            case UP -> search.previous();
            default -> {
                return;
            }
        }
        event.consume();
    }
}
