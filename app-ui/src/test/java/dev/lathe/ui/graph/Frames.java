package dev.lathe.ui.graph;

import java.util.Arrays;
import java.util.Locale;
import javafx.animation.AnimationTimer;

/// Does something in each frame and notes how long frames take.
final class Frames extends AnimationTimer {
    private static final int COUNT = 150;

    private final Step step;
    private final double[] times = new double[COUNT];
    private volatile int count = -1;
    private long last;

    /// What is done in a frame.
    @FunctionalInterface
    interface Step {
        void take(int frame);
    }

    Frames(Step step) {
        this.step = step;
    }

    boolean isDone() {
        return count >= COUNT;
    }

    @Override
    public void handle(long now) {
        long time = System.nanoTime();
        if (count >= 0) {
            times[count] = (time - last) / 1e6;
        }
        last = time;
        count++;
        if (isDone()) {
            stop();
        } else {
            step.take(count);
        }
    }

    @Override
    public String toString() {
        var sorted = times.clone();
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "median %5.1f, 99 %% %5.1f, longest %5.1f ms a frame",
                sorted[COUNT / 2],
                sorted[COUNT * 99 / 100],
                sorted[COUNT - 1]);
    }
}
