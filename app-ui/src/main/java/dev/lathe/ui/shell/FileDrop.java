package dev.lathe.ui.shell;

import dev.lathe.ui.session.Workbench;
import java.io.File;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/// Opens a file that is dropped on the window.
final class FileDrop {
    private static final PseudoClass DROPPING = PseudoClass.getPseudoClass("dropping");

    private FileDrop() {}

    static void install(Node target, Workbench workbench) {
        target.setOnDragOver(FileDrop::accept);
        target.setOnDragEntered(
                event -> target.pseudoClassStateChanged(DROPPING, event.getDragboard().hasFiles()));
        target.setOnDragExited(_ -> target.pseudoClassStateChanged(DROPPING, false));
        target.setOnDragDropped(event -> drop(event, workbench));
    }

    private static void accept(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private static void drop(DragEvent event, Workbench workbench) {
        var files = event.getDragboard().getFiles();
        files.stream().findFirst().map(File::toPath).ifPresent(workbench::open);
        event.setDropCompleted(!files.isEmpty());
        event.consume();
    }
}
