package dev.lathe.app.cli;

import dev.lathe.model.diff.Change;
import dev.lathe.model.diff.FieldChange;
import dev.lathe.model.diff.GraphDiff;
import dev.lathe.model.diff.ModelDiff;
import dev.lathe.model.diff.NodeDiff;
import dev.lathe.model.diff.TensorDiff;
import dev.lathe.model.diff.TensorDistance;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What `diff` says of two models; the components are the properties of its JSON.
record DiffReport(
        boolean identical,
        Nodes nodes,
        Tensors tensors,
        List<Fact> header,
        List<Fact> functions,
        List<Fact> inputs,
        List<Fact> outputs) {

    record Nodes(
            int same,
            int renamed,
            List<OneNode> added,
            List<OneNode> removed,
            List<ChangedNode> changed) {}

    /// A node that only one model has.
    record OneNode(String name, String op) {}

    /// A node of both models.
    record ChangedNode(
            String name, String op, OneNode before, String matchedBy, List<Fact> changes) {}

    record Tensors(
            int same,
            List<OneTensor> added,
            List<OneTensor> removed,
            List<ChangedTensor> changed) {}

    /// A constant that only one model has.
    record OneTensor(String name, String type, List<Long> shape) {}

    /// A constant of both models.
    record ChangedTensor(
            String name,
            String type,
            List<Long> shape,
            OneTensor before,
            @Nullable Distance distance) {}

    /// How far two constants are apart.
    ///
    /// @param sqnrDb null if nothing differs
    record Distance(
            String basis,
            long elements,
            long changed,
            double changedShare,
            double maxAbsDiff,
            @Nullable Double sqnrDb,
            long zerosBefore,
            long zerosAfter) {}

    /// A fact that differs; null where a model lacks it.
    record Fact(String kind, String field, @Nullable String before, @Nullable String after) {}

    static DiffReport of(ModelDiff diff) {
        return new DiffReport(
                diff.isIdentical(),
                nodes(diff),
                tensors(diff),
                facts(diff.header()),
                facts(diff.functions()),
                ports(diff, FieldChange.Kind.GRAPH_INPUT),
                ports(diff, FieldChange.Kind.GRAPH_OUTPUT));
    }

    private static Nodes nodes(ModelDiff diff) {
        int same = 0;
        int renamed = 0;
        var added = new ArrayList<OneNode>();
        var removed = new ArrayList<OneNode>();
        var changed = new ArrayList<ChangedNode>();
        for (GraphDiff graph : diff.graphs()) {
            for (NodeDiff node : graph.nodes()) {
                var name = name(graph.path(), node.name());
                switch (node.change()) {
                    case SAME -> {
                        same++;
                        renamed += node.changes().isEmpty() ? 0 : 1;
                    }
                    case ADDED -> added.add(new OneNode(name, op(node.after())));
                    case REMOVED -> removed.add(new OneNode(name, op(node.before())));
                    case CHANGED -> changed.add(changed(name, node));
                }
            }
        }
        return new Nodes(same, renamed, added, removed, changed);
    }

    private static ChangedNode changed(String name, NodeDiff node) {
        return new ChangedNode(
                name,
                op(node.after()),
                new OneNode(node.before().map(Node::name).orElse(""), op(node.before())),
                lower(node.matchedBy()),
                facts(node.changes()));
    }

    private static Tensors tensors(ModelDiff diff) {
        return new Tensors(
                (int) diff.tensors(Change.SAME).count(),
                diff.tensors(Change.ADDED)
                        .map(t -> one(name(t.path(), t.name()), t.after()))
                        .toList(),
                diff.tensors(Change.REMOVED)
                        .map(t -> one(name(t.path(), t.name()), t.before()))
                        .toList(),
                diff.tensors(Change.CHANGED).map(DiffReport::changed).toList());
    }

    private static ChangedTensor changed(TensorDiff diff) {
        var now = one(name(diff.path(), diff.name()), diff.after());
        var was = one(diff.before().map(Tensor::name).orElse(""), diff.before());
        return new ChangedTensor(
                now.name(),
                now.type(),
                now.shape(),
                was,
                diff.distance().map(DiffReport::distance).orElse(null));
    }

    private static Distance distance(TensorDistance distance) {
        return new Distance(
                lower(distance.basis()),
                distance.elements(),
                distance.changed(),
                distance.changedShare(),
                distance.maxAbsDiff(),
                Double.isFinite(distance.sqnrDb()) ? distance.sqnrDb() : null,
                distance.zerosBefore(),
                distance.zerosAfter());
    }

    private static OneTensor one(String name, Optional<Tensor> tensor) {
        return new OneTensor(
                name,
                tensor.map(t -> t.type().label()).orElse(""),
                tensor.map(Tensor::sizes).orElse(List.of()));
    }

    private static List<Fact> ports(ModelDiff diff, FieldChange.Kind kind) {
        return facts(diff.main().ports().stream().filter(port -> port.kind() == kind).toList());
    }

    private static List<Fact> facts(List<FieldChange> changes) {
        return changes.stream()
                .map(change ->
                        new Fact(
                                lower(change.kind()),
                                change.field(),
                                change.before().orElse(null),
                                change.after().orElse(null)))
                .toList();
    }

    static String name(String path, String name) {
        return path.isEmpty() ? name : path + "/" + name;
    }

    private static String op(Optional<Node> node) {
        return node.map(Node::opType).orElse("");
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
