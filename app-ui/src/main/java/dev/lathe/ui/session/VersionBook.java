package dev.lathe.ui.session;

import dev.lathe.model.edit.Edit;
import dev.lathe.model.edit.Edit.BindDimensions;
import dev.lathe.model.edit.Edit.PruneMagnitude;
import dev.lathe.model.edit.Edit.QuantizeDynamic;
import dev.lathe.model.edit.Edit.QuantizeStatic;
import dev.lathe.model.edit.Edit.Simplify;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.recipe.History;
import dev.lathe.model.recipe.Recipe;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The versions that were made of the open model, by the recipe that makes them, so that going back
/// and forth makes none twice.
final class VersionBook {
    private final Map<Key, Version> known = new HashMap<>();

    /// What a version depends on.
    ///
    /// @param calibration the calibration data, if an edit of the recipe uses any
    private record Key(Recipe recipe, Optional<DataChoice> calibration) {
        static Key of(Recipe recipe, Optional<DataChoice> calibration) {
            boolean uses = recipe.edits().stream().anyMatch(VersionBook::usesCalibration);
            return new Key(recipe, uses ? calibration : Optional.empty());
        }
    }

    /// The versions of the longest part of a recipe, from its start, that are known.
    List<Version> find(Recipe recipe, Optional<DataChoice> calibration) {
        var found = new ArrayList<Version>();
        for (int step = 0; step <= recipe.edits().size(); step++) {
            var version = known.get(Key.of(recipe.prefix(step), calibration));
            if (version == null) {
                break;
            }
            found.add(version);
        }
        return found;
    }

    /// Remembers the versions of a recipe, the original first.
    void put(Recipe recipe, Optional<DataChoice> calibration, List<Version> versions) {
        for (Version version : versions) {
            known.put(Key.of(recipe.prefix(version.step()), calibration), version);
        }
    }

    /// Forgets what no undo or redo can reach.
    void keepOnly(History<Recipe> history) {
        Set<Recipe> reachable = new HashSet<>();
        Stream.of(history.past(), List.of(history.present()), history.future())
                .flatMap(List::stream)
                .forEach(recipe -> {
                    for (int step = 0; step <= recipe.edits().size(); step++) {
                        reachable.add(recipe.prefix(step));
                    }
                });
        known.keySet().removeIf(key -> !reachable.contains(key.recipe()));
    }

    /// Changes what is known of a model.
    void update(ModelGraph model, UnaryOperator<Version> change) {
        known.replaceAll((_, version) -> version.isOf(model) ? change.apply(version) : version);
    }

    /// Forgets the measures that a choice of evaluation data led to.
    void forgetMeasures() {
        known.replaceAll((_, version) -> version.withMeasures(Optional.empty(), Optional.empty()));
    }

    void clear() {
        known.clear();
    }

    private static boolean usesCalibration(Edit edit) {
        return switch (edit) {
            case QuantizeStatic _ -> true;
            case BindDimensions _, QuantizeDynamic _, PruneMagnitude _, Simplify _ -> false;
        };
    }
}
