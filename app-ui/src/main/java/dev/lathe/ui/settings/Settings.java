package dev.lathe.ui.settings;

import java.nio.file.Path;
import java.util.List;

/// What a settings file holds.
///
/// @param recent model files, the latest first
/// @param layerColumns the columns of the layer table that are shown, in their order; empty for
///   those that it chooses itself
/// @param recentCommands the commands that were chosen from the palette, the latest first
public record Settings(
        Appearance appearance,
        Language language,
        List<Path> recent,
        WindowLayout layout,
        List<String> layerColumns,
        List<String> recentCommands) {

    /// What a first start begins with.
    public static final Settings DEFAULT =
            new Settings(
                    Appearance.SYSTEM,
                    Language.SYSTEM,
                    List.of(),
                    WindowLayout.DEFAULT,
                    List.of(),
                    List.of());

    public Settings {
        recent = List.copyOf(recent);
        layerColumns = List.copyOf(layerColumns);
        recentCommands = List.copyOf(recentCommands);
    }
}
