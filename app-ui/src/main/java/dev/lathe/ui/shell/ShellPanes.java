package dev.lathe.ui.shell;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.Node;

/// What the window is filled with. Each part is made when it is first shown.
///
/// @param graph the middle
/// @param versions the upper left
/// @param layers the lower left
/// @param sides the right side of each area
/// @param find starts a search in the graph
public record ShellPanes(
        Supplier<? extends Node> graph,
        Supplier<? extends Node> versions,
        Supplier<? extends Node> layers,
        Map<WorkArea, Supplier<? extends Node>> sides,
        Runnable find) {
    public ShellPanes {
        sides = new EnumMap<>(sides);
    }
}
