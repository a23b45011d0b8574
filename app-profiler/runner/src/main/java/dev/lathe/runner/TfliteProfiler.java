package dev.lathe.runner;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.BytePointer;

/// Notes the time of each operator in each run.
///
/// The interpreter tells the beginning and the end of each operator that it runs itself. Of a
/// delegate it tells afterwards how long each of the delegate's operators took.
final class TfliteProfiler implements TfliteCallbacks.Listener {
    /// The subgraph of operators of a delegate.
    static final int DELEGATE = -1;

    private final List<List<Event>> runs = new ArrayList<>();
    private final Map<Long, String> names = new HashMap<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private List<Event> current = new ArrayList<>();

    /// One operator in one run.
    ///
    /// @param subgraph or {@link #DELEGATE}
    /// @param index of the operator in its subgraph or in its partition of the delegate
    /// @param operator the runtime's name of its kind
    /// @param nanos without the operators within it
    record Event(int subgraph, int index, String operator, long nanos) {}

    /// An operator that has begun.
    private static final class Open {
        final int subgraph;
        final int index;
        final String operator;
        final long start;
        long within;

        Open(int subgraph, int index, String operator) {
            this.subgraph = subgraph;
            this.index = index;
            this.operator = operator;
            this.start = System.nanoTime();
        }
    }

    @Override
    public void begin(BytePointer operator, int subgraph, int index) {
        open.push(new Open(subgraph, index, name(operator, subgraph, index)));
    }

    @Override
    public void end() {
        long now = System.nanoTime();
        Open ended = open.pop();
        long nanos = now - ended.start;
        addToOuter(nanos);
        current.add(new Event(ended.subgraph, ended.index, ended.operator, nanos - ended.within));
    }

    @Override
    public void done(BytePointer operator, int index, long micros) {
        addToOuter(1000 * micros);
        current.add(new Event(DELEGATE, index, operator.getString(), 1000 * micros));
    }

    /// What was heard since the last time belongs to one run.
    void endRun() {
        if (!current.isEmpty()) {
            runs.add(current);
            current = new ArrayList<>();
        }
        open.clear(); // what failed has not ended
    }

    List<List<Event>> runs() {
        return List.copyOf(runs);
    }

    private String name(BytePointer operator, int subgraph, int index) {
        return names.computeIfAbsent(
                (long) subgraph << Integer.SIZE | index, key -> operator.getString());
    }

    private void addToOuter(long nanos) {
        Open outer = open.peek();
        if (outer != null) {
            outer.within += nanos;
        }
    }
}
