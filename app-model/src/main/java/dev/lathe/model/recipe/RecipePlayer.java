package dev.lathe.model.recipe;

import dev.lathe.model.edit.Edit;
import dev.lathe.model.edit.EditException;
import dev.lathe.model.edit.EditResult;
import dev.lathe.model.edit.EditTools;
import dev.lathe.model.edit.Edits;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.work.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Plays recipes on one model with one set of calibration data, and remembers the latest results,
/// so that a recipe that begins like an earlier one only makes the edits that are new. Thread-safe;
/// one recipe is played at a time.
public final class RecipePlayer {
    private static final int REMEMBERED = 24;
    private static final int STEP_UNITS = 1000;

    private final ModelGraph original;
    private final EditTools tools;
    private final Object playing = new Object();
    private final Map<Recipe, EditResult> results =
            new LinkedHashMap<>(32, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Recipe, EditResult> eldest) {
                    return size() > REMEMBERED;
                }
            };

    /// A player for a model.
    ///
    /// @param tools for the edits that need them
    public RecipePlayer(ModelGraph original, EditTools tools) {
        this.original = original;
        this.tools = tools;
    }

    /// The model that recipes start from.
    public ModelGraph original() {
        return original;
    }

    /// Plays a recipe and returns the result of each of its edits, the last one last. After a
    /// failure the results of the edits before it are still remembered.
    ///
    /// @throws EditException naming the edit that failed
    public List<EditResult> play(Recipe recipe, Progress progress)
            throws EditException, InterruptedException {
        var steps = new ArrayList<EditResult>();
        int count = recipe.edits().size();
        var model = original;
        synchronized (playing) {
            for (int i = 0; i < count; i++) {
                progress.checkCancelled();
                progress.update((long) i * STEP_UNITS, (long) count * STEP_UNITS);
                var prefix = recipe.prefix(i + 1);
                var known = result(prefix);
                var step =
                        known.isPresent()
                                ? known.get()
                                : make(model, recipe.edits().get(i), share(progress, i, count));
                remember(prefix, step);
                steps.add(step);
                model = step.model();
            }
        }
        progress.update((long) count * STEP_UNITS, (long) count * STEP_UNITS);
        return steps;
    }

    /// The remembered result of a recipe's last edit, if it was played and is not forgotten yet.
    public Optional<EditResult> result(Recipe recipe) {
        synchronized (results) {
            return Optional.ofNullable(results.get(recipe));
        }
    }

    private void remember(Recipe prefix, EditResult step) {
        synchronized (results) {
            results.put(prefix, step);
        }
    }

    private EditResult make(ModelGraph model, Edit edit, Progress progress)
            throws EditException, InterruptedException {
        return Edits.apply(model, edit, tools, progress);
    }

    /// The progress of one edit as a part of the whole.
    private static Progress share(Progress whole, int step, int count) {
        return new Progress() {
            @Override
            public void update(long done, long total) {
                if (total > 0) {
                    long part = Math.min(STEP_UNITS, done * STEP_UNITS / total);
                    whole.update((long) step * STEP_UNITS + part, (long) count * STEP_UNITS);
                }
            }

            @Override
            public void checkCancelled() throws InterruptedException {
                whole.checkCancelled();
            }
        };
    }
}
