package dev.lathe.ui.command;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;

/// Something that people can do.
///
/// @param id a stable name: `graph.fit`; the part before the dot is its group
/// @param title what it is called, in the language of the moment
/// @param keys that do it; the first is shown
/// @param reach where the keys do it
/// @param enabled whether it can be done now
/// @param action does it
public record Command(
        String id,
        ObservableValue<String> title,
        List<KeyCombination> keys,
        Reach reach,
        ObservableValue<Boolean> enabled,
        Runnable action) {

    /// Where in the window keys do something.
    public enum Reach {
        /// Wherever the focus is, unless what has it uses the key itself.
        WINDOW,
        /// Only in the pane that handles its own keys; listed all the same.
        PANE
    }

    public Command {
        keys = List.copyOf(keys);
    }

    /// The first part of the id: `graph`.
    public String group() {
        int dot = id.indexOf('.');
        return dot < 0 ? id : id.substring(0, dot);
    }

    /// The first of its keys as people read it: `Ctrl+Shift+E`; empty for none.
    public String keyText() {
        return keys.isEmpty() ? "" : keys.getFirst().getDisplayText();
    }

    public boolean isEnabled() {
        return Boolean.TRUE.equals(enabled.getValue());
    }

    /// Does it if it can be done.
    public void run() {
        if (isEnabled()) {
            action.run();
        }
    }
}
