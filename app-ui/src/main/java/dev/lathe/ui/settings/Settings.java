package dev.lathe.ui.settings;

import java.nio.file.Path;
import java.util.List;

/// What a settings file holds.
///
/// @param recent model files, the latest first
public record Settings(
        Appearance appearance, Language language, List<Path> recent, WindowLayout layout) {

    /// What a first start begins with.
    public static final Settings DEFAULT =
            new Settings(Appearance.SYSTEM, Language.SYSTEM, List.of(), WindowLayout.DEFAULT);

    public Settings {
        recent = List.copyOf(recent);
    }
}
