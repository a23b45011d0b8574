package dev.lathe.runner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tells which operators of the model the operators of a run are.
///
/// XNNPACK tells only the kinds of the operators that it made of those of a partition, in their
/// order; see {@link XnnpackAlignment}.
final class XnnpackLayers {
    private final List<TfliteDelegates.Partition> partitions;
    private final List<String> names = new ArrayList<>();

    private XnnpackLayers(List<TfliteDelegates.Partition> partitions) {
        this.partitions = partitions;
    }

    /// A name for each event of a run; see {@link TfliteTrace}.
    static List<String> names(
            List<TfliteProfiler.Event> run, List<TfliteDelegates.Partition> partitions) {
        XnnpackLayers layers = new XnnpackLayers(partitions);
        List<List<TfliteProfiler.Event>> parts = parts(run);
        long delegated = parts.stream().filter(XnnpackLayers::isDelegated).count();
        boolean known = delegated == partitions.size();
        int partition = 0;
        for (List<TfliteProfiler.Event> part : parts) {
            if (isDelegated(part)) {
                layers.nameDelegated(part, partition++, known);
            } else {
                layers.nameNode(part.get(0));
            }
        }
        return layers.names;
    }

    /// Each operator of the interpreter by itself, those of a partition of the delegate together.
    private static List<List<TfliteProfiler.Event>> parts(List<TfliteProfiler.Event> run) {
        List<List<TfliteProfiler.Event>> parts = new ArrayList<>();
        int last = Integer.MAX_VALUE;
        for (TfliteProfiler.Event event : run) {
            boolean delegated = event.subgraph() == TfliteProfiler.DELEGATE;
            if (!delegated || event.index() <= last) {
                parts.add(new ArrayList<>());
            }
            parts.get(parts.size() - 1).add(event);
            last = delegated ? event.index() : Integer.MAX_VALUE;
        }
        return parts;
    }

    private static boolean isDelegated(List<TfliteProfiler.Event> part) {
        return part.get(0).subgraph() == TfliteProfiler.DELEGATE;
    }

    private void nameNode(TfliteProfiler.Event event) {
        String subgraph = event.subgraph() == 0 ? "" : "@" + event.subgraph();
        names.add("node:" + event.index() + subgraph);
    }

    private void nameDelegated(List<TfliteProfiler.Event> part, int number, boolean known) {
        Optional<List<Integer>> nodes =
                known
                        ? XnnpackAlignment.align(
                                part.stream().map(TfliteProfiler.Event::operator).toList(),
                                partitions.get(number))
                        : Optional.empty();
        for (int i = 0; i < part.size(); i++) {
            names.add(
                    nodes.isPresent()
                            ? "node:" + nodes.get().get(i)
                            : "delegate:" + number + "." + part.get(i).index());
        }
    }
}
