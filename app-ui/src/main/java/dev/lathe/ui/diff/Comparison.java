package dev.lathe.ui.diff;

import dev.lathe.model.diff.FieldChange;
import dev.lathe.model.diff.MergedModel;
import dev.lathe.model.diff.MergedModel.Typed;
import dev.lathe.model.diff.MergedNode;
import dev.lathe.model.diff.ModelDiff;
import dev.lathe.model.outline.Outline;
import dev.lathe.model.work.Progress;
import dev.lathe.ui.graph.paint.ChangeMarks;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Two models compared, ready to be shown. Immutable.
final class Comparison {
    private final Map<Side, Typed> models = new EnumMap<>(Side.class);
    private final Map<Side, ChangeMarks> marks = new EnumMap<>(Side.class);
    private final Matches matches;
    private final List<ChangeRow> rows;
    private final boolean identical;
    private final int unwired;

    private Comparison(ModelDiff diff, MergedModel merged, List<ChangeRow> rows) {
        this.identical = diff.isIdentical();
        this.unwired = merged.unwired();
        this.matches = new Matches(merged.nodes());
        this.rows = List.copyOf(rows);
    }

    /// Compares two models. Reads the weights that differ.
    static Comparison of(Typed before, Typed after, Progress progress) throws InterruptedException {
        var diff = ModelDiff.of(before.model(), after.model(), progress);
        var merged = MergedModel.of(diff, before, after, progress);
        var result = new Comparison(diff, merged, rows(diff, merged));
        result.models.put(Side.BEFORE, before);
        result.models.put(Side.AFTER, after);
        result.models.put(Side.MERGED, new Typed(merged.model(), merged.types()));
        for (Side side : Side.values()) {
            var model = result.model(side);
            result.marks.put(
                    side,
                    MarkMaker.of(
                            side,
                            Outline.of(model.model(), model.types()),
                            merged.nodes(),
                            diff.main().ports(),
                            progress));
        }
        return result;
    }

    /// The model of a picture.
    Typed model(Side side) {
        return models.getOrDefault(side, models.values().iterator().next());
    }

    /// The marks of a picture.
    ChangeMarks marks(Side side) {
        return marks.getOrDefault(side, ChangeMarks.NONE);
    }

    /// Which layers are one.
    Matches matches() {
        return matches;
    }

    /// All changes: those of the model, then those of layers in the order of the graph.
    List<ChangeRow> rows() {
        return rows;
    }

    /// How many changes there are of a kind.
    int count(ChangeKind kind) {
        return (int) rows.stream().filter(row -> row.kind() == kind).count();
    }

    /// How many edges of removed layers the merged picture leaves out.
    int unwired() {
        return unwired;
    }

    /// Whether nothing at all differs.
    boolean isIdentical() {
        return identical;
    }

    private static List<ChangeRow> rows(ModelDiff diff, MergedModel merged) {
        var rows = new ArrayList<ChangeRow>();
        for (List<FieldChange> facts :
                List.of(diff.header(), diff.main().ports(), diff.functions())) {
            facts.forEach(fact -> rows.add(ChangeRow.of(fact)));
        }
        for (MergedNode node : merged.nodes()) {
            if (node.place() == MergedNode.Place.SHARED && !isConstant(node)) {
                ChangeRow.of(node).ifPresent(rows::add);
            }
        }
        merged.loose().forEach(tensor -> rows.add(ChangeRow.of(tensor)));
        return rows;
    }

    /// Whether a node is a constant, which is listed with the layers that read it.
    private static boolean isConstant(MergedNode node) {
        return node.node()
                .after()
                .or(node.node()::before)
                .filter(n -> n.is("Constant"))
                .isPresent();
    }
}
