package dev.lathe.profiler.device;

import java.util.OptionalLong;

/// The memory of a machine as `/proc/meminfo` states it.
final class MemorySize {
    private MemorySize() {}

    static OptionalLong read(SystemFiles system) {
        return system.lines("proc/meminfo").stream()
                .filter(line -> line.startsWith("MemTotal:"))
                .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst();
    }
}
