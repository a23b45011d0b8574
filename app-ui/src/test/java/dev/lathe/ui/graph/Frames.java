package dev.lathe.ui.graph;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import javafx.animation.AnimationTimer;

/// Does something in each frame and notes how long frames take, and how long the threads that make
/// them worked, which says more on a busy machine.
final class Frames extends AnimationTimer {
    private static final int COUNT = 150;

    private final Step step;
    private final double[] times = new double[COUNT];
    private final double[] work = new double[COUNT];
    private volatile int count = -1;
    private long last;
    private long lastWork;

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
        long worked = worked();
        if (count >= 0) {
            times[count] = (time - last) / 1e6;
            work[count] = (worked - lastWork) / 1e6;
        }
        last = time;
        lastWork = worked;
        int done = count + 1;
        count = done;
        if (isDone()) {
            stop();
        } else {
            step.take(done);
        }
    }

    /// The processor time of the two threads of JavaFX, in nanoseconds.
    private static long worked() {
        var threads = ManagementFactory.getThreadMXBean();
        long sum = 0;
        for (long id : threads.getAllThreadIds()) {
            var info = threads.getThreadInfo(id);
            boolean counts =
                    info != null
                            && (info.getThreadName().startsWith("JavaFX Application")
                                    || info.getThreadName().startsWith("QuantumRenderer"));
            sum += counts ? threads.getThreadCpuTime(id) : 0;
        }
        return sum;
    }

    @Override
    public String toString() {
        return text(times) + "; work " + text(work);
    }

    private static String text(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "median %5.1f, 99 %% %5.1f, longest %5.1f ms",
                sorted[COUNT / 2],
                sorted[COUNT * 99 / 100],
                sorted[COUNT - 1]);
    }
}
