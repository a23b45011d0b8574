package dev.lathe.ui.graph;

import dev.lathe.ui.command.Command;
import dev.lathe.ui.command.Command.Reach;
import dev.lathe.ui.command.CommandList;
import dev.lathe.ui.text.Texts;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;

/// What can be done in the graph pane, with the keys that it handles while it has the focus.
final class GraphCommands {
    private final GraphView view;
    private final GraphViewModel model;
    private final ObservableValue<Boolean> ready;
    private final BooleanBinding selected;
    private final Texts texts;

    private GraphCommands(GraphView view, GraphViewModel model, Texts texts) {
        this.view = view;
        this.model = model;
        this.texts = texts;
        this.ready = model.stateProperty().isEqualTo(GraphState.READY);
        this.selected =
                Bindings.isNotEmpty(model.selectedLayers())
                        .or(Bindings.isNotEmpty(model.selectedGroups()));
    }

    static List<Command> of(GraphView view, GraphViewModel model, GraphCursor cursor, Texts texts) {
        var commands = new GraphCommands(view, model, texts);
        return Stream.concat(commands.inPane().stream(), commands.walks(cursor).stream()).toList();
    }

    private List<Command> inPane() {
        return new CommandList(Reach.PANE, texts)
                .add("graph.find", ready, view::focusSearch, "Shortcut+F")
                .add("graph.fit", ready, view::fit, "Space")
                .add("graph.zoom-in", ready, view::zoomIn, "Plus", "Equals", "Shift+Equals", "Add")
                .add("graph.zoom-out", ready, view::zoomOut, "Minus", "Subtract")
                .add("graph.zoom-reset", ready, view::resetZoom, "0", "Numpad 0")
                .add("graph.zoom-selection", selected, view::zoomToSelection, "Z")
                .add("graph.open", selected, view::openOrZoomToSelection, "Enter")
                .add("graph.leave", ready, model::leave, "Backspace")
                .add("graph.open-all", ready, model::openAll)
                .add("graph.close-all", ready, model::closeAll)
                .add("graph.direction", ready, () -> next(model.directionProperty()))
                .add("graph.grouping", ready, () -> flip(model.groupingProperty()))
                .add("graph.quantization", ready, () -> next(model.quantizersProperty()))
                .add("graph.trace", selected, () -> view.trace().toggle(), "T")
                .add("graph.select-all", ready, view::selectAll, "Shortcut+A")
                .add("graph.next-hit", ready, () -> model.search().next(), "F3")
                .add("graph.previous-hit", ready, () -> model.search().previous(), "Shift+F3")
                .all();
    }

    private List<Command> walks(GraphCursor cursor) {
        var list = new CommandList(Reach.PANE, texts);
        walk(list, cursor, "up", Step.UP);
        walk(list, cursor, "down", Step.DOWN);
        walk(list, cursor, "left", Step.LEFT);
        walk(list, cursor, "right", Step.RIGHT);
        return list.add("graph.first", ready, cursor::first, "Home")
                .add("graph.last", ready, cursor::last, "End")
                .all();
    }

    private void walk(CommandList list, GraphCursor cursor, String word, Step step) {
        list.add("graph.walk-" + word, ready, () -> cursor.walk(step), word)
                .add("graph.extend-" + word, ready, () -> cursor.extend(step), "Shift+" + word);
    }

    private static void flip(BooleanProperty property) {
        property.set(!property.get());
    }

    /// The constant after the one that it is; after the last the first.
    private static <E extends Enum<E>> void next(ObjectProperty<E> property) {
        var now = property.get();
        var all = List.of(now.getDeclaringClass().getEnumConstants());
        property.set(all.get((all.indexOf(now) + 1) % all.size()));
    }
}
