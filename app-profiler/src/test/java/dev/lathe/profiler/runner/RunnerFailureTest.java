package dev.lathe.profiler.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.model.graph.Tensor;
import dev.lathe.model.run.ModelRunException;
import dev.lathe.model.run.ModelRunner.Session;
import dev.lathe.profiler.testing.Models;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class RunnerFailureTest {
    private static final RunnerLaunch LAUNCH = RunnerLaunch.ofThisProcess();

    private ProcessModelRunner runner = new ProcessModelRunner(LAUNCH);

    @AfterEach
    void endProcesses() {
        runner.close();
    }

    @Test
    void namesModelAndStepOfAProcessThatWasKilledAndReplacesIt() throws Exception {
        try (var session = runner.open(Models.endless())) {
            var process = runner.processes().getFirst();
            var run = start(() -> runEndless(session));
            awaitBusy(process);

            ProcessHandle.of(process.pid()).orElseThrow().destroyForcibly();

            assertThat(failureOf(run))
                    .isInstanceOf(ModelRunException.class)
                    .hasMessage(
                            "Cannot run 'made by hand': the runner process was killed, by somebody"
                                    + " or for want of memory; the next use starts a new one");
            assertThat(process.folder()).doesNotExist();
        }
        assertStillWorks();
    }

    @Test
    void startsAnotherProcessForASessionWhoseProcessDiedBetweenTwoRuns() throws Exception {
        try (var session = runner.open(Models.doubling())) {
            var process = runner.processes().getFirst();
            var handle = ProcessHandle.of(process.pid()).orElseThrow();
            handle.destroyForcibly();
            handle.onExit().get(10, TimeUnit.SECONDS);

            var input = Tensor.ofFloats("x", new float[3], 1, 3);

            assertThat(session.run(Map.of("x", input))).containsOnlyKeys("scores");
        }
    }

    @Test
    void givesUpARunThatTakesTooLong() throws Exception {
        runner = new ProcessModelRunner(limited(Duration.ofSeconds(60), Duration.ofSeconds(2)));
        try (var session = runner.open(Models.endless())) {
            assertThatThrownBy(() -> runEndless(session))
                    .isInstanceOf(ModelRunException.class)
                    .hasMessage(
                            "Cannot run 'made by hand': the runner process did not answer within"
                                    + " 2 s and was ended; the next use starts a new one");
        }
        assertStillWorks();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void givesUpAProcessThatIsFrozen() throws Exception {
        runner = new ProcessModelRunner(limited(Duration.ofSeconds(3), Duration.ofMinutes(5)));
        try (var session = runner.open(Models.endless())) {
            var process = runner.processes().getFirst();
            var run = start(() -> runEndless(session));
            awaitBusy(process);

            new ProcessBuilder("kill", "-STOP", Long.toString(process.pid())).start().waitFor();

            assertThat(failureOf(run)).hasMessageContaining("did not answer within 3 s");
        }
    }

    @Test
    void endsTheProcessAtOnceWhenTheThreadIsInterrupted() throws Exception {
        try (var session = runner.open(Models.endless())) {
            var process = runner.processes().getFirst();
            var handle = ProcessHandle.of(process.pid()).orElseThrow();
            var run = new FutureTask<>(() -> runEndless(session));
            var thread = Thread.ofPlatform().start(run);
            awaitBusy(process);

            thread.interrupt();

            assertThat(failureOf(run)).isInstanceOf(InterruptedException.class);
            handle.onExit().get(10, TimeUnit.SECONDS);
            assertThat(process.folder()).doesNotExist();
        }
        assertStillWorks();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void reportsGarbage(@TempDir Path folder) throws Exception {
        var babbler = Files.writeString(folder.resolve("java"), "#!/bin/sh\necho garbage\ncat\n");
        assertThat(babbler.toFile().setExecutable(true)).isTrue();
        runner = new ProcessModelRunner(withJava(babbler));

        assertThatThrownBy(() -> runner.open(Models.doubling()))
                .isInstanceOf(ModelRunException.class)
                .hasMessageStartingWith(
                        "Cannot load 'made by hand': the runner process answered garbage: the bytes"
                                + " are no frame: garb");
    }

    @Test
    void reportsAProcessThatCannotBeStarted() {
        runner = new ProcessModelRunner(withJava(Path.of("no-such-java")));

        assertThatThrownBy(() -> runner.open(Models.doubling()))
                .isInstanceOf(ModelRunException.class)
                .hasMessageStartingWith(
                        "Cannot run any model: the runner process could not be started: ");
    }

    @Test
    void tellsTheLastWordsOfAProcessThatCannotRun() {
        runner =
                new ProcessModelRunner(
                        new RunnerLaunch(
                                LAUNCH.java(),
                                List.of(Path.of("nothing-here")),
                                LAUNCH.flags(),
                                LAUNCH.environment(),
                                Optional.empty(),
                                LAUNCH.limits()));

        assertThatThrownBy(() -> runner.open(Models.doubling()))
                .isInstanceOf(ModelRunException.class)
                .hasMessageStartingWith("Cannot load 'made by hand': the runner process ended")
                .hasMessageContaining("RunnerMain");
    }

    private void assertStillWorks() throws Exception {
        try (var session = runner.open(Models.doubling())) {
            var input = Tensor.ofFloats("x", new float[3], 1, 3);

            assertThat(session.run(Map.of("x", input))).containsOnlyKeys("scores");
        }
    }

    private static Map<String, Tensor> runEndless(Session session) throws Exception {
        return session.run(Map.of("x", Tensor.ofFloats("x", new float[256 * 256], 256, 256)));
    }

    private static <T> FutureTask<T> start(Callable<T> work) {
        var task = new FutureTask<>(work);
        Thread.ofPlatform().daemon().start(task);
        return task;
    }

    private static Throwable failureOf(FutureTask<?> task) throws Exception {
        try {
            task.get(60, TimeUnit.SECONDS);
            throw new AssertionError("it did not fail");
        } catch (ExecutionException e) {
            return Objects.requireNonNull(e.getCause());
        }
    }

    /// Waits until the process has used time after it had loaded its model.
    private static void awaitBusy(Runner process) throws Exception {
        var handle = ProcessHandle.of(process.pid()).orElseThrow();
        var before = handle.info().totalCpuDuration().orElse(Duration.ZERO);
        var enough = before.plusMillis(200);
        for (int i = 0; i < 600; i++) {
            if (handle.info().totalCpuDuration().orElse(enough).compareTo(enough) >= 0) {
                return;
            }
            CompletableFuture.runAsync(
                            () -> {}, CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS))
                    .get();
        }
    }

    private static RunnerLaunch limited(Duration silence, Duration run) {
        return LAUNCH.withLimits(new RunnerLimits(silence, Duration.ofMinutes(2), run));
    }

    private static RunnerLaunch withJava(Path java) {
        return new RunnerLaunch(
                java,
                LAUNCH.classPath(),
                LAUNCH.flags(),
                LAUNCH.environment(),
                LAUNCH.natives(),
                LAUNCH.limits());
    }
}
