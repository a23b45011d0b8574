package dev.lathe.ui.job;

import dev.lathe.model.work.Progress;
import java.util.function.Consumer;

/// Work for another thread, and what to do with its outcome on the JavaFX thread. Just one of the
/// three outcomes is called, once.
///
/// @param title what is being done, for the list of running jobs
/// @param onCancelled called when the work was cancelled, as soon as it is
public record Job<T>(
        String title,
        Work<T> work,
        Consumer<? super T> onSuccess,
        Consumer<? super Exception> onFailure,
        Runnable onCancelled) {

    /// A job that needs to do nothing when it is cancelled.
    public Job(
            String title,
            Work<T> work,
            Consumer<? super T> onSuccess,
            Consumer<? super Exception> onFailure) {
        this(title, work, onSuccess, onFailure, () -> {});
    }

    /// A blocking computation.
    @FunctionalInterface
    public interface Work<T> {
        /// The result, computed on the calling thread.
        T run(Progress progress) throws Exception;
    }
}
