package dev.lathe.app.cli;

import dev.lathe.app.cli.DiffReport.ChangedTensor;
import dev.lathe.app.cli.DiffReport.Fact;
import dev.lathe.app.cli.DiffReport.OneNode;
import dev.lathe.app.cli.TextTable.Align;
import dev.lathe.model.diff.ModelDiff;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The difference of two models for people.
final class DiffText {
    /// Longer lists are cut; `--json` has them in full.
    private static final int MOST_LINES = 40;

    private final DiffReport report;
    private final Console console;

    private DiffText(DiffReport report, Console console) {
        this.report = report;
        this.console = console;
    }

    static void print(ModelDiff diff, Console console) {
        new DiffText(DiffReport.of(diff), console).print();
    }

    private void print() {
        if (report.identical()) {
            console.print("The models are identical.");
            return;
        }
        summary().lines().forEach(console::print);
        section("header", report.header(), DiffText::fact);
        section("functions", report.functions(), DiffText::fact);
        section("inputs", report.inputs(), DiffText::fact);
        section("outputs", report.outputs(), DiffText::fact);
        section("nodes added", report.nodes().added(), DiffText::node);
        section("nodes removed", report.nodes().removed(), DiffText::node);
        section("nodes changed", report.nodes().changed(), DiffText::changedNode);
        section(
                "tensors added",
                report.tensors().added(),
                t -> tensor(t.name(), t.type(), t.shape()));
        section(
                "tensors removed",
                report.tensors().removed(),
                t -> tensor(t.name(), t.type(), t.shape()));
        section("tensors changed", report.tensors().changed(), DiffText::changedTensor);
    }

    private TextTable summary() {
        var nodes = report.nodes();
        var tensors = report.tensors();
        return new TextTable(Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.RIGHT)
                .row("", "same", "changed", "added", "removed")
                .row(
                        "nodes",
                        count(nodes.same()),
                        count(nodes.changed().size()),
                        count(nodes.added().size()),
                        count(nodes.removed().size()))
                .row(
                        "tensors",
                        count(tensors.same()),
                        count(tensors.changed().size()),
                        count(tensors.added().size()),
                        count(tensors.removed().size()));
    }

    private static String count(int number) {
        return Integer.toString(number);
    }

    private <T> void section(String title, List<T> items, Function<T, String> line) {
        if (items.isEmpty()) {
            return;
        }
        console.print("");
        console.print(title);
        items.stream().limit(MOST_LINES).forEach(item -> console.print("  " + line.apply(item)));
        if (items.size() > MOST_LINES) {
            console.print("  … and " + (items.size() - MOST_LINES) + " more");
        }
    }

    private static String node(OneNode node) {
        return node.name() + " (" + node.op() + ")";
    }

    private static String changedNode(DiffReport.ChangedNode node) {
        var changes =
                node.changes().stream()
                        .filter(change -> !change.kind().equals("note"))
                        .map(DiffText::fact)
                        .collect(Collectors.joining("; "));
        return node.name() + " (" + node.op() + "): " + changes;
    }

    private static String fact(Fact fact) {
        var what =
                fact.kind().equals("header") || fact.kind().startsWith("graph")
                        ? fact.field()
                        : (fact.kind() + " " + fact.field()).strip();
        return what + ": " + side(fact.before()) + " → " + side(fact.after());
    }

    private static String side(@Nullable String text) {
        return Objects.requireNonNullElse(text, "none");
    }

    private static String tensor(String name, String type, List<Long> shape) {
        var sizes = shape.stream().map(String::valueOf).collect(Collectors.joining("×"));
        return name + ": " + (type + " " + sizes).strip();
    }

    private static String changedTensor(ChangedTensor tensor) {
        var before = tensor.before();
        var was = tensor("", before.type(), before.shape()).substring(2);
        var now = tensor("", tensor.type(), tensor.shape()).substring(2);
        var line = new StringBuilder(tensor.name()).append(": ").append(was);
        if (!was.equals(now)) {
            line.append(" → ").append(now);
        }
        var distance = tensor.distance();
        if (distance != null) {
            line.append(", ")
                    .append(Figures.percent(distance.changedShare()))
                    .append(" changed, at most ")
                    .append(String.format(Locale.ROOT, "%.4g", distance.maxAbsDiff()));
            var sqnr = distance.sqnrDb();
            if (sqnr != null) {
                line.append(String.format(Locale.ROOT, ", SQNR %.1f dB", sqnr));
            }
            if (distance.zerosBefore() != distance.zerosAfter()) {
                line.append(", zeros ")
                        .append(distance.zerosBefore())
                        .append(" → ")
                        .append(distance.zerosAfter());
            }
        }
        return line.toString();
    }
}
