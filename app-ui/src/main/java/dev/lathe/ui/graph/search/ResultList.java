package dev.lathe.ui.graph.search;

import dev.lathe.model.search.Hit;
import dev.lathe.model.search.SearchResult;
import dev.lathe.ui.text.Texts;
import dev.lathe.ui.theme.KindPalette;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ListView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// What was found, in a list: the row that is selected is looked at.
final class ResultList extends ListView<Hit> {
    private final ObservableList<Hit> rows = FXCollections.observableArrayList();
    private final SearchModel search;
    private boolean isFollowing;

    ResultList(SearchModel search, ObservableValue<KindPalette> palette, Texts texts) {
        this.search = search;
        setId("graph-results");
        getStyleClass().add("search-results");
        accessibleTextProperty().bind(texts.text("graph.search.results"));
        setFixedCellSize(ResultCell.HEIGHT);
        setCellFactory(_ -> new ResultCell(search, palette, texts));
        setItems(rows);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        search.resultProperty().subscribe(this::accept);
        search.currentProperty().subscribe(this::follow);
        getSelectionModel().selectedIndexProperty().subscribe(index -> lookAt(index.intValue()));
    }

    /// Lets keys walk the list, from the row where they left it.
    void enter() {
        requestFocus();
        if (search.currentProperty().get() < 0) {
            search.look(0);
        } else {
            search.look(search.currentProperty().get());
        }
    }

    /// Whether the first row is selected, or none.
    boolean isAtTop() {
        return getSelectionModel().getSelectedIndex() <= 0;
    }

    private void accept(SearchResult found) {
        isFollowing = true;
        getSelectionModel().clearSelection();
        rows.setAll(found.hits());
        isFollowing = false;
        follow();
    }

    /// Selects the hit that is looked at.
    private void follow() {
        int current = search.currentProperty().get();
        if (current >= rows.size()) {
            return;
        }
        isFollowing = true;
        if (current < 0) {
            getSelectionModel().clearSelection();
        } else if (getSelectionModel().getSelectedIndex() != current) {
            getSelectionModel().clearAndSelect(current);
            getFocusModel().focus(current);
            scrollTo(Math.max(0, current - 2));
        }
        isFollowing = false;
    }

    private void lookAt(int index) {
        if (!isFollowing && index >= 0) {
            search.look(index);
        }
    }

    private void click(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY
                || getSelectionModel().getSelectedIndex() < 0) {
            return;
        }
        if (event.getClickCount() > 1) {
            search.go();
        } else {
            search.look(getSelectionModel().getSelectedIndex());
        }
    }
}
