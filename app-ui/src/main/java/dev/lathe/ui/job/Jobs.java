package dev.lathe.ui.job;

import javafx.collections.ObservableList;

/// Starts jobs. Used on the JavaFX thread only.
public interface Jobs {

    /// Starts a job. The handle cancels it.
    <T> Handle start(Job<T> job);

    /// The jobs that have not ended yet, the oldest first.
    ObservableList<RunningJob> running();

    /// A started job.
    @FunctionalInterface
    interface Handle {
        /// A handle on nothing.
        Handle NONE = () -> {};

        /// Interrupts the job if it still runs; later calls do nothing.
        void cancel();
    }
}
