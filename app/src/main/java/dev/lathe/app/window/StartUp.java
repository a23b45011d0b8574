package dev.lathe.app.window;

import dev.lathe.app.context.AppContext;
import dev.lathe.resources.Samples;
import dev.lathe.ui.form.WindowPathChooser;
import dev.lathe.ui.settings.ConfigFolder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// How long it takes from the start of the virtual machine until a window is usable: until its
/// second frame, by when the first is on the screen.
public final class StartUp {
    private static final int FRAMES = 2;

    private StartUp() {}

    /// What the window shows.
    public enum Content {
        /// Nothing: a window as JavaFX has it.
        EMPTY,
        /// The welcome screen.
        WELCOME,
        /// The graph of the bundled sample.
        SAMPLE
    }

    /// Opens a window, measures and closes it.
    ///
    /// @return milliseconds
    public static double measure(AppContext context, Content content)
            throws IOException, InterruptedException {
        if (!WindowProgram.hasDisplay()) {
            WindowProgram.useHeadlessPlatform();
        }
        var painted = new CountDownLatch(1);
        try (var folder = new TemporaryFolder()) {
            var config = ConfigFolder.in(folder.path());
            Platform.startup(() -> open(context, config, content, painted));
            painted.await();
            double ms =
                    (double) System.currentTimeMillis()
                            - ManagementFactory.getRuntimeMXBean().getStartTime();
            Platform.exit();
            return ms;
        }
    }

    private static void open(
            AppContext context, ConfigFolder config, Content content, CountDownLatch painted) {
        var stage = new Stage();
        if (content == Content.EMPTY) {
            stage.setScene(new Scene(new StackPane(), 1280, 800));
            stage.show();
            after(() -> true, painted);
            return;
        }
        var window = new LatheWindow(stage, context, config, new WindowPathChooser(() -> stage));
        window.show();
        if (content == Content.SAMPLE) {
            window.workbench().openSample(Samples.FASHION);
            after(() -> window.graphView().isPainted() && isOpen(window), painted);
        } else {
            after(() -> true, painted);
        }
    }

    private static boolean isOpen(LatheWindow window) {
        return window.workbench().openProperty().get().isPresent();
    }

    /// Counts down when so many frames have passed in which the condition held.
    private static void after(BooleanSupplier ready, CountDownLatch painted) {
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                if (ready.getAsBoolean() && ++frames == FRAMES) {
                    stop();
                    painted.countDown();
                }
            }
        }.start();
    }
}
