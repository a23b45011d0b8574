package dev.lathe.runner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds out for which operator of the model each operator of XNNPACK stands.
///
/// XNNPACK makes of each operator of a partition, in their order, one of its own and sometimes
/// helpers: a reshape or a conversion before it, a clamp after it for a fused activation. Operators
/// that do nothing may vanish. Where both orders do not agree to the end, nothing is told.
final class XnnpackAlignment {
    private final List<String> operators;
    private final TfliteDelegates.Partition partition;
    private final List<Integer> nodes = new ArrayList<>();

    private XnnpackAlignment(List<String> operators, TfliteDelegates.Partition partition) {
        this.operators = operators;
        this.partition = partition;
    }

    /// The operator of the model for each operator of XNNPACK; empty if that cannot be told.
    ///
    /// @param operators the names that XNNPACK gives them
    static Optional<List<Integer>> align(
            List<String> operators, TfliteDelegates.Partition partition) {
        XnnpackAlignment alignment = new XnnpackAlignment(operators, partition);
        for (int place = 0; place < partition.nodes().size(); place++) {
            if (!alignment.take(place)) {
                return Optional.empty();
            }
        }
        return alignment.nodes.size() == operators.size()
                ? Optional.of(alignment.nodes)
                : Optional.empty();
    }

    /// Takes the operators that stand for a node; false if there are none where there should be.
    private boolean take(int place) {
        int head = nodes.size();
        if (!isHead(place, head) && XnnpackKinds.mayVanish(code(place))) {
            return true;
        }
        while (!isHead(place, head)) {
            if (head == operators.size() || !XnnpackKinds.mayComeBefore(operators.get(head))) {
                return false;
            }
            head++;
        }
        int end = head + 1;
        while (XnnpackKinds.makesSeveral(code(place)) && isHead(place, end)) {
            end++;
        }
        if (end < operators.size()
                && XnnpackKinds.isActivation(operators.get(end))
                && !isHead(place + 1, end)) {
            end++;
        }
        while (nodes.size() < end) {
            nodes.add(partition.nodes().get(place));
        }
        return true;
    }

    /// Whether an operator is what XNNPACK makes of a node.
    private boolean isHead(int place, int operator) {
        return place < partition.nodes().size()
                && operator < operators.size()
                && XnnpackKinds.isMadeOf(code(place), operators.get(operator));
    }

    private int code(int place) {
        return partition.builtinCodes().get(place);
    }
}
