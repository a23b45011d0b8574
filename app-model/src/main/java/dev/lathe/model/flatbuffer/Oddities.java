package dev.lathe.model.flatbuffer;

import dev.lathe.model.graph.ModelWarning;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Collects what is odd about a file: of each kind the first case and how many more there are.
public final class Oddities {
    private final Map<String, String> first = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    /// Notes a case.
    ///
    /// @param code stable, in kebab case
    /// @param message one sentence
    public void add(String code, String message) {
        first.putIfAbsent(code, message);
        counts.merge(code, 1, Integer::sum);
    }

    /// One warning of each kind.
    public List<ModelWarning> warnings() {
        return first.entrySet().stream()
                .map(entry -> new ModelWarning(entry.getKey(), message(entry)))
                .toList();
    }

    private String message(Map.Entry<String, String> entry) {
        int more = counts.getOrDefault(entry.getKey(), 1) - 1;
        return entry.getValue() + (more == 0 ? "" : " (and " + more + " more like it)");
    }
}
