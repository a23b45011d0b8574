package dev.lathe.app.tour;

import dev.lathe.ui.form.PathChooser;
import java.nio.file.Path;
import java.util.Optional;

/// Answers every question for a place with one folder.
record SameFolder(Path folder) implements PathChooser {

    @Override
    public Optional<Path> openFile(Request request) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> saveFile(Request request) {
        return Optional.of(folder.resolve(request.suggestedName()));
    }

    @Override
    public Optional<Path> openFolder(Request request) {
        return Optional.of(folder);
    }
}
