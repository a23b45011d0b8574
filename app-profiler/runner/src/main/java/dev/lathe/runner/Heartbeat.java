package dev.lathe.runner;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Tells the host every second that the process is alive while a request is worked on.
final class Heartbeat implements AutoCloseable {
    private static final Frame ALIVE = new Frame(JsonObject.EMPTY.with("reply", "alive"));

    private final FrameWriter replies;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(Daemon::thread);
    private final Future<?> ticking;
    private boolean busy;

    Heartbeat(FrameWriter replies) {
        this.replies = replies;
        ticking = clock.scheduleAtFixedRate(this::beat, 1, 1, TimeUnit.SECONDS);
    }

    /// A request is being worked on.
    synchronized void begin() {
        busy = true;
    }

    /// No beat comes after this and before the next request.
    synchronized void end() {
        busy = false;
    }

    private synchronized void beat() {
        try {
            if (busy) {
                replies.write(ALIVE);
            }
        } catch (IOException e) {
            busy = false; // nobody listens; the reading thread will notice too
        }
    }

    @Override
    public void close() {
        ticking.cancel(false);
        clock.shutdownNow();
    }
}
