package dev.lathe.ui.job;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.concurrent.Task;

/// Runs jobs on an executor and reports on the JavaFX thread.
public final class FxJobs implements Jobs {
    private final Executor executor;
    private final Executor turns;
    private final ObservableList<RunningJob> running = FXCollections.observableArrayList();
    private final ObservableList<RunningJob> runningView =
            FXCollections.unmodifiableObservableList(running);

    public FxJobs(Executor executor) {
        this.executor = executor;
        this.turns = new Turns(executor);
    }

    /// An executor with a thread for each job, none of which keeps the program from ending.
    public static ExecutorService threads() {
        return Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().daemon().name("job-", 1).factory());
    }

    @Override
    public ObservableList<RunningJob> running() {
        return runningView;
    }

    @Override
    public <T> Handle start(Job<T> job) {
        return start(job, executor);
    }

    @Override
    public <T> Handle startInTurn(Job<T> job) {
        return start(job, turns);
    }

    private <T> Handle start(Job<T> job, Executor on) {
        var task = new JobTask<>(job);
        running.add(task.entry);
        on.execute(task);
        return task.entry;
    }

    private final class JobTask<T> extends Task<T> {
        private final Job<T> job;
        private final RunningJob entry;

        JobTask(Job<T> job) {
            this.job = job;
            this.entry = new RunningJob(job.title(), progressProperty(), this::cancel);
        }

        @Override
        protected T call() throws Exception {
            return job.work().run(this::report);
        }

        private void report(long done, long total) {
            if (total > 0) {
                updateProgress(done, total);
            } else {
                updateProgress(-1, -1);
            }
        }

        @Override
        protected void succeeded() {
            running.remove(entry);
            job.onSuccess().accept(getValue());
        }

        @Override
        protected void cancelled() {
            running.remove(entry);
            job.onCancelled().run();
        }

        @Override
        protected void failed() {
            running.remove(entry);
            switch (getException()) {
                case InterruptedException _ -> job.onCancelled().run();
                case Exception exception -> job.onFailure().accept(exception);
                case Error error -> {
                    job.onFailure().accept(new JobError(error));
                    throw error;
                }
                case Throwable other -> throw new IllegalStateException(other);
            }
        }
    }
}
