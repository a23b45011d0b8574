package dev.lathe.model.diff;

import dev.lathe.model.diff.NodeDiff.MatchedBy;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Matches the neighbours of matched nodes: what makes the same input, and the only reader of its
/// kind of the same output.
///
/// Nodes that only one graph has in a chain (QuantizeLinear and DequantizeLinear after
/// quantization, BatchNormalization before folding) are looked through.
final class Propagation {
    private static final int DEPTH = 3;

    private final Matching matching;
    private final Side before;
    private final Side after;
    private final ArrayDeque<Integer> open = new ArrayDeque<>();

    Propagation(Matching matching) {
        this.matching = matching;
        this.before = matching.before();
        this.after = matching.after();
    }

    void run() {
        open.addAll(matching.takeFresh());
        while (!open.isEmpty()) {
            int a = open.remove();
            int b = matching.after(a);
            if (b >= 0) {
                alongInputs(a, b);
                alongOutputs(a, b);
                open.addAll(matching.takeFresh());
            }
        }
    }

    /// Matches what makes the outputs of the graphs.
    void alongGraphOutputs() {
        Ports.pairs(before.graph().outputs(), after.graph().outputs())
                .forEach((ours, others) ->
                        matchUp(before.producer(ours.name()), after.producer(others.name())));
        run();
    }

    private void alongInputs(int a, int b) {
        boolean bySlot = before.node(a).opType().equals(after.node(b).opType());
        var others = new HashMap<Integer, Integer>();
        for (int i = 0; i < after.inputs(b).size(); i++) {
            var input = after.inputs(b).get(i);
            others.put(bySlot ? input.slot() : i, input.producer());
        }
        for (int i = 0; i < before.inputs(a).size(); i++) {
            var input = before.inputs(a).get(i);
            matchUp(input.producer(), others.getOrDefault(bySlot ? input.slot() : i, -1));
        }
        if (bySlot) {
            constants(a, b);
        }
    }

    /// Constant nodes at the same inputs.
    private void constants(int a, int b) {
        var ours = before.node(a).inputs();
        var others = after.node(b).inputs();
        for (int slot = 0; slot < Math.min(ours.size(), others.size()); slot++) {
            int p = before.producer(ours.get(slot));
            int q = after.producer(others.get(slot));
            if (p >= 0 && q >= 0 && before.family(p).equals(after.family(q))) {
                matching.match(p, q, MatchedBy.STRUCTURE);
            }
        }
    }

    private void matchUp(int a, int b) {
        if (a < 0 || b < 0) {
            return;
        }
        int p = a;
        int q = b;
        for (int depth = 0; depth <= DEPTH; depth++) {
            if (p >= 0 && same(p, b)) {
                matching.match(p, b, MatchedBy.STRUCTURE);
                return;
            }
            if (q >= 0 && same(a, q)) {
                matching.match(a, q, MatchedBy.STRUCTURE);
                return;
            }
            p = p < 0 ? -1 : only(before, p);
            q = q < 0 ? -1 : only(after, q);
        }
    }

    /// The node that makes the first input; −1 if nothing does.
    private static int only(Side side, int node) {
        return side.inputs(node).isEmpty() ? -1 : side.inputs(node).getFirst().producer();
    }

    private boolean same(int a, int b) {
        return before.family(a).equals(after.family(b))
                && matching.after(a) < 0
                && matching.before(b) < 0;
    }

    private void alongOutputs(int a, int b) {
        var ours = readersByKind(before, a, matching::after);
        var others = readersByKind(after, b, matching::before);
        ours.forEach((kind, reader) -> {
            int other = others.getOrDefault(kind, -1);
            if (reader >= 0 && other >= 0) {
                matching.match(reader, other, MatchedBy.STRUCTURE);
            }
        });
    }

    private record Kind(String family, int output, int index) {}

    /// The unmatched readers of a node by kind; −1 for a kind that several are of.
    private static Map<Kind, Integer> readersByKind(
            Side side, int node, java.util.function.IntUnaryOperator partner) {
        var result = new HashMap<Kind, Integer>();
        Set<Side.Reader> seen = new HashSet<>();
        for (var reader : side.readers(node)) {
            if (partner.applyAsInt(reader.node()) < 0 && seen.add(reader)) {
                int index = 0;
                for (var input : side.inputs(reader.node())) {
                    if (input.slot() == reader.slot()) {
                        break;
                    }
                    index++;
                }
                result.merge(
                        new Kind(side.family(reader.node()), reader.output(), index),
                        reader.node(),
                        (x, y) -> x.equals(y) ? x : -1);
            }
        }
        return result;
    }
}
