package dev.lathe.app.window;

import dev.lathe.app.context.AppContext;
import dev.lathe.ui.form.WindowPathChooser;
import dev.lathe.ui.settings.ConfigFolder;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Stage;

/// Opens the window and waits until it is closed.
public final class WindowProgram {
    private WindowProgram() {}

    /// Whether this machine has a screen to open a window on.
    public static boolean hasDisplay() {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return system.startsWith("windows")
                || system.startsWith("mac")
                || isSet("DISPLAY")
                || isSet("WAYLAND_DISPLAY");
    }

    /// Has JavaFX paint in memory. To be called before it starts.
    public static void useHeadlessPlatform() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
    }

    /// Shows the window on a model, or on the welcome screen.
    ///
    /// @return the exit code
    public static int run(AppContext context, ConfigFolder folder, Optional<Path> model)
            throws InterruptedException {
        var closed = new CountDownLatch(1);
        Platform.startup(() -> {
            Platform.setImplicitExit(false);
            var stage = new Stage();
            var window =
                    new LatheWindow(stage, context, folder, new WindowPathChooser(() -> stage));
            stage.setOnHidden(_ -> {
                window.close();
                closed.countDown();
            });
            window.show();
            model.ifPresent(window.workbench()::open);
        });
        closed.await();
        Platform.exit();
        return 0;
    }

    private static boolean isSet(String variable) {
        return !Optional.ofNullable(System.getenv(variable)).orElse("").isBlank();
    }
}
