package dev.lathe.ui.graph;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The search in a graph: a query, the layers it finds, and which of them is looked at.
public final class SearchModel {
    private final StringProperty query = new SimpleStringProperty(this, "query", "");
    private final ObservableList<String> hits = FXCollections.observableArrayList();
    private final ObservableList<String> hitsView = FXCollections.unmodifiableObservableList(hits);
    private final ReadOnlyIntegerWrapper current = new ReadOnlyIntegerWrapper(this, "current", -1);
    private final Consumer<String> onVisit;
    private GraphSearch source = GraphSearch.NOTHING;

    /// @param onVisit told which hit is looked at
    SearchModel(Consumer<String> onVisit) {
        this.onVisit = onVisit;
        query.subscribe(this::update);
    }

    /// What is searched for; the hits follow it.
    public StringProperty queryProperty() {
        return query;
    }

    /// The layers found, in the order of the graph.
    public ObservableList<String> hits() {
        return hitsView;
    }

    /// The position among the hits of the one that is looked at; -1 for none.
    public ReadOnlyIntegerProperty currentProperty() {
        return current.getReadOnlyProperty();
    }

    /// Goes to the next hit, after the last to the first.
    public void next() {
        visit(current.get() + 1);
    }

    /// Goes to the hit before, from the first to the last.
    public void previous() {
        visit(current.get() < 0 ? hits.size() - 1 : current.get() - 1);
    }

    /// Searches for nothing.
    public void clear() {
        query.set("");
    }

    /// Searches in another graph from now on.
    void searchIn(GraphSearch other) {
        source = other;
        update();
    }

    private void update() {
        hits.setAll(source.find(query.get() == null ? "" : query.get()));
        current.set(-1);
    }

    private void visit(int position) {
        if (hits.isEmpty()) {
            return;
        }
        current.set(Math.floorMod(position, hits.size()));
        onVisit.accept(hits.get(current.get()));
    }
}
