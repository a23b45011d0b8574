package dev.lathe.model.diff;

import dev.lathe.model.diff.FieldChange.Kind;
import dev.lathe.model.graph.ModelHeader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Compares what two models say of themselves.
final class HeaderComparison {
    private HeaderComparison() {}

    static List<FieldChange> changes(ModelHeader before, ModelHeader after) {
        var ours = facts(before);
        var others = facts(after);
        var fields = new LinkedHashSet<>(ours.keySet());
        fields.addAll(others.keySet());
        var changes = new ArrayList<FieldChange>();
        for (String field : fields) {
            var a = Optional.ofNullable(ours.get(field));
            var b = Optional.ofNullable(others.get(field));
            if (!a.equals(b)) {
                changes.add(new FieldChange(Kind.HEADER, field, a, b));
            }
        }
        return changes;
    }

    private static Map<String, String> facts(ModelHeader header) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("format", header.format().label());
        facts.put("IR version", Long.toString(header.irVersion()));
        header.opsets()
                .forEach((domain, version) ->
                        facts.put(
                                "opset " + (domain.isEmpty() ? "ai.onnx" : domain),
                                Long.toString(version)));
        putIfGiven(facts, "producer", header.producerName());
        putIfGiven(facts, "producer version", header.producerVersion());
        putIfGiven(facts, "domain", header.domain());
        facts.put("model version", Long.toString(header.modelVersion()));
        putIfGiven(facts, "documentation", header.documentation());
        header.metadata().forEach((key, value) -> facts.put("metadata " + key, value));
        return facts;
    }

    private static void putIfGiven(Map<String, String> facts, String field, String value) {
        if (!value.isEmpty()) {
            facts.put(field, value);
        }
    }
}
