package dev.lathe.model.work;

/// Hears how far a long computation has come, and tells it when to stop.
@FunctionalInterface
public interface Progress {

    /// Hears nothing.
    Progress NONE = (_, _) -> {};

    /// Reports that `done` of `total` steps are finished; a total of 0 means that it is not known.
    void update(long done, long total);

    /// Stops the computation if its thread was interrupted.
    ///
    /// @throws InterruptedException if it was
    default void checkCancelled() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("cancelled");
        }
    }
}
