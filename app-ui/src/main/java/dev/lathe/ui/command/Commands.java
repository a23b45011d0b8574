package dev.lathe.ui.command;

import dev.lathe.ui.command.Command.Reach;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// All commands of the window, and which of them were chosen last.
public final class Commands {
    private static final int REMEMBERED = 12;

    private final ObservableList<Command> list = FXCollections.observableArrayList();
    private final ObservableList<Command> view = FXCollections.unmodifiableObservableList(list);
    private final ObjectProperty<List<String>> recent;

    /// No commands yet.
    ///
    /// @param recent the ids of those that were chosen last, the latest first
    public Commands(ObjectProperty<List<String>> recent) {
        this.recent = recent;
    }

    /// The commands, in the order in which they were added.
    public ObservableList<Command> list() {
        return view;
    }

    /// Adds the commands of a part of the window.
    ///
    /// @throws IllegalArgumentException if one of them has the id of another command, or a key that
    ///   does something else in the whole window
    public void add(List<Command> commands) {
        for (Command command : commands) {
            if (find(command.id()).isPresent()) {
                throw new IllegalArgumentException("two commands are called " + command.id());
            }
            clash(command)
                    .ifPresent(other -> {
                        throw new IllegalArgumentException(
                                command.id() + " and " + other.id() + " have a key in common");
                    });
            list.add(command);
        }
    }

    /// The command with an id.
    public Optional<Command> find(String id) {
        return list.stream().filter(command -> command.id().equals(id)).findFirst();
    }

    /// The commands that were chosen last, the latest first.
    public List<Command> recent() {
        return recent.get().stream().flatMap(id -> find(id).stream()).toList();
    }

    /// Does what a person chose from a list, and remembers it.
    public void choose(Command command) {
        recent.set(
                Stream.concat(
                                Stream.of(command.id()),
                                recent.get().stream().filter(id -> !id.equals(command.id())))
                        .limit(REMEMBERED)
                        .toList());
        command.run();
    }

    private Optional<Command> clash(Command added) {
        return list.stream()
                .filter(other -> other.reach() == added.reach() && added.reach() == Reach.WINDOW)
                .filter(other -> other.keys().stream().anyMatch(added.keys()::contains))
                .findFirst();
    }
}
