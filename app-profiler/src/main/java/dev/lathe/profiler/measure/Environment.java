package dev.lathe.profiler.measure;

import dev.lathe.profiler.device.Cpu;
import dev.lathe.profiler.device.SystemFiles;
import dev.lathe.profiler.runner.RuntimeVersion;
import dev.lathe.runner.SessionSettings;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;

/// The circumstances of a measurement. What the system does not tell is absent.
final class Environment {
    private final SystemFiles system;
    private final SequencedMap<String, String> entries = new LinkedHashMap<>();

    private Environment(SystemFiles system) {
        this.system = system;
    }

    /// The circumstances now.
    static SequencedMap<String, String> read(
            SystemFiles system, RuntimeVersion runtime, SessionSettings settings) {
        var environment = new Environment(system);
        environment.addCpu();
        environment.addFrequency();
        environment.addTemperature();
        environment.addRuntime(runtime, settings);
        environment.addLoad();
        return environment.entries;
    }

    private void addCpu() {
        var cpu = Cpu.read(system);
        entries.put("cpu", cpu.model());
        entries.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
        if (!cpu.flags().isEmpty()) {
            entries.put("isa", String.join(" ", cpu.flags()));
            entries.put("avx2", yesNo(cpu.flags().contains("avx2")));
            entries.put("avx512", yesNo(cpu.flags().contains("avx512f")));
            entries.put("vnni", yesNo(cpu.hasVnni()));
        }
    }

    private void addFrequency() {
        var cpufreq = "sys/devices/system/cpu/cpu0/cpufreq";
        put("governor", system.line(cpufreq + "/scaling_governor"));
        var current = ThrottleWatch.frequency(system);
        if (current.isPresent()) {
            entries.put("frequencyMHz", Long.toString(current.getAsLong() / 1000));
        } else {
            put("frequencyMHz", nominalFrequency());
        }
        system.number(cpufreq + "/cpuinfo_max_freq")
                .ifPresent(kHz -> entries.put("maxFrequencyMHz", Long.toString(kHz / 1000)));
    }

    private Optional<String> nominalFrequency() {
        return system.lines("proc/cpuinfo").stream()
                .filter(line -> line.startsWith("cpu MHz"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip().replaceAll("\\..*", ""))
                .findFirst();
    }

    private void addTemperature() {
        system.folders("sys/class/thermal", "thermal_zone").stream()
                .map(zone -> system.number(zone + "/temp"))
                .flatMapToLong(number -> number.stream())
                .max()
                .ifPresent(milli ->
                        entries.put(
                                "temperatureC", String.format(Locale.ROOT, "%.1f", milli / 1e3)));
    }

    private void addRuntime(RuntimeVersion runtime, SessionSettings settings) {
        entries.put("threads", Integer.toString(settings.threads()));
        put("affinity", affinity());
        entries.put("runtime", runtime.name());
        entries.put("runtimeVersion", runtime.version());
        settings.config().forEach(entries::put);
        entries.put("java", runtime.java());
        entries.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    }

    private Optional<String> affinity() {
        return system.lines("proc/self/status").stream()
                .filter(line -> line.startsWith("Cpus_allowed_list:"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst();
    }

    private void addLoad() {
        put("powerSource", powerSource());
        put("load1", system.line("proc/loadavg").map(line -> line.split(" ", 2)[0]));
    }

    private Optional<String> powerSource() {
        for (String supply : system.folders("sys/class/power_supply", "")) {
            if (system.line(supply + "/type").filter("Mains"::equals).isPresent()) {
                return system.number(supply + "/online").stream()
                        .mapToObj(online -> online == 1 ? "mains" : "battery")
                        .findFirst();
            }
        }
        return Optional.empty();
    }

    private void put(String key, Optional<String> value) {
        value.ifPresent(text -> entries.put(key, text));
    }

    private static String yesNo(boolean value) {
        return value ? "yes" : "no";
    }
}
