package dev.lathe.profiler.trace;

import dev.lathe.profiler.trace.OperatorTrace.Operator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads the JSON that ONNX Runtime writes when it profiles a session: a list of events, those of
/// the nodes of a run before the event of the run.
public final class TraceParser {
    private static final String NODE_SUFFIX = "_kernel_time";

    private final int skippedRuns;
    private final List<Event> pending = new ArrayList<>();
    private final List<Map<Key, Double>> runs = new ArrayList<>();
    private long arenaBytes = -1;
    private int finishedRuns;

    private TraceParser(int skippedRuns) {
        this.skippedRuns = skippedRuns;
    }

    private record Key(String name, String op) {}

    /// Times in microseconds.
    private record Event(Key key, long start, long duration) {
        long end() {
            return start + duration;
        }
    }

    /// Reads a profile.
    ///
    /// @param skippedRuns runs at the beginning that do not count
    /// @throws TraceException if the text is not such a profile
    public static OperatorTrace parse(byte[] json, int skippedRuns) throws TraceException {
        var parser = new TraceParser(skippedRuns);
        try (var tokens = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            if (tokens.nextToken() != JsonToken.START_ARRAY) {
                throw new TraceException("the runtime's profile is not a list of events");
            }
            while (tokens.nextToken() == JsonToken.START_OBJECT) {
                parser.readEvent(tokens);
            }
        } catch (JacksonException e) {
            throw new TraceException(
                    "the runtime's profile is not JSON: " + e.getOriginalMessage(), e);
        }
        return parser.result();
    }

    private void readEvent(JsonParser json) {
        var category = "";
        var name = "";
        var op = "";
        long start = 0;
        long duration = 0;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var field = json.currentName();
            json.nextToken();
            switch (field) {
                case "cat" -> category = json.getString();
                case "name" -> name = json.getString();
                case "ts" -> start = json.getValueAsLong();
                case "dur" -> duration = json.getValueAsLong();
                case "args" -> op = readArguments(json);
                default -> json.skipChildren();
            }
        }
        if (category.equals("Node") && name.endsWith(NODE_SUFFIX)) {
            var node = name.substring(0, name.length() - NODE_SUFFIX.length());
            pending.add(new Event(new Key(node, op), start, duration));
        } else if (name.equals("model_run")) {
            finishRun();
        }
    }

    private String readArguments(JsonParser json) {
        var op = "";
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var field = json.currentName();
            json.nextToken();
            switch (field) {
                case "op_name" -> op = json.getString();
                case "mem_arena_held" -> arenaBytes = Math.max(arenaBytes, json.getValueAsLong(-1));
                default -> json.skipChildren();
            }
        }
        return op;
    }

    private void finishRun() {
        if (finishedRuns++ >= skippedRuns) {
            runs.add(selfTimes(pending));
        }
        pending.clear();
    }

    /// The milliseconds of each node without those of the nodes that ran within it.
    private static Map<Key, Double> selfTimes(List<Event> events) {
        var ordered = new ArrayList<>(events);
        ordered.sort(
                Comparator.comparingLong(Event::start)
                        .thenComparing(Comparator.comparingLong(Event::end).reversed()));
        var times = new LinkedHashMap<Key, Double>();
        var around = new ArrayDeque<Event>();
        for (Event event : ordered) {
            while (!around.isEmpty() && around.getLast().end() < event.end()) {
                around.removeLast();
            }
            if (!around.isEmpty()) {
                times.merge(around.getLast().key(), -event.duration() / 1e3, Double::sum);
            }
            times.merge(event.key(), event.duration() / 1e3, Double::sum);
            if (event.duration() > 0) {
                around.addLast(event);
            }
        }
        return times;
    }

    private OperatorTrace result() {
        var samples = new LinkedHashMap<Key, double[]>();
        for (int run = 0; run < runs.size(); run++) {
            for (var entry : runs.get(run).entrySet()) {
                samples.computeIfAbsent(entry.getKey(), _ -> new double[runs.size()])[run] =
                        entry.getValue();
            }
        }
        var operators = new ArrayList<Operator>();
        samples.forEach((key, ms) -> operators.add(new Operator(key.name(), key.op(), median(ms))));
        return new OperatorTrace(
                operators, arenaBytes < 0 ? OptionalLong.empty() : OptionalLong.of(arenaBytes));
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(sorted.length - 1) / 2];
    }
}
