package dev.lathe.model.edit;

import java.util.List;

/// Which layers an edit is for, by globs over layer names (`*` any characters, `?` one).
///
/// @param layers the layers to take; empty for all that the edit can be made to
/// @param exclude the layers to leave alone, stronger than `layers`
public record LayerSelection(List<String> layers, List<String> exclude) {

    /// Every layer.
    public static final LayerSelection ALL = new LayerSelection(List.of(), List.of());

    public LayerSelection {
        layers = List.copyOf(layers);
        exclude = List.copyOf(exclude);
    }

    /// Whether a layer is selected.
    public boolean contains(String layerName) {
        return (layers.isEmpty() || anyMatches(layers, layerName))
                && !anyMatches(exclude, layerName);
    }

    private static boolean anyMatches(List<String> globs, String name) {
        return globs.stream().anyMatch(glob -> Glob.matches(glob, name));
    }
}
