package dev.lathe.profiler.runner;

import dev.lathe.profiler.runner.FrameExchange.Arrival;
import dev.lathe.runner.Frame;
import dev.lathe.runner.JsonObject;
import dev.lathe.runner.WorkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// A child process that executes models. It works in a temporary folder of its own, which goes with
/// it.
///
/// It serves one request at a time. After a failure other than a refusal it is dead and has to be
/// replaced.
final class RunnerProcess implements AutoCloseable {
    private final Process process;
    private final Path folder;
    private final RunnerLimits limits;
    private final FrameExchange exchange;
    private final StandardError errors;
    private final Thread atExit;
    private final AtomicBoolean closed = new AtomicBoolean();

    private RunnerProcess(Process process, Path folder, RunnerLimits limits) {
        this.process = process;
        this.folder = folder;
        this.limits = limits;
        this.exchange = new FrameExchange(process.getOutputStream(), process.getInputStream());
        this.errors = new StandardError(process.getErrorStream());
        this.atExit = Thread.ofPlatform().unstarted(this::destroy);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /// Starts a process; it may still be starting when this returns.
    static RunnerProcess start(RunnerLaunch launch) throws RunnerFailure {
        try {
            var natives =
                    launch.natives()
                            .map(cache -> NativeLibraries.unpacked(launch.classPath(), cache))
                            .orElseGet(LinkedHashMap::new);
            var folder = Files.createTempDirectory("lathe-runner-").toRealPath();
            try {
                return new RunnerProcess(start(launch, folder, natives), folder, launch.limits());
            } catch (IOException e) {
                WorkFolder.delete(folder);
                throw e;
            }
        } catch (IOException e) {
            throw new RunnerFailure(
                    "the runner process could not be started: " + e.getMessage(), e);
        }
    }

    private static Process start(RunnerLaunch launch, Path folder, Map<String, Path> natives)
            throws IOException {
        var builder =
                new ProcessBuilder(launch.command(folder, natives)).directory(folder.toFile());
        var variables = launch.variables(builder.environment());
        builder.environment().clear();
        builder.environment().putAll(variables);
        return builder.start();
    }

    /// The folder that the process works in.
    Path folder() {
        return folder;
    }

    RunnerLimits limits() {
        return limits;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return !closed.get() && process.isAlive();
    }

    /// Sends a request and waits for its last reply.
    ///
    /// @param limit for the whole exchange
    /// @param listener hears of replies that others follow
    Frame request(Frame request, Duration limit, ReplyListener listener)
            throws RunnerFailure, RunnerRefusal, InterruptedException {
        if (!isAlive()) {
            throw died();
        }
        try {
            exchange.send(request);
            return awaitReply(limit, listener);
        } catch (InterruptedException | RunnerFailure e) {
            close();
            throw e;
        }
    }

    private Frame awaitReply(Duration limit, ReplyListener listener)
            throws RunnerFailure, RunnerRefusal, InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            var left = Duration.ofNanos(deadline - System.nanoTime());
            var patience = left.compareTo(limits.silence()) < 0 ? left : limits.silence();
            var arrival = exchange.receive(patience);
            if (arrival.isEmpty()) {
                throw tooLate(patience.equals(left) ? limit : limits.silence());
            }
            if (System.nanoTime() > deadline) {
                throw tooLate(limit);
            }
            var frame = frame(arrival.get());
            if (isFinal(frame.header(), listener)) {
                return frame;
            }
        }
    }

    private Frame frame(Arrival arrival) throws RunnerFailure, InterruptedException {
        return switch (arrival) {
            case Arrival.Reply(var frame) -> frame;
            case Arrival.Broken(var reason) ->
                    throw new RunnerFailure(
                            "the runner process answered garbage: " + reason.getMessage());
            case Arrival.Ended() -> throw died();
        };
    }

    private boolean isFinal(JsonObject header, ReplyListener listener)
            throws RunnerFailure, RunnerRefusal, InterruptedException {
        try {
            switch (header.text("reply")) {
                case "done" -> {
                    return true;
                }
                case "failed" -> throw new RunnerRefusal(words(header));
                case "progress" -> listener.progress(header.number("done"), header.number("total"));
                default -> listener.progress(0, 0);
            }
            return false;
        } catch (IOException e) {
            throw new RunnerFailure("the runner process answered garbage: " + e.getMessage(), e);
        }
    }

    /// The reason of a refusal, which a runtime may have told on standard error only.
    private String words(JsonObject header) throws IOException, InterruptedException {
        return header.has("wordsUntil")
                ? errors.errorsUntil(header.text("wordsUntil")).orElse(header.text("message"))
                : header.text("message");
    }

    private static RunnerFailure tooLate(Duration limit) {
        return new RunnerFailure(
                "the runner process did not answer within "
                        + limit.toSeconds()
                        + " s and was ended");
    }

    private RunnerFailure died() throws InterruptedException {
        if (!process.waitFor(2, TimeUnit.SECONDS)) {
            return new RunnerFailure("the runner process closed its output");
        }
        var status = ExitStatus.describe(process.exitValue());
        return new RunnerFailure(
                errors.lastWords()
                        .map(words -> "the runner process " + status + " (" + words + ")")
                        .orElse("the runner process " + status));
    }

    /// Ends the process at once and deletes its folder.
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        destroy();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            return; // this process is shutting down, and the hook is running
        }
    }

    private void destroy() {
        process.destroyForcibly();
        exchange.close();
        boolean interrupted = false;
        for (boolean ended = false; !ended; ) {
            try {
                ended = process.waitFor(5, TimeUnit.SECONDS);
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        WorkFolder.delete(folder);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
