package dev.lathe.ui.graph;

import dev.lathe.ui.graph.GraphTrace.Mode;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Whether all that is not on the way to or from the selection is faded.
final class TraceModel {
    private final ReadOnlyObjectWrapper<Optional<Mode>> mode =
            new ReadOnlyObjectWrapper<>(this, "mode", Optional.empty());
    private Mode last = Mode.NEIGHBOURS;

    /// What is traced; empty when nothing is faded.
    ReadOnlyObjectProperty<Optional<Mode>> modeProperty() {
        return mode.getReadOnlyProperty();
    }

    boolean isOn() {
        return mode.get().isPresent();
    }

    /// Traces that from now on.
    void trace(Mode what) {
        last = what;
        mode.set(Optional.of(what));
    }

    /// Starts to trace what was traced last, or ends it.
    void toggle() {
        mode.set(isOn() ? Optional.empty() : Optional.of(last));
    }

    void end() {
        mode.set(Optional.empty());
    }
}
