package dev.lathe.profiler.device;

import java.util.List;
import java.util.OptionalLong;

/// The machine that this program runs on.
public record LocalDevice(
        String cpu,
        int cores,
        OptionalLong memoryBytes,
        String operatingSystem,
        List<String> isaFlags)
        implements Device {
    /// The identifier of this machine.
    public static final String ID = "local";

    public LocalDevice {
        isaFlags = List.copyOf(isaFlags);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String name() {
        return "This machine";
    }
}
