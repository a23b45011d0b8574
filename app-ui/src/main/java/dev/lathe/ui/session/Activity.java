package dev.lathe.ui.session;

import dev.lathe.ui.job.Job;
import dev.lathe.ui.job.Jobs.Handle;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// A kind of work of which one job runs at a time: a new one cancels the one before.
public final class Activity {
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", -1);
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper(this, "failure", "");
    private Handle handle = Handle.NONE;
    private long turn;

    Activity() {}

    /// Whether a job of this kind runs or waits for its turn.
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    public boolean isRunning() {
        return running.get();
    }

    /// The share that is done, 0 to 1; negative while it is not known.
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// Why the last job failed, in a sentence; empty if it did not, or if another runs.
    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /// Remembers why the last job failed.
    void failed(String sentence) {
        failure.set(sentence);
    }

    /// Cancels the job, if one runs.
    public void cancel() {
        handle.cancel();
    }

    /// Starts a job in place of the one that runs.
    <T> void start(Job<T> job, Function<Job<T>, Handle> starter) {
        cancel();
        long mine = ++turn;
        running.set(true);
        failure.set("");
        var started = starter.apply(observed(job, mine));
        if (mine == turn && running.get()) {
            handle = started;
            progress.bind(started.progressProperty());
        }
    }

    private <T> Job<T> observed(Job<T> job, long mine) {
        return new Job<>(
                job.title(),
                job.work(),
                result -> {
                    end(mine);
                    job.onSuccess().accept(result);
                },
                reason -> {
                    end(mine);
                    job.onFailure().accept(reason);
                },
                () -> {
                    end(mine);
                    job.onCancelled().run();
                });
    }

    private void end(long ended) {
        if (ended == turn) {
            handle = Handle.NONE;
            progress.unbind();
            progress.set(-1);
            running.set(false);
        }
    }
}
