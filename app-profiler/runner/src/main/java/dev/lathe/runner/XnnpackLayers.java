package dev.lathe.runner;

import java.util.ArrayList;
import java.util.List;

/// Tells which operators of the model the operators of a run are.
final class XnnpackLayers {
    private XnnpackLayers() {}

    /// A name for each event of a run; see {@link TfliteTrace}.
    static List<String> names(
            List<TfliteProfiler.Event> run, List<TfliteDelegates.Partition> partitions) {
        List<String> names = new ArrayList<>();
        int partition = -1;
        int last = Integer.MAX_VALUE;
        for (TfliteProfiler.Event event : run) {
            if (event.subgraph() != TfliteProfiler.DELEGATE) {
                last = Integer.MAX_VALUE;
                names.add(
                        "node:"
                                + event.index()
                                + (event.subgraph() == 0 ? "" : "@" + event.subgraph()));
                continue;
            }
            if (event.index() <= last) {
                partition++;
            }
            last = event.index();
            names.add("delegate:" + partition + "." + event.index());
        }
        return names;
    }
}
