package dev.lathe.ui.shell;

import dev.lathe.ui.command.Command;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.Node;

/// What the window is filled with. Each part is made when it is first shown.
///
/// @param graph the middle
/// @param versions the upper left
/// @param layers the lower left
/// @param sides the right side of each area
/// @param commands what can be done in the panes
public record ShellPanes(
        Supplier<? extends Node> graph,
        Supplier<? extends Node> versions,
        Supplier<? extends Node> layers,
        Map<WorkArea, Supplier<? extends Node>> sides,
        List<Command> commands) {
    public ShellPanes {
        sides = new EnumMap<>(sides);
        commands = List.copyOf(commands);
    }
}
