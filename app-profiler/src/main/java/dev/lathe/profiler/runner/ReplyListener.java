package dev.lathe.profiler.runner;

/// Hears how a request gets on, at least every second.
@FunctionalInterface
interface ReplyListener {
    /// Hears nothing.
    ReplyListener NONE = (_, _) -> {};

    /// So many of so many; 0 of 0 if it is only known that the process is alive.
    void progress(long done, long total) throws InterruptedException;
}
