package dev.lathe.runner;

import java.util.Map;
import java.util.TreeMap;

/// How a session is set up.
///
/// @param threads intra-operator threads; 0 for as many as there are cores
/// @param config the runtime's configuration entries
public record SessionSettings(
        int threads, Profiling profiling, Optimization optimization, Map<String, String> config) {

    /// Whether the runtime records the time of each operator.
    public enum Profiling {
        OFF,
        ON
    }

    public SessionSettings {
        config = Map.copyOf(config);
    }

    /// With all optimizations.
    public SessionSettings(int threads, Profiling profiling, Map<String, String> config) {
        this(threads, profiling, Optimization.ALL, config);
    }

    public SessionSettings withThreads(int others) {
        return new SessionSettings(others, profiling, optimization, config);
    }

    public SessionSettings withProfiling(Profiling other) {
        return new SessionSettings(threads, other, optimization, config);
    }

    public SessionSettings withOptimization(Optimization other) {
        return new SessionSettings(threads, profiling, other, config);
    }

    public SessionSettings withConfig(Map<String, String> others) {
        return new SessionSettings(threads, profiling, optimization, others);
    }

    public JsonObject toJson() {
        JsonObject entries = JsonObject.EMPTY;
        for (Map.Entry<String, String> entry : new TreeMap<>(config).entrySet()) {
            entries = entries.with(entry.getKey(), entry.getValue());
        }
        return JsonObject.EMPTY
                .with("threads", threads)
                .with("profiling", profiling.name())
                .with("optimization", optimization.name())
                .with("config", entries);
    }

    public static SessionSettings of(JsonObject json) throws ProtocolException {
        return new SessionSettings(
                Math.toIntExact(json.number("threads")),
                json.text("profiling").equals(Profiling.ON.name()) ? Profiling.ON : Profiling.OFF,
                Optimization.of(json.text("optimization")),
                json.object("config").strings());
    }
}
