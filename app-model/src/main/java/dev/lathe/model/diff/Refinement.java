package dev.lathe.model.diff;

import dev.lathe.model.diff.NodeDiff.MatchedBy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// Matches nodes whose surroundings are alike and unique.
///
/// Every node gets a colour from its operator, and in each round a new one from its own and those
/// of its neighbours, so that after `r` rounds it stands for what is within `r` steps (Weisfeiler
/// and Lehman, "The reduction of a graph to canonical form", 1968; Shervashidze et al.,
/// "Weisfeiler-Lehman Graph Kernels", JMLR 12, 2011). Matched nodes have a colour of their own. A
/// colour that one node of each graph has, and no other, matches the two; the widest surroundings
/// come first.
final class Refinement {
    private static final int ROUNDS = 6;

    private final Matching matching;
    private final Side before;
    private final Side after;

    Refinement(Matching matching) {
        this.matching = matching;
        this.before = matching.before();
        this.after = matching.after();
    }

    /// Matches what can be told apart.
    ///
    /// @return whether anything was matched
    boolean run(boolean exact) {
        var ours = new ArrayList<long[]>();
        var others = new ArrayList<long[]>();
        ours.add(start(before, matching::after, exact, Order.BEFORE));
        others.add(start(after, matching::before, exact, Order.AFTER));
        for (int round = 0; round < ROUNDS; round++) {
            ours.add(refine(before, ours.getLast(), Order.BEFORE));
            others.add(refine(after, others.getLast(), Order.AFTER));
        }
        boolean any = false;
        for (int round = ROUNDS; round >= (exact ? 0 : 1); round--) {
            any |= matchUnique(ours.get(round), others.get(round));
        }
        return any;
    }

    private enum Order {
        BEFORE,
        AFTER
    }

    private long[] start(
            Side side, java.util.function.IntUnaryOperator partner, boolean exact, Order order) {
        var colours = new long[side.size()];
        for (int i = 0; i < colours.length; i++) {
            int other = partner.applyAsInt(i);
            colours[i] =
                    other >= 0
                            ? Digest.mix(-1, order == Order.BEFORE ? i : other)
                            : side.kind(i, exact);
        }
        return colours;
    }

    private long[] refine(Side side, long[] colours, Order order) {
        var next = new long[colours.length];
        for (int i = 0; i < next.length; i++) {
            boolean matched =
                    order == Order.BEFORE ? matching.after(i) >= 0 : matching.before(i) >= 0;
            if (matched) {
                next[i] = colours[i];
                continue;
            }
            long hash = Digest.mix(colours[i], side.inputs(i).size());
            for (var input : side.inputs(i)) {
                hash =
                        Digest.mix(
                                hash,
                                input.producer() >= 0
                                        ? colours[input.producer()]
                                        : outer(input.value(), order));
            }
            long sum = 0;
            for (var reader : side.readers(i)) {
                sum += Digest.mix(colours[reader.node()], reader.output());
            }
            next[i] = Digest.mix(hash, sum);
        }
        return next;
    }

    private long outer(String value, Order order) {
        return order == Order.BEFORE ? matching.outerBefore(value) : matching.outerAfter(value);
    }

    private boolean matchUnique(long[] ours, long[] others) {
        var byColour = new HashMap<Long, List<Integer>>();
        var inAfter = new HashMap<Long, Integer>();
        for (int b = 0; b < others.length; b++) {
            if (matching.before(b) < 0) {
                inAfter.merge(others[b], b, (_, _) -> -1);
            }
        }
        for (int a = 0; a < ours.length; a++) {
            if (matching.after(a) < 0) {
                byColour.computeIfAbsent(ours[a], _ -> new ArrayList<>(1)).add(a);
            }
        }
        boolean any = false;
        for (int a = 0; a < ours.length; a++) {
            var alike = byColour.get(ours[a]);
            int b = inAfter.getOrDefault(ours[a], -1);
            if (alike != null && alike.size() == 1 && alike.getFirst() == a && b >= 0) {
                any |= matching.match(a, b, MatchedBy.STRUCTURE);
            }
        }
        return any;
    }
}
