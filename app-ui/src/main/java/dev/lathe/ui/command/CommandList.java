package dev.lathe.ui.command;

import dev.lathe.ui.command.Command.Reach;
import dev.lathe.ui.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/// Collects commands of one part of the window.
public final class CommandList {
    private static final ObservableValue<Boolean> ALWAYS =
            new ReadOnlyBooleanWrapper(true).getReadOnlyProperty();

    private final List<Command> commands = new ArrayList<>();
    private final Texts texts;
    private final Reach reach;

    /// Collects commands whose keys reach so far.
    public CommandList(Reach reach, Texts texts) {
        this.reach = reach;
        this.texts = texts;
    }

    /// Adds a command that can always be used. Its title is the message `command.ID`.
    ///
    /// @param keys as {@link KeyCombination#valueOf} reads them: `Shortcut+O`
    public CommandList add(String id, Runnable action, String... keys) {
        return add(id, ALWAYS, action, keys);
    }

    /// Adds a command that can be used while a condition holds.
    public CommandList add(
            String id, ObservableValue<Boolean> enabled, Runnable action, String... keys) {
        return add(id, texts.text("command." + id), enabled, action, keys);
    }

    /// Adds a command with a title of its own.
    public CommandList add(
            String id,
            ObservableValue<String> title,
            ObservableValue<Boolean> enabled,
            Runnable action,
            String... keys) {
        commands.add(
                new Command(
                        id,
                        title,
                        Arrays.stream(keys).map(CommandList::key).toList(),
                        reach,
                        enabled,
                        action));
        return this;
    }

    private static KeyCombination key(String name) {
        if (KeyCombination.valueOf(name) instanceof KeyCodeCombination key) {
            return key;
        }
        throw new IllegalArgumentException("there is no key " + name);
    }

    /// The commands so far.
    public List<Command> all() {
        return List.copyOf(commands);
    }
}
