package dev.lathe.ui.graph.search;

import dev.lathe.ui.form.IconButtons;
import dev.lathe.ui.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The search field with the number of hits, the buttons to walk them, and the help.
final class SearchField extends HBox {
    private final TextField field = new TextField();
    private final SearchModel search;
    private final Texts texts;
    private final Button helpButton;
    private final PopOver help;

    SearchField(SearchModel search, Texts texts) {
        this.search = search;
        this.texts = texts;
        getStyleClass().add("search-field");
        setAlignment(Pos.CENTER_LEFT);
        field.setId("graph-search");
        field.promptTextProperty().bind(texts.text("graph.search"));
        field.accessibleTextProperty().bind(texts.text("graph.search"));
        field.accessibleHelpProperty().bind(texts.text("graph.search.help.keys"));
        field.textProperty().bindBidirectional(search.queryProperty());
        field.setMinWidth(80);
        HBox.setHgrow(field, Priority.ALWAYS);
        var nothing = search.resultProperty().map(found -> found.hits().isEmpty());
        var previous = button("graph-previous", Feather.CHEVRON_UP, texts.text("graph.previous"));
        previous.setOnAction(_ -> search.previous());
        previous.disableProperty().bind(nothing);
        var next = button("graph-next", Feather.CHEVRON_DOWN, texts.text("graph.next"));
        next.setOnAction(_ -> search.next());
        next.disableProperty().bind(nothing);
        for (Button step : new Button[] {previous, next}) {
            step.visibleProperty().bind(search.stateProperty().isNotEqualTo(SearchState.IDLE));
            step.managedProperty().bind(step.visibleProperty());
        }
        helpButton =
                button("graph-search-help", Feather.HELP_CIRCLE, texts.text("graph.search.help"));
        help = QueryHelp.popOver(helpButton, texts, this::write);
        getChildren().setAll(field, count(), previous, next, helpButton);
    }

    /// Lets the user type; what was searched for before is there again, ready to be replaced.
    void focus() {
        search.recall();
        field.requestFocus();
        field.selectAll();
    }

    /// Lets the user go on typing.
    void focusEnd() {
        field.requestFocus();
        field.end();
    }

    void append(String typed) {
        field.appendText(typed);
        focusEnd();
    }

    boolean isTyping() {
        return field.isFocused();
    }

    void showHelp() {
        help.show(helpButton);
    }

    private void write(String query) {
        field.setText(query);
        focusEnd();
    }

    private Label count() {
        var label = new Label();
        label.setId("graph-hits");
        label.getStyleClass().add("graph-hits");
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                this::countText,
                                search.resultProperty(),
                                search.stateProperty(),
                                search.currentProperty(),
                                texts.messagesProperty()));
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        return label;
    }

    private String countText() {
        int total = search.resultProperty().get().hits().size();
        int current = search.currentProperty().get();
        return switch (search.stateProperty().get()) {
            case IDLE -> "";
            case PREPARING -> "…";
            case DONE -> {
                if (total == 0) {
                    yield texts.now("graph.hits.none");
                }
                yield current < 0
                        ? texts.now("graph.hits", total)
                        : texts.now("graph.hits.current", current + 1, total);
            }
        };
    }

    private static Button button(String id, Ikon icon, ObservableValue<String> words) {
        var button = IconButtons.of(id, icon, words);
        button.setFocusTraversable(false);
        return button;
    }
}
