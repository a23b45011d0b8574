package dev.lathe.profiler.runner;

/// Says in words how a process ended.
final class ExitStatus {
    private ExitStatus() {}

    /// A clause that follows "the runner process".
    ///
    /// @param status 128 + N after signal N, as the JDK reports it
    static String describe(int status) {
        return switch (status) {
            case 3 -> "ran out of memory";
            case 128 + 4 -> "met an illegal instruction";
            case 128 + 6 -> "aborted";
            case 128 + 8 -> "met an arithmetic error";
            case 128 + 9 -> "was killed, by somebody or for want of memory";
            case 128 + 7, 128 + 11 -> "crashed";
            case 128 + 15 -> "was told to end";
            default -> "ended with status " + status;
        };
    }
}
