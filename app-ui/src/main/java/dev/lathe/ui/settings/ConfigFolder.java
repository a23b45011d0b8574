package dev.lathe.ui.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The folders in which Lathe keeps what belongs to a user.
///
/// @param config settings and recent files
/// @param cache what can be made again
public record ConfigFolder(Path config, Path cache) {
    private static final String NAME = "lathe";

    /// Both folders inside one, for tests and portable use.
    public static ConfigFolder in(Path folder) {
        return new ConfigFolder(folder, folder.resolve("cache"));
    }

    /// The folders of the user who runs the program.
    public static ConfigFolder ofUser() {
        return of(
                System.getProperty("os.name", ""),
                Path.of(System.getProperty("user.home", ".")),
                System.getenv());
    }

    /// The folders that a system has for this: those of the XDG base directory specification,
    /// `AppData` on Windows, `Library` on macOS.
    static ConfigFolder of(String system, Path home, Map<String, String> environment) {
        var name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return new ConfigFolder(
                    path(environment.get("APPDATA"), home.resolve("AppData/Roaming"))
                            .resolve("Lathe"),
                    path(environment.get("LOCALAPPDATA"), home.resolve("AppData/Local"))
                            .resolve("Lathe")
                            .resolve("Cache"));
        }
        if (name.startsWith("mac")) {
            var library = home.resolve("Library");
            return new ConfigFolder(
                    library.resolve("Application Support/Lathe"), library.resolve("Caches/Lathe"));
        }
        return new ConfigFolder(
                path(environment.get("XDG_CONFIG_HOME"), home.resolve(".config")).resolve(NAME),
                path(environment.get("XDG_CACHE_HOME"), home.resolve(".cache")).resolve(NAME));
    }

    private static Path path(@Nullable String stated, Path otherwise) {
        return stated == null || stated.isBlank() ? otherwise : Path.of(stated);
    }
}
