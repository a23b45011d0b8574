package dev.lathe.profiler.runner;

import java.io.Serial;

/// A request that was not answered as it should be.
final class RunnerFailure extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    /// @param clause for people, without a full stop
    RunnerFailure(String clause) {
        super(clause);
    }

    RunnerFailure(String clause, Throwable cause) {
        super(clause, cause);
    }

    String clause() {
        return String.valueOf(getMessage());
    }
}
