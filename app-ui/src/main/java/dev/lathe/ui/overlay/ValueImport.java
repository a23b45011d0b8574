package dev.lathe.ui.overlay;

import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.metric.Matching;
import dev.lathe.model.metric.ValueFiles;
import dev.lathe.model.metric.ValueSet;
import dev.lathe.model.metric.ValuesException;
import dev.lathe.model.outline.Outline;
import dev.lathe.model.work.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Reads the sets of values in a file that have something to say of a model.
///
/// @param known the outline of the model, if it was made before
public record ValueImport(Path file, ModelGraph model, Optional<Outline> known) {

    /// The sets; at least one.
    public List<ValueSet> read(Progress progress) throws ValuesException, InterruptedException {
        var sets = ValueFiles.read(file, progress);
        var outline = known.orElseGet(() -> OverlayValues.outline(model));
        var found = sets.stream().filter(set -> isFound(set, outline)).toList();
        if (found.isEmpty()) {
            throw new ValuesException(
                    "Cannot show the values in %s: nothing in this model is called '%s' or by another of its %d names; name layers as the graph does."
                            .formatted(
                                    file.getFileName(),
                                    sets.getFirst().values().firstEntry().getKey(),
                                    sets.getFirst().values().size()));
        }
        return found;
    }

    private boolean isFound(ValueSet set, Outline outline) {
        return !Matching.of(set, model, outline).values().isEmpty();
    }
}
