package dev.lathe.ui.diff;

import dev.lathe.model.diff.Change;
import dev.lathe.model.diff.FieldChange;
import dev.lathe.model.diff.TensorDiff;
import dev.lathe.model.diff.TensorDistance;
import dev.lathe.model.graph.Tensor;
import dev.lathe.ui.text.Texts;
import dev.lathe.ui.text.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Changes in words, in the language of the moment.
final class ChangeText {
    private final Texts texts;

    ChangeText(Texts texts) {
        this.texts = texts;
    }

    /// What a kind of change is called.
    String kind(ChangeKind kind) {
        return texts.now("diff.kind." + kind.word());
    }

    /// What a line is about: the operator of a layer, or what else it is.
    String title(ChangeRow row) {
        return switch (row.subject()) {
            case LAYER -> row.operator();
            case TENSOR -> texts.now("diff.tensor");
            case MODEL -> what(row.facts().getFirst());
        };
    }

    /// Everything that differs, in one line.
    String summary(ChangeRow row) {
        var parts = new ArrayList<String>();
        if (row.subject() == ChangeRow.Subject.MODEL) {
            var fact = row.facts().getFirst();
            return texts.now("diff.arrow", side(fact.before()), side(fact.after()));
        }
        row.facts().stream()
                .filter(fact -> fact.isSubstantial() || row.kind() == ChangeKind.RENAMED)
                .forEach(fact -> parts.add(sentence(fact)));
        row.weights().forEach(weight -> parts.add(sentence(weight, row.kind())));
        return String.join(" · ", parts);
    }

    /// A change as a line of plain text: `~ Conv conv1: pads: [0, 0] → [1, 1]`.
    String line(ChangeRow row) {
        var name = row.subject() == ChangeRow.Subject.MODEL ? "" : row.name();
        var head = (row.kind().sign() + " " + title(row) + " " + name).strip();
        var summary = summary(row);
        return summary.isEmpty() ? head : head + ": " + summary;
    }

    /// What a fact is of.
    String what(FieldChange fact) {
        var field = fact.field();
        return switch (fact.kind()) {
            case OPERATOR -> texts.now("diff.operator");
            case ATTRIBUTE, HEADER -> field;
            case INPUT -> texts.now("diff.input", field);
            case OUTPUT -> texts.now("diff.output", field);
            case NAME ->
                    field.isEmpty() ? texts.now("diff.name") : texts.now("diff.output-name", field);
            case NOTE -> texts.now("diff.note");
            case GRAPH_INPUT -> texts.now("diff.graph-input", field);
            case GRAPH_OUTPUT -> texts.now("diff.graph-output", field);
            case FUNCTION -> texts.now("diff.function", field);
        };
    }

    /// What a model has for a fact.
    String side(Optional<String> value) {
        return value.orElseGet(() -> texts.now("diff.none"));
    }

    /// The type and sizes of a constant.
    String tensor(Optional<Tensor> tensor) {
        return tensor.map(t ->
                        (t.type().label()
                                        + " "
                                        + t.sizes().stream()
                                                .map(String::valueOf)
                                                .collect(Collectors.joining("×")))
                                .strip())
                .orElseGet(() -> texts.now("diff.none"));
    }

    /// How far a constant is from what it was, a sentence for each figure.
    List<String> figures(TensorDistance distance) {
        var figures = new ArrayList<String>();
        figures.add(
                texts.now(
                        "diff.elements",
                        Units.count(distance.changed()),
                        Units.count(distance.elements()),
                        Units.percent(distance.changedShare())));
        figures.add(texts.now("diff.largest", Units.number(distance.maxAbsDiff())));
        if (Double.isFinite(distance.sqnrDb())) {
            figures.add(texts.now("diff.sqnr", "%.1f".formatted(distance.sqnrDb())));
        }
        if (distance.zerosBefore() != distance.zerosAfter()) {
            figures.add(
                    texts.now(
                            "diff.zeros",
                            Units.count(distance.zerosBefore()),
                            Units.count(distance.zerosAfter())));
        }
        if (distance.basis() == TensorDistance.Basis.DEQUANTIZED) {
            figures.add(texts.now("diff.dequantized"));
        }
        return figures;
    }

    private String sentence(FieldChange fact) {
        return fact.kind() == FieldChange.Kind.NOTE
                ? texts.now("diff.note.differs")
                : texts.now("diff.fact", what(fact), side(fact.before()), side(fact.after()));
    }

    private String sentence(TensorDiff weight, ChangeKind kind) {
        if (weight.change() == Change.SAME) {
            return texts.now("diff.weight.renamed", weight.name());
        }
        var was = tensor(kind == ChangeKind.ADDED ? weight.after() : weight.before());
        var now = tensor(kind == ChangeKind.REMOVED ? weight.before() : weight.after());
        var form =
                was.equals(now)
                        ? texts.now("diff.weight.same-form", weight.name(), now)
                        : texts.now("diff.fact", weight.name(), was, now);
        return weight.distance()
                .filter(distance -> distance.changed() > 0)
                .map(distance ->
                        form
                                + ", "
                                + figures(distance).getFirst()
                                + ", "
                                + figures(distance).get(1))
                .orElse(form);
    }
}
