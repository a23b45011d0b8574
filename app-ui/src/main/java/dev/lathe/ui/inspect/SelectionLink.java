package dev.lathe.ui.inspect;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.collections.ObservableSet;
import javafx.scene.control.TableView;

/// Keeps the selection of a table and a set of layer names the same.
final class SelectionLink {
    private final TableView<LayerRow> table;
    private final ObservableSet<String> selected;
    private boolean passingOn;

    SelectionLink(TableView<LayerRow> table, ObservableSet<String> selected) {
        this.table = table;
        this.selected = selected;
        var listener = (InvalidationListener) this::tableChanged;
        table.getSelectionModel().getSelectedItems().addListener(listener);
        selected.addListener((InvalidationListener) _ -> show());
    }

    /// Selects in the table what the set names, and brings the first of it into view.
    void show() {
        if (passingOn) {
            return;
        }
        passingOn = true;
        try {
            var model = table.getSelectionModel();
            model.clearSelection();
            if (!selected.isEmpty()) {
                var positions = positions();
                if (positions.length > 0) {
                    model.selectIndices(positions[0], positions);
                    table.scrollTo(Math.max(0, positions[0] - 2));
                }
            }
        } finally {
            passingOn = false;
        }
    }

    /// To be called before the table hears that other rows are shown: it forgets what it does not
    /// show, the set does not.
    void beforeRowsChange() {
        passingOn = true;
    }

    /// Selects again what the set names, after the table has other rows.
    void afterRowsChange() {
        passingOn = false;
        show();
        if (selected.isEmpty() && !table.getItems().isEmpty()) {
            table.scrollTo(0);
        }
    }

    private int[] positions() {
        Map<String, Integer> byName = new HashMap<>();
        for (int i = 0; i < table.getItems().size(); i++) {
            byName.put(table.getItems().get(i).name(), i);
        }
        return selected.stream()
                .filter(byName::containsKey)
                .mapToInt(byName::get)
                .sorted()
                .toArray();
    }

    private void tableChanged(Observable rows) {
        if (passingOn) {
            return;
        }
        passingOn = true;
        try {
            Set<String> names = new HashSet<>();
            for (LayerRow row : table.getSelectionModel().getSelectedItems()) {
                if (row != null) {
                    names.add(row.name());
                }
            }
            selected.retainAll(names);
            selected.addAll(names);
        } finally {
            passingOn = false;
        }
    }
}
