package dev.lathe.profiler.runner;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The last lines that a process wrote to its standard error.
final class StandardError {
    private static final int LINES = 40;
    private static final int LINE_LENGTH = 500;
    private static final String ERROR = "ERROR: ";
    private static final long PATIENCE_MS = 2000;

    private final ArrayDeque<String> lines = new ArrayDeque<>();
    private final Thread reader;

    StandardError(InputStream in) {
        reader = Thread.ofPlatform().daemon().name("runner-errors").start(() -> read(in));
    }

    /// The last line that is not a stack frame, once the process has ended.
    Optional<String> lastWords() throws InterruptedException {
        reader.join(1000);
        synchronized (lines) {
            return List.copyOf(lines).reversed().stream()
                    .map(String::strip)
                    .filter(line ->
                            !line.isEmpty()
                                    && !line.startsWith("at ")
                                    && !line.startsWith("#")
                                    && !line.startsWith("INFO: "))
                    .findFirst();
        }
    }

    /// The errors that a runtime wrote before it wrote a line; waits a moment for that line. What
    /// was written up to it is forgotten.
    Optional<String> errorsUntil(String end) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_MS * 1_000_000;
        synchronized (lines) {
            for (long left = PATIENCE_MS; !lines.contains(end) && left > 0; ) {
                lines.wait(left);
                left = (deadline - System.nanoTime()) / 1_000_000;
            }
            var errors =
                    lines.stream()
                            .takeWhile(line -> !line.equals(end))
                            .filter(line -> line.startsWith(ERROR))
                            .map(line -> line.substring(ERROR.length()).strip())
                            .collect(Collectors.joining("; "));
            while (lines.contains(end)) {
                lines.removeFirst();
            }
            return Optional.of(errors).filter(text -> !text.isEmpty());
        }
    }

    private void read(InputStream in) {
        try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                keep(line);
            }
        } catch (IOException e) {
            keep("its standard error could not be read");
        }
    }

    private void keep(String line) {
        synchronized (lines) {
            if (lines.size() == LINES) {
                lines.removeFirst();
            }
            lines.addLast(line.length() > LINE_LENGTH ? line.substring(0, LINE_LENGTH) : line);
            lines.notifyAll();
        }
    }
}
