package dev.lathe.app.cli;

import dev.lathe.model.work.Progress;
import java.io.PrintWriter;

/// A bar on a terminal. It disappears when the job is done. Thread-safe.
final class ProgressBar implements Progress {
    private static final int WIDTH = 32;

    private final String title;
    private final PrintWriter err;
    private int shown = -1;

    ProgressBar(String title, PrintWriter err) {
        this.title = title;
        this.err = err;
    }

    @Override
    public synchronized void update(long done, long total) {
        if (total <= 0) {
            return;
        }
        int percent = (int) Math.clamp(done * 100.0 / total, 0, 100);
        if (percent == shown) {
            return;
        }
        shown = percent;
        int filled = WIDTH * percent / 100;
        err.printf(
                "\r%s %s%s %3d %%", title, "█".repeat(filled), "░".repeat(WIDTH - filled), percent);
        if (percent == 100) {
            err.print("\r\u001b[K");
        }
        err.flush();
    }
}
