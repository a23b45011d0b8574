package dev.lathe.ui.inspect;

import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.testfx.util.WaitForAsyncUtils;

/// Waits until the window has drawn what changed.
final class Frames {
    private static final int ENOUGH = 3;

    private Frames() {}

    static void pass() {
        var passed = new CompletableFuture<Void>();
        Platform.runLater(() ->
                new AnimationTimer() {
                    private int frames;

                    @Override
                    public void handle(long now) {
                        if (++frames == ENOUGH) {
                            stop();
                            passed.complete(null);
                        }
                    }
                }.start());
        WaitForAsyncUtils.waitFor(passed);
    }
}
