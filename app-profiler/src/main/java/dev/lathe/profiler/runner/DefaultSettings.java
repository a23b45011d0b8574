package dev.lathe.profiler.runner;

import dev.lathe.profiler.device.Cpu;
import dev.lathe.runner.SessionSettings;
import dev.lathe.runner.SessionSettings.Profiling;
import java.util.Map;

/// How sessions are set up unless something else is asked for.
public final class DefaultSettings {
    private static final String PRECISION = "session.x64quantprecision";

    private DefaultSettings() {}

    /// With as many threads as there are cores. On an x86-64 CPU without VNNI, products of 8-bit
    /// integers are kept from saturating, which costs time and gives the accuracy back.
    public static SessionSettings ofThisMachine() {
        return new SessionSettings(0, Profiling.OFF, config(Cpu.ofThisMachine()));
    }

    static Map<String, String> config(Cpu cpu) {
        return cpu.isX64WithoutVnni() ? Map.of(PRECISION, "1") : Map.of();
    }
}
