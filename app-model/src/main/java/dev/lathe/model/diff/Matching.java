package dev.lathe.model.diff;

import dev.lathe.model.diff.NodeDiff.MatchedBy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which nodes of two graphs are one, as far as it is known.
final class Matching {
    private final Side before;
    private final Side after;
    private final int[] toAfter;
    private final int[] toBefore;
    private final MatchedBy[] by;
    private final Map<String, String> outer;
    private final Map<String, Long> outerBefore = new HashMap<>();
    private final Map<String, Long> outerAfter = new HashMap<>();
    private final List<Integer> fresh = new ArrayList<>();

    /// @param outer the values from outside of the first graph with those of the second that
    ///   correspond to them
    Matching(Side before, Side after, Map<String, String> outer) {
        this.before = before;
        this.after = after;
        this.outer = outer;
        toAfter = new int[before.size()];
        toBefore = new int[after.size()];
        by = new MatchedBy[before.size()];
        Arrays.fill(toAfter, -1);
        Arrays.fill(toBefore, -1);
        Arrays.fill(by, MatchedBy.NOTHING);
        long id = 1;
        for (var pair : outer.entrySet()) {
            outerBefore.put(pair.getKey(), id);
            outerAfter.put(pair.getValue(), id);
            id++;
        }
    }

    Side before() {
        return before;
    }

    Side after() {
        return after;
    }

    Map<String, String> outer() {
        return outer;
    }

    /// A number that a pair of corresponding values from outside share; 0 for others.
    long outerBefore(String value) {
        return outerBefore.getOrDefault(value, 0L);
    }

    /// A number that a pair of corresponding values from outside share; 0 for others.
    long outerAfter(String value) {
        return outerAfter.getOrDefault(value, 0L);
    }

    /// The node of the second graph that is one with a node of the first; −1 if none is known.
    int after(int node) {
        return toAfter[node];
    }

    /// The node of the first graph that is one with a node of the second; −1 if none is known.
    int before(int node) {
        return toBefore[node];
    }

    MatchedBy by(int node) {
        return by[node];
    }

    /// Notes that two nodes are one, if neither has been matched.
    ///
    /// @return whether they were
    boolean match(int a, int b, MatchedBy reason) {
        if (toAfter[a] >= 0 || toBefore[b] >= 0) {
            return false;
        }
        toAfter[a] = b;
        toBefore[b] = a;
        by[a] = reason;
        fresh.add(a);
        return true;
    }

    /// Takes a match back.
    void release(int a) {
        toBefore[toAfter[a]] = -1;
        toAfter[a] = -1;
        by[a] = MatchedBy.NOTHING;
    }

    /// The nodes of the first graph that were matched since the last call.
    List<Integer> takeFresh() {
        var result = List.copyOf(fresh);
        fresh.clear();
        return result;
    }

    boolean isComplete() {
        return Arrays.stream(toAfter).noneMatch(b -> b < 0)
                || Arrays.stream(toBefore).noneMatch(a -> a < 0);
    }
}
