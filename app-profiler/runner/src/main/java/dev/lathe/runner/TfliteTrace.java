package dev.lathe.runner;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// Writes what the profiler noted in the form in which ONNX Runtime writes its profiles: a list of
/// events, those of the operators of a run before the event of the run, one after the other in
/// time.
///
/// An operator of the model is called `node:I`, or `node:I@S` in subgraph S other than the first,
/// where I is its position. An operator of the delegate that stands for one operator of the model
/// is called after that; else it is called `delegate:P.K`, the K-th of partition P.
final class TfliteTrace {
    private final List<TfliteDelegates.Partition> partitions;
    private final List<JsonObject> events = new ArrayList<>();
    private long clock;

    private TfliteTrace(List<TfliteDelegates.Partition> partitions) {
        this.partitions = partitions;
    }

    /// @param arenaBytes what the runtime's arena holds, if it says
    static byte[] write(
            List<List<TfliteProfiler.Event>> runs,
            List<TfliteDelegates.Partition> partitions,
            OptionalLong arenaBytes) {
        TfliteTrace trace = new TfliteTrace(partitions);
        for (List<TfliteProfiler.Event> run : runs) {
            trace.addRun(run, arenaBytes);
        }
        return new JsonText().writeList(trace.events);
    }

    private void addRun(List<TfliteProfiler.Event> run, OptionalLong arenaBytes) {
        List<String> names = XnnpackLayers.names(run, partitions);
        for (int i = 0; i < run.size(); i++) {
            TfliteProfiler.Event event = run.get(i);
            JsonObject arguments = JsonObject.EMPTY.with("op_name", event.operator());
            if (arenaBytes.isPresent()) {
                arguments = arguments.with("mem_arena_held", arenaBytes.getAsLong());
            }
            add("Node", names.get(i) + "_kernel_time", micros(event), arguments);
        }
        add("Session", "model_run", 0, JsonObject.EMPTY);
    }

    private static long micros(TfliteProfiler.Event event) {
        return (event.nanos() + 500) / 1000;
    }

    private void add(String category, String name, long micros, JsonObject arguments) {
        events.add(
                JsonObject.EMPTY
                        .with("cat", category)
                        .with("name", name)
                        .with("ts", clock)
                        .with("dur", micros)
                        .with("args", arguments));
        clock += micros;
    }
}
