package dev.lathe.model.diff;

import dev.lathe.model.diff.NodeDiff.MatchedBy;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

/// Matches nodes by their names and the names of their first outputs, where these are unique and
/// the operators are of one family.
///
/// Exporters number nodes, so that after a change the same name may mean another node. A match is
/// taken back if nodes around it are matched but none of them is around its partner.
final class NameMatching {
    private final Matching matching;
    private final Side before;
    private final Side after;

    NameMatching(Matching matching) {
        this.matching = matching;
        this.before = matching.before();
        this.after = matching.after();
    }

    void run() {
        match(i -> before.node(i).name(), i -> after.node(i).name());
        match(i -> output(before, i), i -> output(after, i));
        for (int a = 0; a < before.size(); a++) {
            if (matching.after(a) >= 0 && contradicts(a, matching.after(a))) {
                matching.release(a);
            }
        }
    }

    private void match(IntFunction<String> nameBefore, IntFunction<String> nameAfter) {
        var inAfter = unique(after, nameAfter);
        unique(before, nameBefore)
                .forEach((name, a) -> {
                    int b = inAfter.getOrDefault(name, -1);
                    if (a >= 0 && b >= 0 && before.family(a).equals(after.family(b))) {
                        matching.match(a, b, MatchedBy.NAME);
                    }
                });
    }

    /// The nodes by name; −1 for a name that several have.
    private static Map<String, Integer> unique(Side side, IntFunction<String> name) {
        var result = new HashMap<String, Integer>();
        for (int i = 0; i < side.size(); i++) {
            var own = name.apply(i);
            if (!own.isEmpty()) {
                result.merge(own, i, (_, _) -> -1);
            }
        }
        return result;
    }

    private static String output(Side side, int node) {
        var outputs = side.node(node).outputs();
        return outputs.isEmpty() ? "" : outputs.getFirst();
    }

    private boolean contradicts(int a, int b) {
        boolean any = false;
        for (var input : before.inputs(a)) {
            int partner = input.producer() < 0 ? -1 : matching.after(input.producer());
            if (partner >= 0) {
                any = true;
                if (after.inputs(b).stream().anyMatch(i -> i.producer() == partner)) {
                    return false;
                }
            }
        }
        for (var reader : before.readers(a)) {
            int partner = matching.after(reader.node());
            if (partner >= 0) {
                any = true;
                if (after.readers(b).stream().anyMatch(r -> r.node() == partner)) {
                    return false;
                }
            }
        }
        return any && !before.node(a).outputs().equals(after.node(b).outputs());
    }
}
