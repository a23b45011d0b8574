package dev.lathe.model.diff;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
    /// @param before how the first is decoded where it is read; empty if that is not known
    record Pair(String name, Optional<Decoding> before, Optional<Decoding> after) {}

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
                var plain = new WeightUse(name, Optional.of(Decoding.NONE));
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
                        new WeightUse(ours, Optional.of(Decoding.NONE)),
                        new WeightUse(others, Optional.of(Decoding.NONE)));
            }
        }
    }

    private void pair(WeightUse ours, WeightUse others) {
        if (!pairs.containsKey(ours.constant()) && taken.add(others.constant())) {
            pairs.put(
                    ours.constant(),
                    new Pair(others.constant(), ours.decoding(), others.decoding()));
        }
    }
}
