package dev.lathe.ui.diff;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/// The changes that are listed, and which of them is looked at.
public final class ChangeList {
    private final ObservableList<ChangeRow> rows = FXCollections.observableArrayList();
    private final FilteredList<ChangeRow> shown = new FilteredList<>(rows);
    private final StringProperty query = new SimpleStringProperty(this, "query", "");
    private final Map<ChangeKind, BooleanProperty> kinds = new EnumMap<>(ChangeKind.class);
    private final ObjectProperty<Optional<ChangeRow>> current =
            new SimpleObjectProperty<>(this, "current", Optional.empty());

    ChangeList() {
        for (ChangeKind kind : ChangeKind.values()) {
            var property = new SimpleBooleanProperty(this, kind.word(), true);
            property.subscribe(this::filter);
            kinds.put(kind, property);
        }
        query.subscribe(this::filter);
    }

    /// The changes that the filter lets through.
    ObservableList<ChangeRow> shown() {
        return shown;
    }

    /// The words that changes have to contain.
    public StringProperty queryProperty() {
        return query;
    }

    /// Whether changes of a kind are listed.
    BooleanProperty kindProperty(ChangeKind kind) {
        return kinds.computeIfAbsent(kind, _ -> new SimpleBooleanProperty(true));
    }

    /// The change that is looked at.
    ObjectProperty<Optional<ChangeRow>> currentProperty() {
        return current;
    }

    /// Goes to the next change of those listed, after the last to the first.
    public void next() {
        step(1);
    }

    /// Goes to the change before, from the first to the last.
    public void previous() {
        step(-1);
    }

    /// Looks at the change of the layer with an identifier in a picture, if it changed.
    void lookAt(Side side, Set<String> layers) {
        if (current.get().flatMap(row -> row.id(side)).filter(layers::contains).isEmpty()) {
            current.set(
                    rows.stream()
                            .filter(row -> row.id(side).filter(layers::contains).isPresent())
                            .findFirst());
        }
    }

    void show(List<ChangeRow> all) {
        current.set(Optional.empty());
        rows.setAll(all);
    }

    private void step(int by) {
        if (shown.isEmpty()) {
            return;
        }
        int at = current.get().map(shown::indexOf).orElse(-1);
        int target = at < 0 ? (by > 0 ? 0 : shown.size() - 1) : at + by;
        current.set(Optional.of(shown.get(Math.floorMod(target, shown.size()))));
    }

    private void filter() {
        var words =
                Stream.of(query.get().strip().toLowerCase(Locale.ROOT).split("\\s+", -1))
                        .filter(word -> !word.isEmpty())
                        .toList();
        var wanted = EnumSet.noneOf(ChangeKind.class);
        kinds.forEach((kind, on) -> {
            if (on.get()) {
                wanted.add(kind);
            }
        });
        shown.setPredicate(row -> wanted.contains(row.kind()) && row.matches(words));
    }
}
