package dev.lathe.profiler.device;

import java.util.List;

/// Finds the machines that models can be measured on.
public final class Devices {
    private Devices() {}

    /// The devices that are there now.
    public static List<Device> list() {
        return List.of(local());
    }

    /// The machine that this program runs on.
    public static LocalDevice local() {
        var system = SystemFiles.ofThisMachine();
        var cpu = Cpu.read(system);
        return new LocalDevice(
                cpu.model(),
                Runtime.getRuntime().availableProcessors(),
                MemorySize.read(system),
                String.join(
                        " ",
                        System.getProperty("os.name", ""),
                        System.getProperty("os.version", ""),
                        System.getProperty("os.arch", "")),
                cpu.flags());
    }
}
