package dev.lathe.ui.testing;

import dev.lathe.ui.form.PathChooser;
import java.nio.file.Path;
import java.util.Optional;

/// Answers every question for a file or folder with the same path, or with none.
public record Answers(Optional<Path> answer) implements PathChooser {

    /// Cancels every question.
    public static final Answers NONE = new Answers(Optional.empty());

    @Override
    public Optional<Path> openFile(Request request) {
        return answer;
    }

    @Override
    public Optional<Path> saveFile(Request request) {
        return answer;
    }

    @Override
    public Optional<Path> openFolder(Request request) {
        return answer;
    }
}
