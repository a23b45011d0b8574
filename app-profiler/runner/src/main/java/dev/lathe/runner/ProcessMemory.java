package dev.lathe.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The memory of this process, as Linux tells it in `/proc/self/status`.
final class ProcessMemory {
    private static final Path STATUS = Path.of("/proc/self/status");

    private ProcessMemory() {}

    /// Adds the resident set and its peak, in bytes; nothing on systems that do not say.
    static JsonObject addTo(JsonObject object) throws IOException {
        if (!Files.isReadable(STATUS)) {
            return object;
        }
        JsonObject result = object;
        for (String line : Files.readAllLines(STATUS)) {
            if (line.startsWith("VmRSS:")) {
                result = result.with("residentBytes", bytes(line));
            } else if (line.startsWith("VmHWM:")) {
                result = result.with("peakResidentBytes", bytes(line));
            }
        }
        return result;
    }

    private static long bytes(String line) {
        return 1024 * Long.parseLong(line.replaceAll("\\D", ""));
    }
}
