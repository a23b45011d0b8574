package dev.lathe.app.cli;

import dev.lathe.model.work.Progress;
import java.io.PrintWriter;

/// A line for each quarter of a job. Thread-safe.
final class ProgressLines implements Progress {
    private static final int STEPS = 4;

    private final String title;
    private final PrintWriter err;
    private int shown;

    ProgressLines(String title, PrintWriter err) {
        this.title = title;
        this.err = err;
    }

    @Override
    public synchronized void update(long done, long total) {
        if (total <= 0) {
            return;
        }
        int step = Math.clamp(done * STEPS / total, 0, STEPS);
        if (step > shown) {
            shown = step;
            err.printf("%s %d %%%n", title, step * 100 / STEPS);
            err.flush();
        }
    }
}
