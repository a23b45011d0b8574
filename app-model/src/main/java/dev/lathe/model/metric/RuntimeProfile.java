package dev.lathe.model.metric;

import dev.lathe.model.metric.ValueSet.Naming;
import dev.lathe.model.work.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/// Reads the profile that ONNX Runtime writes: a list of events, of which those named
/// `NODE_kernel_time` say how long a node took, in microseconds. An event named `model_run` ends a
/// run. The time of a node is the median over the runs of what it took in each.
final class RuntimeProfile {
    private static final String SUFFIX = "_kernel_time";
    private static final String RUN = "model_run";
    private static final int MOST_NODES = 1_000_000;
    private static final double MICROSECONDS_PER_MS = 1000;
    private static final int CHECK_EVERY = 4096;

    private final Map<String, List<Double>> times = new LinkedHashMap<>();
    private final Map<String, Double> run = new LinkedHashMap<>();
    private final Map<String, String> operators = new HashMap<>();
    private int runs;

    private RuntimeProfile() {}

    /// Reads events one by one, so that a long profile takes no more memory than its nodes.
    static ValueSet read(JsonParser parser, String name, Progress progress)
            throws ValuesException, InterruptedException {
        var profile = new RuntimeProfile();
        parser.nextToken();
        for (int i = 0; parser.nextToken() == JsonToken.START_OBJECT; i++) {
            if (i % CHECK_EVERY == 0) {
                progress.checkCancelled();
            }
            JsonNode event = parser.readValueAsTree();
            profile.add(event, name);
        }
        if (parser.currentToken() != JsonToken.END_ARRAY) {
            throw notAProfile(name);
        }
        return profile.result(name);
    }

    /// Reads the events of a list.
    static ValueSet read(JsonNode events, String name) throws ValuesException {
        var profile = new RuntimeProfile();
        for (JsonNode event : events) {
            profile.add(event, name);
        }
        return profile.result(name);
    }

    private void add(JsonNode event, String file) throws ValuesException {
        var name = event.path("name").asString("");
        if (name.equals(RUN)) {
            endRun();
        }
        var duration = event.path("dur");
        if (!name.endsWith(SUFFIX) || !duration.isNumber() || duration.doubleValue() < 0) {
            return;
        }
        var node = name.substring(0, name.length() - SUFFIX.length());
        operators.put(node, event.path("args").path("op_name").asString(""));
        run.merge(node, duration.doubleValue() / MICROSECONDS_PER_MS, Double::sum);
        if (run.size() > MOST_NODES) {
            throw ValueFiles.refusal(
                    file, "it has times of more than a million nodes; give that of one model");
        }
    }

    private void endRun() {
        if (!run.isEmpty()) {
            runs++;
            run.forEach((node, ms) -> times.computeIfAbsent(node, _ -> new ArrayList<>()).add(ms));
            run.clear();
        }
    }

    private ValueSet result(String name) throws ValuesException {
        endRun();
        if (times.isEmpty()) {
            throw notAProfile(name);
        }
        var medians = new LinkedHashMap<String, Double>();
        times.forEach((node, each) -> medians.put(node, median(each)));
        return new ValueSet(
                ValueJson.title(name),
                Unit.MILLISECONDS,
                Combination.SUM,
                Naming.RUNTIME,
                medians,
                operators,
                0);
    }

    /// A node that a run left out took no time in it.
    private double median(List<Double> each) {
        var all = new double[runs];
        for (int i = 0; i < each.size(); i++) {
            all[i] = each.get(i);
        }
        Arrays.sort(all);
        return (all[(runs - 1) / 2] + all[runs / 2]) / 2;
    }

    private static ValuesException notAProfile(String name) {
        return ValueFiles.refusal(
                name,
                "it is a JSON list without times of operators; give the profile that ONNX Runtime"
                        + " writes when profiling is on, or an object with a number for each node");
    }
}
