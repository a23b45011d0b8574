package dev.lathe.model.onnx;

import java.util.ArrayDeque;
import java.util.List;
import java.util.OptionalInt;

/// Finds out whether things that need one another do so in a circle (Kahn, "Topological sorting of
/// large networks", 1962), in time that is linear in their number and that of the needs.
final class Cycle {
    private final List<int[]> needs;
    private final int[] open;

    private Cycle(List<int[]> needs) {
        this.needs = needs;
        this.open = needs.stream().mapToInt(n -> n.length).toArray();
    }

    /// One of the things that stand on a circle, if there are any.
    ///
    /// @param needs the positions of what each thing needs; repetitions do no harm
    static OptionalInt find(List<int[]> needs) {
        return isInOrder(needs) ? OptionalInt.empty() : new Cycle(needs).find();
    }

    /// Whether everything comes after what it needs, as it nearly always does.
    private static boolean isInOrder(List<int[]> needs) {
        for (int i = 0; i < needs.size(); i++) {
            for (int need : needs.get(i)) {
                if (need >= i) {
                    return false;
                }
            }
        }
        return true;
    }

    private OptionalInt find() {
        settle();
        for (int i = 0; i < open.length; i++) {
            if (open[i] > 0) {
                return OptionalInt.of(walkBackFrom(i));
            }
        }
        return OptionalInt.empty();
    }

    /// Takes away what needs nothing that is left, until only circles and what needs them are left.
    private void settle() {
        var users = users();
        var ready = new ArrayDeque<Integer>();
        for (int i = 0; i < open.length; i++) {
            if (open[i] == 0) {
                ready.add(i);
            }
        }
        while (!ready.isEmpty()) {
            for (int user : users[ready.remove()]) {
                if (--open[user] == 0) {
                    ready.add(user);
                }
            }
        }
    }

    private int[][] users() {
        var counts = new int[open.length];
        needs.forEach(all -> {
            for (int need : all) {
                counts[need]++;
            }
        });
        var users = new int[open.length][];
        for (int i = 0; i < users.length; i++) {
            users[i] = new int[counts[i]];
        }
        for (int i = 0; i < users.length; i++) {
            for (int need : needs.get(i)) {
                users[need][--counts[need]] = i;
            }
        }
        return users;
    }

    /// All that is left needs something that is left, so that going on to it ends in a circle.
    private int walkBackFrom(int start) {
        var seen = new boolean[open.length];
        int at = start;
        while (!seen[at]) {
            seen[at] = true;
            for (int need : needs.get(at)) {
                if (open[need] > 0) {
                    at = need;
                    break;
                }
            }
        }
        return at;
    }
}
