package dev.lathe.profiler.runner;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where this user's caches of Lathe are.
final class CacheFolder {
    private CacheFolder() {}

    /// The folder that the property `lathe.cache` names, or the system's usual place.
    static Path current() {
        return Optional.ofNullable(System.getProperty("lathe.cache"))
                .map(Path::of)
                .orElseGet(() ->
                        usual(
                                System.getProperty("os.name", ""),
                                Path.of(System.getProperty("user.home", ".")),
                                System.getenv()));
    }

    static Path usual(String system, Path home, Map<String, String> variables) {
        var name = system.toLowerCase(Locale.ROOT);
        if (name.contains("mac")) {
            return home.resolve("Library").resolve("Caches").resolve("Lathe");
        }
        if (name.contains("win")) {
            return folder(variables, "LOCALAPPDATA").orElse(home).resolve("Lathe").resolve("Cache");
        }
        return folder(variables, "XDG_CACHE_HOME").orElse(home.resolve(".cache")).resolve("lathe");
    }

    private static Optional<Path> folder(Map<String, String> variables, String name) {
        return Optional.ofNullable(variables.get(name))
                .filter(value -> !value.isEmpty())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }
}
