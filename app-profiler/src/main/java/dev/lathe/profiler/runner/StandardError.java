package dev.lathe.profiler.runner;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/// The last lines that a process wrote to its standard error.
final class StandardError {
    private static final int LINES = 40;
    private static final int LINE_LENGTH = 500;

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
                            !line.isEmpty() && !line.startsWith("at ") && !line.startsWith("#"))
                    .findFirst();
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
        }
    }
}
