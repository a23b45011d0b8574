package dev.lathe.model.diff;

import dev.lathe.model.diff.NodeDiff.MatchedBy;
import dev.lathe.model.graph.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Matches nodes by their weights: two that alone read a weight with the same elements, or of the
/// same name, are one if their operators are of one family. This counts for more than the names of
/// nodes, because exporters number nodes.
final class WeightMatching {
    /// Smaller constants are the same in many places.
    private static final long FEWEST_ELEMENTS = 4;

    private final Matching matching;
    private final Map<Integer, Integer> byName = new LinkedHashMap<>();
    private final Map<Integer, Integer> byElements = new LinkedHashMap<>();

    WeightMatching(Matching matching) {
        this.matching = matching;
        var before = names(matching.before());
        var after = names(matching.after());
        join(before, after, byName);
        join(elements(matching.before(), before), elements(matching.after(), after), byElements);
    }

    /// Takes back the matches of nodes whose weights are at other nodes, then matches.
    void run() {
        byElements.forEach(this::contradict);
        byName.forEach((a, b) -> {
            if (byElements.getOrDefault(a, b).equals(b)) {
                contradict(a, b);
            }
        });
        byElements.forEach((a, b) -> matching.match(a, b, MatchedBy.WEIGHT));
        byName.forEach((a, b) -> matching.match(a, b, MatchedBy.WEIGHT));
    }

    private void contradict(int a, int b) {
        if (matching.after(a) >= 0 && matching.after(a) != b) {
            matching.release(a);
        }
        if (matching.before(b) >= 0 && matching.before(b) != a) {
            matching.release(matching.before(b));
        }
    }

    private <T> void join(
            Map<T, Integer> before, Map<T, Integer> after, Map<Integer, Integer> into) {
        before.forEach((key, a) -> {
            int b = after.getOrDefault(key, -1);
            if (a >= 0
                    && b >= 0
                    && matching.before().family(a).equals(matching.after().family(b))) {
                into.putIfAbsent(a, b);
            }
        });
    }

    /// The only reader of each weight; −1 if it has several.
    private static Map<String, Integer> names(Side side) {
        var result = new LinkedHashMap<String, Integer>();
        for (int i = 0; i < side.size(); i++) {
            for (String input : side.node(i).inputs()) {
                if (isWeight(side.visible().get(input))) {
                    result.merge(input, i, (a, b) -> a.equals(b) ? a : -1);
                }
            }
        }
        return result;
    }

    private static Map<Long, Integer> elements(Side side, Map<String, Integer> readers) {
        var result = new LinkedHashMap<Long, Integer>();
        readers.forEach((name, reader) -> {
            var tensor = side.visible().get(name);
            if (tensor != null && tensor.bytes().isPresent()) {
                result.merge(Digest.sampled(tensor), reader, (_, _) -> -1);
            }
        });
        return result;
    }

    private static boolean isWeight(@Nullable Tensor tensor) {
        return tensor != null && tensor.sizes().stream().anyMatch(size -> size >= FEWEST_ELEMENTS);
    }
}
