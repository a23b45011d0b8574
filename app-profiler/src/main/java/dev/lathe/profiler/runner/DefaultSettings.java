package dev.lathe.profiler.runner;

import dev.lathe.runner.SessionSettings;
import dev.lathe.runner.SessionSettings.Profiling;
import java.util.Map;

/// How sessions are set up unless something else is asked for.
public final class DefaultSettings {
    private DefaultSettings() {}

    /// With as many threads as there are cores.
    public static SessionSettings ofThisMachine() {
        return new SessionSettings(0, Profiling.OFF, Map.of());
    }
}
