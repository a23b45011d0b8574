package dev.lathe.ui.job;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.collections.ObservableList;

/// Starts jobs. Used on the JavaFX thread only.
public interface Jobs {

    /// Starts a job. The handle cancels it.
    <T> Handle start(Job<T> job);

    /// Starts a job when all jobs started this way before have ended: for work that needs the whole
    /// machine, such as measurements. It is listed as running while it waits.
    <T> Handle startInTurn(Job<T> job);

    /// The jobs that have not ended yet, the oldest first.
    ObservableList<RunningJob> running();

    /// A started job.
    @FunctionalInterface
    interface Handle {
        /// A handle on nothing.
        Handle NONE = () -> {};

        /// Interrupts the job if it still runs; later calls do nothing.
        void cancel();

        /// The share that is done, 0 to 1; negative while it is not known.
        default ReadOnlyDoubleProperty progressProperty() {
            return new ReadOnlyDoubleWrapper(this, "progress", -1).getReadOnlyProperty();
        }
    }
}
