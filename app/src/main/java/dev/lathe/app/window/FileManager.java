package dev.lathe.app.window;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.Locale;

/// The file manager of the system.
final class FileManager {
    private FileManager() {}

    /// Shows a folder. A system without a file manager shows nothing.
    static void show(Path folder) {
        try {
            new ProcessBuilder(command(), folder.toString())
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
        } catch (IOException _) {
            // there is no such program; the path of the package is on the screen all the same
        }
    }

    private static String command() {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return "explorer";
        }
        return system.startsWith("mac") ? "open" : "xdg-open";
    }
}
