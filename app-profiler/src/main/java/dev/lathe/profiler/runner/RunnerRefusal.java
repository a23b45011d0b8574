package dev.lathe.profiler.runner;

import java.io.Serial;

/// A request that the runner could not do, in the runtime's words; the process lives on.
final class RunnerRefusal extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    RunnerRefusal(String message) {
        super(message);
    }

    String words() {
        return RuntimeWords.clause(String.valueOf(getMessage()));
    }
}
