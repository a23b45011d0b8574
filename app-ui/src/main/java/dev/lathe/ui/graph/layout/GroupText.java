package dev.lathe.ui.graph.layout;

import dev.lathe.model.graph.Node;
import dev.lathe.model.group.Group;
import dev.lathe.ui.theme.OperatorKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What the box of a closed group says: how many nodes it holds, of which operators, and how many
/// groups are like it.
final class GroupText {
    private static final int MOST_OPERATORS = 3;

    private GroupText() {}

    static NodeText of(Group group, int alike, Predicate<Node> isDrawn) {
        var counts = new LinkedHashMap<String, Integer>();
        for (Node node : group.allNodes()) {
            if (isDrawn.test(node)) {
                counts.merge(node.opType(), 1, Integer::sum);
            }
        }
        var lines = new ArrayList<BoxLine>();
        var most =
                counts.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .limit(MOST_OPERATORS)
                        .map(e -> e.getValue() == 1 ? e.getKey() : e.getKey() + " ×" + e.getValue())
                        .collect(Collectors.joining(", "));
        var more = counts.size() > MOST_OPERATORS ? " …" : "";
        if (!most.isEmpty()) {
            lines.add(new BoxLine("⟨" + group.nodeCount() + "⟩", most + more));
        }
        if (alike > 1) {
            lines.add(new BoxLine("≅", Integer.toString(alike)));
        }
        return new NodeText(group.label(), lines);
    }

    /// What a group mainly does: the heaviest of convolution, matrices and recurrence, else what
    /// most of its nodes do.
    static OperatorKind kind(List<Node> nodes) {
        var counts = new EnumMap<OperatorKind, Integer>(OperatorKind.class);
        nodes.forEach(node -> counts.merge(OperatorKind.of(node), 1, Integer::sum));
        counts.remove(OperatorKind.CONSTANT);
        var heavy =
                counts.entrySet().stream()
                        .filter(e -> isHeavy(e.getKey()))
                        .max(Map.Entry.comparingByValue());
        return heavy.or(() -> counts.entrySet().stream().max(Map.Entry.comparingByValue()))
                .map(Map.Entry::getKey)
                .orElse(OperatorKind.OTHER);
    }

    private static boolean isHeavy(OperatorKind kind) {
        return kind == OperatorKind.CONVOLUTION
                || kind == OperatorKind.MATRIX
                || kind == OperatorKind.RECURRENT;
    }
}
