package dev.lathe.runner;

/// Threads that do not keep the process alive.
final class Daemon {
    private Daemon() {}

    static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "lathe-runner");
        thread.setDaemon(true);
        return thread;
    }
}
