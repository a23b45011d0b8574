package dev.lathe.ui.overlay;

import dev.lathe.model.metric.ValueFiles;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;

/// Imports values from JSON files that are dropped on the window while a model is open. Other files
/// are left to whoever opens models.
public final class ValueDrop {
    private ValueDrop() {}

    /// Watches what is dropped on a part of the window.
    public static void install(Node target, OverlayViewModel model) {
        target.addEventFilter(
                DragEvent.DRAG_DROPPED,
                event -> {
                    if (take(paths(event.getDragboard()), model)) {
                        event.setDropCompleted(true);
                        event.consume();
                    }
                });
    }

    /// Imports files if they are meant for it.
    ///
    /// @return whether they are
    static boolean take(List<Path> files, OverlayViewModel model) {
        boolean takes =
                model.canImport()
                        && !files.isEmpty()
                        && files.stream().allMatch(ValueFiles::isNamedSo);
        if (takes) {
            files.forEach(model::importFile);
        }
        return takes;
    }

    private static List<Path> paths(Dragboard board) {
        return board.hasFiles() ? board.getFiles().stream().map(File::toPath).toList() : List.of();
    }
}
