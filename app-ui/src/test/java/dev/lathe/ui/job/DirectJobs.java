package dev.lathe.ui.job;

import dev.lathe.model.work.Progress;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Runs each job at once on the calling thread, so that a test needs no waiting.
public final class DirectJobs implements Jobs {

    @Override
    public <T> Handle start(Job<T> job) {
        T result;
        try {
            result = job.work().run(Progress.NONE);
        } catch (InterruptedException cancelled) {
            job.onCancelled().run();
            return Handle.NONE;
        } catch (Exception failure) {
            job.onFailure().accept(failure);
            return Handle.NONE;
        }
        job.onSuccess().accept(result);
        return Handle.NONE;
    }

    @Override
    public <T> Handle startInTurn(Job<T> job) {
        return start(job);
    }

    @Override
    public ObservableList<RunningJob> running() {
        return FXCollections.emptyObservableList();
    }
}
