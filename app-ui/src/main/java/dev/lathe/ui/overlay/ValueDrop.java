package dev.lathe.ui.overlay;

import dev.lathe.model.metric.ValueFiles;
import java.io.File;
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
                    if (model.canImport() && holdsValues(event.getDragboard())) {
                        event.getDragboard().getFiles().stream()
                                .map(File::toPath)
                                .forEach(model::importFile);
                        event.setDropCompleted(true);
                        event.consume();
                    }
                });
    }

    private static boolean holdsValues(Dragboard board) {
        return board.hasFiles()
                && board.getFiles().stream().map(File::toPath).allMatch(ValueFiles::isNamedSo);
    }
}
