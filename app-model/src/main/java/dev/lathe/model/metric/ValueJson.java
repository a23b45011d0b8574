package dev.lathe.model.metric;

import dev.lathe.model.metric.ValueSet.Naming;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;

/// The forms of values in JSON objects.
final class ValueJson {
    private static final int LONGEST_TITLE = 80;
    private static final int MOST_SETS = 100;

    private final String file;
    private final List<ValueSet> sets = new ArrayList<>();

    private ValueJson(String file) {
        this.file = file;
    }

    /// The sets of values in an object.
    ///
    /// @param file what messages call the file
    static List<ValueSet> sets(JsonNode root, String file) throws ValuesException {
        var json = new ValueJson(file);
        json.read(root);
        if (json.sets.stream().allMatch(set -> set.values().isEmpty())) {
            throw ValueFiles.refusal(
                    file,
                    "it has no number for any node; give an object such as {\"conv1\": 1.5} or one"
                            + " of the forms in docs/overlays.md");
        }
        json.sets.removeIf(set -> set.values().isEmpty());
        return List.copyOf(json.sets);
    }

    /// What people call the values of a file that does not say.
    static String title(String file) {
        int dot = file.lastIndexOf('.');
        return brief(dot > 0 ? file.substring(0, dot) : file);
    }

    private void read(JsonNode root) throws ValuesException {
        if (root.path("signature").asString("").equals("netron:attachment")) {
            readAttachment(root);
        } else if (root.path("traceEvents").isArray()) {
            sets.add(RuntimeProfile.read(root.path("traceEvents"), file));
        } else if (root.path("values").isObject()) {
            readOwn(root);
        } else if (root.path("results").isObject()) {
            readResults(title(file), root);
        } else if (root.path("graphsData").isObject()) {
            readGraphs(root.path("graphsData"));
        } else if (!root.isEmpty()
                && root.valueStream().allMatch(g -> g.path("results").isObject())) {
            readGraphs(root);
        } else {
            readNumbers(title(file), root, Unit.named(""), Combination.SUM, Naming.NODES);
        }
    }

    /// Lathe's own form.
    private void readOwn(JsonNode root) throws ValuesException {
        var word = root.path("groups").asString("sum");
        var combination =
                switch (word) {
                    case "sum" -> Combination.SUM;
                    case "max" -> Combination.MAXIMUM;
                    case "mean" -> Combination.MEAN;
                    default ->
                            throw ValueFiles.refusal(
                                    file,
                                    "its \"groups\" is \"%s\" but has to be sum, max or mean"
                                            .formatted(brief(word)));
                };
        readNumbers(
                brief(root.path("title").asString(title(file))),
                root.path("values"),
                Unit.named(brief(root.path("unit").asString(""))),
                combination,
                Naming.NODES);
    }

    /// Model Explorer's node data of several graphs (`node_data_builder.py`, `ModelNodeData`).
    private void readGraphs(JsonNode graphs) {
        boolean single = graphs.size() == 1;
        for (Map.Entry<String, JsonNode> graph : graphs.properties()) {
            if (sets.size() == MOST_SETS) {
                return;
            }
            readResults(
                    single ? title(file) : title(file) + " · " + brief(graph.getKey()),
                    graph.getValue());
        }
    }

    /// Model Explorer's node data of one graph (`GraphNodeData`). Its colours are left to Lathe.
    private void readResults(String title, JsonNode graph) {
        readNumbers(
                title,
                graph.path("results"),
                Unit.named(""),
                Combination.SUM,
                Naming.NODES_OR_POSITIONS);
    }

    private void readNumbers(
            String title, JsonNode entries, Unit unit, Combination combination, Naming naming) {
        var values = new LinkedHashMap<String, Double>();
        int leftOut = 0;
        for (Map.Entry<String, JsonNode> entry : entries.properties()) {
            var json = entry.getValue();
            var number = number(json.isObject() ? json.path("value") : json);
            if (number.isPresent()) {
                values.put(entry.getKey(), number.getAsDouble());
            } else {
                leftOut++;
            }
        }
        sets.add(new ValueSet(title, unit, combination, naming, values, leftOut));
    }

    /// Metrics that Netron shows beside a model (`metadata.js`, `Attachment`): a set for each name
    /// of a metric of nodes or of the values that they produce.
    private void readAttachment(JsonNode root) {
        var values = new LinkedHashMap<String, LinkedHashMap<String, Double>>();
        var units = new LinkedHashMap<String, String>();
        var leftOut = new LinkedHashMap<String, Integer>();
        for (JsonNode item : root.path("metrics")) {
            var kind = item.path("kind").asString("");
            var target = item.path("target").asString(item.path("identifier").asString(""));
            var name = brief(item.path("name").asString(""));
            if (name.isEmpty()
                    || target.isEmpty()
                    || !List.of("node", "value", "tensor").contains(kind)
                    || (values.size() == MOST_SETS && !values.containsKey(name))) {
                continue;
            }
            var number = number(item.path("value"));
            var own = values.computeIfAbsent(name, _ -> new LinkedHashMap<>());
            if (number.isPresent()) {
                own.put(target, number.getAsDouble());
                units.putIfAbsent(name, item.path("type").asString("").strip());
            } else {
                leftOut.merge(name, 1, Integer::sum);
            }
        }
        values.forEach((name, own) ->
                sets.add(
                        new ValueSet(
                                name,
                                netronUnit(units.getOrDefault(name, "")),
                                Combination.SUM,
                                Naming.NODES,
                                own,
                                leftOut.getOrDefault(name, 0))));
    }

    /// Netron calls a metric without a unit an attribute, and a share from 0 to 1 a percentage.
    private static Unit netronUnit(String type) {
        return switch (type) {
            case "attribute" -> Unit.named("");
            case "percentage" -> Unit.SHARE;
            default -> Unit.named(brief(type));
        };
    }

    /// A finite number, also one that is written as a text.
    private static OptionalDouble number(JsonNode json) {
        double value = Double.NaN;
        if (json.isNumber()) {
            value = json.doubleValue();
        } else if (json.isString() && json.stringValue().length() <= 40) {
            try {
                value = Double.parseDouble(json.stringValue().strip());
            } catch (NumberFormatException _) {
                return OptionalDouble.empty();
            }
        }
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /// A text from a file as it may stand in the window: on one line and short.
    private static String brief(String text) {
        var line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= LONGEST_TITLE ? line : line.substring(0, LONGEST_TITLE - 1) + "…";
    }
}
