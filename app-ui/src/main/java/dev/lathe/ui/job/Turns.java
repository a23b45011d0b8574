package dev.lathe.ui.job;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Runs one task at a time, in the order in which they come.
final class Turns implements Executor {
    private final Executor executor;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private @Nullable Runnable current;

    Turns(Executor executor) {
        this.executor = executor;
    }

    @Override
    public synchronized void execute(Runnable task) {
        waiting.add(() -> {
            try {
                task.run();
            } finally {
                next();
            }
        });
        if (current == null) {
            next();
        }
    }

    private synchronized void next() {
        current = waiting.poll();
        if (current != null) {
            executor.execute(current);
        }
    }
}
