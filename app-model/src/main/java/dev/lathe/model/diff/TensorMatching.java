package dev.lathe.model.diff;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Which constants of two graphs are one.
///
/// First those of one name that matched nodes read, then those that matched nodes read at the same
/// place, then the rest by name.
final class TensorMatching {
    private final Matching matching;
    private final Side before;
    private final Side after;
    private final Map<String, Pair> pairs = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();

    /// Two constants that are one.
    ///
    /// @param name that of the second
    /// @param before how the first is read
    record Pair(String name, Reading before, Reading after) {}

    TensorMatching(Matching matching) {
        this.matching = matching;
        this.before = matching.before();
        this.after = matching.after();
    }

    /// The pairs by the name of the first.
    Map<String, Pair> run() {
        forEachUse((ours, others) -> {
            if (ours.constant().equals(others.constant())) {
                pair(ours, others);
            }
        });
        forEachUse(this::pair);
        for (String name : before.constants().keySet()) {
            if (after.constants().containsKey(name)) {
                var plain = new WeightUse(name, Reading.PLAIN);
                pair(plain, plain);
            }
        }
        return pairs;
    }

    private interface Uses {
        void accept(WeightUse ours, WeightUse others);
    }

    private void forEachUse(Uses uses) {
        for (int a = 0; a < before.size(); a++) {
            int b = matching.after(a);
            if (b < 0) {
                continue;
            }
            var others = new HashMap<>(WeightUse.of(after, b));
            WeightUse.of(before, a)
                    .forEach((slot, ours) -> {
                        var other = others.get(slot);
                        if (other != null) {
                            uses.accept(ours, other);
                        }
                    });
            constantsThemselves(a, b, uses);
        }
    }

    /// A Constant node is its tensor.
    private void constantsThemselves(int a, int b, Uses uses) {
        if (before.node(a).is("Constant") && after.node(b).is("Constant")) {
            var ours = before.node(a).outputs().getFirst();
            var others = after.node(b).outputs().getFirst();
            if (before.constants().containsKey(ours) && after.constants().containsKey(others)) {
                uses.accept(
                        new WeightUse(ours, Reading.PLAIN), new WeightUse(others, Reading.PLAIN));
            }
        }
    }

    private void pair(WeightUse ours, WeightUse others) {
        if (!pairs.containsKey(ours.constant()) && taken.add(others.constant())) {
            pairs.put(
                    ours.constant(), new Pair(others.constant(), ours.reading(), others.reading()));
        }
    }
}
