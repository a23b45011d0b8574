package dev.lathe.ui.graph.layout;

import dev.lathe.model.graph.Node;
import dev.lathe.model.group.Group;
import dev.lathe.model.outline.Scope;
import dev.lathe.model.work.Progress;
import dev.lathe.ui.theme.OperatorKind;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// Makes the picture of a scope or of a group: a box for each node, closed group, required input
/// and output, and boxes with pictures in them for what is open. Constants become lines in the
/// boxes that read them.
public final class PictureBuilder {
    private final Look look;
    private final Unfolding open;
    private final TextMeasure measure;
    private final Progress progress;
    private final IdentityHashMap<Scope, ScopeWires> wires = new IdentityHashMap<>();

    /// A picture of what is inside a frame.
    ///
    /// @param entries the values that its first boxes let in
    /// @param exits the values that its last boxes let out
    record Inner(GraphPicture picture, List<String> entries, List<String> exits) {}

    private PictureBuilder(Look look, TextMeasure measure, Progress progress) {
        this.look = look;
        this.open = look.open();
        this.measure = measure;
        this.progress = progress;
    }

    /// The picture of a scope.
    ///
    /// @throws InterruptedException if the thread was interrupted
    public static GraphPicture build(Scope scope, Look look, TextMeasure measure, Progress progress)
            throws InterruptedException {
        return new PictureBuilder(look, measure, progress)
                .level(scope, scope.groups().root(), Surroundings.NONE)
                .picture();
    }

    /// The picture of one group by itself: values from and to the outside are inputs and outputs.
    ///
    /// @throws InterruptedException if the thread was interrupted
    public static GraphPicture build(
            Scope scope, Group group, Look look, TextMeasure measure, Progress progress)
            throws InterruptedException {
        return new PictureBuilder(look, measure, progress)
                .level(scope, group, Surroundings.NONE)
                .picture();
    }

    /// What is around a level.
    enum Surroundings {
        /// Nothing: it is the whole picture.
        NONE,
        /// A frame, which values enter and leave by junctions.
        FRAME
    }

    ScopeWires wires(Scope scope) {
        return wires.computeIfAbsent(scope, s -> new ScopeWires(s, look.quantizers()));
    }

    TextMeasure measure() {
        return measure;
    }

    boolean isOpen(Scope scope, Group group) {
        return open.groups().contains(scope.id(group));
    }

    boolean isOpen(Scope scope, Node node) {
        return !open.nodes().isEmpty()
                && open.nodes().contains(scope.id(node))
                && !scope.inside(node).isEmpty();
    }

    /// The picture of a group of a scope.
    Inner level(Scope scope, Group group, Surroundings around) throws InterruptedException {
        progress.checkCancelled();
        return new LevelBuilder(this, scope, group, around).build();
    }

    /// The picture of what is inside an open node: its only graph, or a box for each.
    Inner inside(Scope scope, Node node) throws InterruptedException {
        var scopes = scope.inside(node);
        if (scopes.size() == 1) {
            var only = scopes.getFirst();
            return level(only, only.groups().root(), Surroundings.FRAME);
        }
        var inner = new ArrayList<Inner>(scopes.size());
        var entries = new ArrayList<String>();
        for (Scope held : scopes) {
            var level = level(held, held.groups().root(), Surroundings.FRAME);
            inner.add(level);
            level.entries().stream().filter(v -> !entries.contains(v)).forEach(entries::add);
        }
        var boxes = new ArrayList<PictureBox>();
        var edges = new ArrayList<PictureEdge>();
        for (String value : entries) {
            boxes.add(ItemBoxes.junction(value, "", OperatorKind.OTHER));
        }
        for (int i = 0; i < scopes.size(); i++) {
            var level = inner.get(i);
            for (int entry = 0; entry < level.entries().size(); entry++) {
                int from = entries.indexOf(level.entries().get(entry));
                edges.add(
                        new PictureEdge(
                                from, 0, boxes.size(), entry, PictureEdge.Reading.CAPTURED));
            }
            boxes.add(
                    ItemBoxes.frame(
                            BoxRole.SCOPE,
                            scopes.get(i).path(),
                            OperatorKind.CONTROL_FLOW,
                            scopes.get(i).label(),
                            List.of(),
                            level.picture()));
        }
        var picture = new GraphPicture(boxes, edges, Map.of(), entries.size(), 0);
        return new Inner(picture, entries, List.of());
    }
}
