package dev.lathe.profiler.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.profiler.runner.RuntimeVersion;
import dev.lathe.profiler.testing.FakeSystem;
import dev.lathe.runner.SessionSettings;
import dev.lathe.runner.SessionSettings.Profiling;
import java.nio.file.Path;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentTest {
    private static final String CPUFREQ = "sys/devices/system/cpu/cpu0/cpufreq/";

    @TempDir Path root;

    @Test
    void holdsWhatTheSystemTells() throws Exception {
        var system =
                new FakeSystem(root)
                        .with("proc/cpuinfo", "model name : CPU\nflags : avx2 sse4_2\n")
                        .with("proc/loadavg", "0.42 0.3 0.2 1/100 1\n")
                        .with("proc/self/status", "Cpus_allowed_list:\t0-3\n")
                        .with(CPUFREQ + "scaling_governor", "performance\n")
                        .with(CPUFREQ + "scaling_cur_freq", "3100000\n")
                        .with(CPUFREQ + "cpuinfo_max_freq", "4200000\n")
                        .with("sys/class/thermal/thermal_zone0/temp", "45500\n")
                        .with("sys/class/power_supply/AC/type", "Mains\n")
                        .with("sys/class/power_supply/AC/online", "0\n");

        assertThat(read(system))
                .containsEntry("cpu", "CPU")
                .containsEntry("isa", "sse4_2 avx2")
                .containsEntry("avx2", "yes")
                .containsEntry("vnni", "no")
                .containsEntry("governor", "performance")
                .containsEntry("frequencyMHz", "3100")
                .containsEntry("maxFrequencyMHz", "4200")
                .containsEntry("temperatureC", "45.5")
                .containsEntry("threads", "4")
                .containsEntry("affinity", "0-3")
                .containsEntry("runtime", "ONNX Runtime")
                .containsEntry("runtimeVersion", "1.28.0")
                .containsEntry("session.x64quantprecision", "1")
                .containsEntry("powerSource", "battery")
                .containsEntry("load1", "0.42");
    }

    @Test
    void lacksWhatTheSystemDoesNotTell() {
        assertThat(read(new FakeSystem(root)))
                .containsKeys("cpu", "threads", "runtime")
                .doesNotContainKeys(
                        "isa", "vnni", "governor", "frequencyMHz", "temperatureC", "powerSource");
    }

    private static SequencedMap<String, String> read(FakeSystem system) {
        return Environment.read(
                system.files(),
                new RuntimeVersion("ONNX Runtime", "1.28.0", "25"),
                new SessionSettings(4, Profiling.OFF, Map.of("session.x64quantprecision", "1")));
    }
}
