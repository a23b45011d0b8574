package dev.lathe.ui.diff;

import dev.lathe.model.diff.FieldChange;
import dev.lathe.model.diff.MergedNode;
import dev.lathe.model.graph.Node;
import dev.lathe.model.group.Group;
import dev.lathe.model.outline.Outline;
import dev.lathe.model.outline.Scope;
import dev.lathe.model.work.Progress;
import dev.lathe.ui.graph.paint.ChangeMarks;
import dev.lathe.ui.graph.paint.ChangeMarks.Counts;
import dev.lathe.ui.graph.paint.ChangeMarks.Mark;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Marks the boxes of one picture and counts the marks in its groups.
final class MarkMaker {
    private final Map<String, Mark> layers = new HashMap<>();
    private final Map<String, Mark> ends = new HashMap<>();
    private final Map<String, Counts> groups = new HashMap<>();
    private final Map<String, Counts> holders = new HashMap<>();
    private final Set<String> holding = new HashSet<>();
    private final Progress progress;

    private MarkMaker(Progress progress) {
        this.progress = progress;
    }

    /// The marks of a picture.
    ///
    /// @param nodes what became of all layers
    /// @param ports what differs of the inputs and outputs of the main graph
    static ChangeMarks of(
            Side side,
            Outline outline,
            List<MergedNode> nodes,
            List<FieldChange> ports,
            Progress progress)
            throws InterruptedException {
        var maker = new MarkMaker(progress);
        for (MergedNode node : nodes) {
            var mark = mark(node);
            Matches.id(node, side).ifPresent(id -> mark.ifPresent(m -> maker.mark(id, m)));
        }
        for (FieldChange port : ports) {
            maker.ends.put(port.field(), mark(port));
        }
        for (Scope root : outline.roots()) {
            maker.count(root);
        }
        return new ChangeMarks(maker.layers, maker.ends, maker.groups, maker.holders);
    }

    private void mark(String id, Mark mark) {
        layers.put(id, mark);
        for (int cut = id.lastIndexOf(Scope.SEPARATOR);
                cut > 0;
                cut = id.lastIndexOf(Scope.SEPARATOR, cut - 1)) {
            if (!holding.add(id.substring(0, cut))) {
                break;
            }
        }
    }

    private static Optional<Mark> mark(MergedNode node) {
        return switch (node.change()) {
            case ADDED -> Optional.of(Mark.ADDED);
            case REMOVED -> Optional.of(Mark.REMOVED);
            case CHANGED -> Optional.of(Mark.CHANGED);
            case SAME -> Optional.empty();
        };
    }

    private static Mark mark(FieldChange port) {
        if (port.before().isEmpty()) {
            return Mark.ADDED;
        }
        return port.after().isEmpty() ? Mark.REMOVED : Mark.CHANGED;
    }

    /// Counts the marks in a graph and in the groups and graphs within.
    private Counts count(Scope scope) throws InterruptedException {
        progress.checkCancelled();
        var inside = new IdentityHashMap<Node, Counts>();
        var total = Counts.NONE;
        boolean any = false;
        for (Node node : scope.graph().nodes()) {
            var counts = count(scope, node);
            if (!counts.equals(Counts.NONE)) {
                inside.put(node, counts);
                total = total.plus(counts);
                any = true;
            }
        }
        if (any) {
            countGroups(scope, scope.groups().root(), inside);
            holders.put(scope.path(), total);
        }
        return total;
    }

    private Counts count(Scope scope, Node node) throws InterruptedException {
        var id = scope.id(node);
        var mark = layers.get(id);
        // a constant is shown in the boxes that read it, and listed with them
        var own = mark == null || node.is("Constant") ? Counts.NONE : Counts.NONE.plus(mark);
        if (!holding.contains(id)) {
            return own;
        }
        var within = Counts.NONE;
        for (Scope inner : scope.inside(node)) {
            within = within.plus(count(inner));
        }
        holders.put(id, within);
        return own.plus(within);
    }

    private Counts countGroups(Scope scope, Group group, IdentityHashMap<Node, Counts> inside) {
        var counts = Counts.NONE;
        for (Node node : group.nodes()) {
            counts = counts.plus(inside.getOrDefault(node, Counts.NONE));
        }
        for (Group child : group.children()) {
            counts = counts.plus(countGroups(scope, child, inside));
        }
        if (!counts.equals(Counts.NONE)) {
            groups.put(scope.id(group), counts);
        }
        return counts;
    }
}
