package dev.lathe.ui.session;

import dev.lathe.model.data.DatasetException;
import dev.lathe.model.edit.EditException;
import dev.lathe.model.recipe.Recipe;
import dev.lathe.model.work.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes the versions of a recipe.
final class Replay {
    private final Engine engine;

    Replay(Engine engine) {
        this.engine = engine;
    }

    /// All versions of a recipe, the original first.
    ///
    /// @param known the first of them, at least the original
    List<Version> play(
            List<Version> known, Recipe recipe, Optional<DataChoice> calibration, Progress progress)
            throws EditException, DatasetException, IOException, InterruptedException {
        var versions = new ArrayList<>(known);
        for (var edit : recipe.edits().subList(known.size() - 1, recipe.edits().size())) {
            var previous = versions.getLast();
            var result = engine.apply(previous.model(), edit, calibration, progress);
            var analysis = engine.analyse(result.model());
            versions.add(Version.after(previous, edit, result.report(), result.model(), analysis));
            progress.checkCancelled();
        }
        return versions;
    }
}
