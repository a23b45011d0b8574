package dev.lathe.model.onnx;

import dev.lathe.model.graph.ModelWarning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Collects what is odd about a file: of each kind the first case and how many more there are.
final class Warnings {
    private final Map<String, List<String>> byCode = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    void add(String code, String message) {
        counts.merge(code, 1, Integer::sum);
        byCode.computeIfAbsent(code, _ -> new ArrayList<>(List.of(message)));
    }

    List<ModelWarning> list() {
        return byCode.entrySet().stream()
                .map(e -> new ModelWarning(e.getKey(), message(e.getKey(), e.getValue())))
                .toList();
    }

    private String message(String code, List<String> first) {
        int more = counts.getOrDefault(code, 1) - 1;
        return first.getFirst() + (more == 0 ? "" : " (and " + more + " more like it)");
    }
}
