package dev.lathe.ui.form;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Asks with the choosers of the system and opens each where the last one was left.
public final class WindowPathChooser implements PathChooser {
    private final Supplier<? extends Window> owner;
    private @Nullable File folder;

    /// A chooser over the window that the supplier has when it asks.
    public WindowPathChooser(Supplier<? extends Window> owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> openFile(Request request) {
        return chosen(fileChooser(request).showOpenDialog(owner.get()));
    }

    @Override
    public Optional<Path> saveFile(Request request) {
        return chosen(fileChooser(request).showSaveDialog(owner.get()));
    }

    @Override
    public Optional<Path> openFolder(Request request) {
        var chooser = new DirectoryChooser();
        chooser.setTitle(request.title());
        chooser.setInitialDirectory(folder);
        return chosen(chooser.showDialog(owner.get()));
    }

    private FileChooser fileChooser(Request request) {
        var chooser = new FileChooser();
        chooser.setTitle(request.title());
        chooser.setInitialDirectory(folder);
        chooser.setInitialFileName(request.suggestedName());
        chooser.getExtensionFilters().add(new ExtensionFilter(request.kind(), request.patterns()));
        return chooser;
    }

    private Optional<Path> chosen(@Nullable File file) {
        if (file != null) {
            folder = file.getParentFile();
        }
        return Optional.ofNullable(file).map(File::toPath);
    }
}
