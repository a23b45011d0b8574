package dev.lathe.ui.inspect;

import dev.lathe.model.cost.AtLeast;
import dev.lathe.model.group.Group;
import dev.lathe.ui.form.Section;
import dev.lathe.ui.inspect.LayerLinks.Target;
import dev.lathe.ui.inspect.PartReport.Crossing;
import dev.lathe.ui.inspect.PartReport.GroupReport;
import dev.lathe.ui.session.Version;
import dev.lathe.ui.text.Units;
import dev.lathe.ui.theme.OperatorKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.layout.VBox;

/// What a part of a model is made of: totals, operators, what crosses its border.
final class PartFacts extends VBox {
    private final Version version;
    private final Desk desk;

    PartFacts(PartReport report, Version version, Desk desk) {
        this.version = version;
        this.desk = desk;
        getStyleClass().add("part-facts");
        getChildren().setAll(totals(report), operators(report.operators()));
        if (!report.inputs().isEmpty()) {
            getChildren().add(crossings("inspect.part.inputs", report.inputs()));
        }
        if (!report.outputs().isEmpty()) {
            getChildren().add(crossings("inspect.part.outputs", report.outputs()));
        }
        report.group()
                .filter(group -> !group.group().children().isEmpty())
                .ifPresent(group -> getChildren().add(children(group)));
        report.group()
                .filter(group -> group.repetitions().size() > 1)
                .ifPresent(group -> getChildren().add(repetitions(group)));
    }

    private Section totals(PartReport report) {
        var texts = desk.texts();
        var cost = report.cost();
        var whole = version.cost();
        var grid =
                new FactGrid()
                        .figure(texts.text("inspect.layers"), Integer.toString(report.layers()))
                        .figure(
                                texts.text("inspect.parameters"),
                                withShare(
                                        Units.count(cost.parameters()),
                                        cost.parameters(),
                                        whole.parameters()))
                        .figure(
                                texts.text("inspect.macs"),
                                withShare(
                                        Units.count(cost.macs()),
                                        cost.macs().value(),
                                        whole.macs().value()))
                        .figure(texts.text("inspect.weights"), Units.bytes(cost.weightBytes()))
                        .figure(
                                texts.text("inspect.activation-peak"),
                                Units.bytes(
                                        new AtLeast(
                                                cost.activationPeakBytes(),
                                                report.unknownSizes())));
        report.group()
                .ifPresent(group -> {
                    var origin = group.origin().name().toLowerCase(Locale.ROOT);
                    grid.fact(
                            texts.text("inspect.group.origin"),
                            texts.now("inspect.group.origin." + origin));
                    if (group.repetitions().size() > 1) {
                        grid.figure(
                                texts.text("inspect.group.repetitions"),
                                Integer.toString(group.repetitions().size()));
                    }
                });
        return new Section(texts.text("inspect.totals"), grid);
    }

    private static String withShare(String figure, long part, long whole) {
        return whole > 0 && part > 0 && part <= whole
                ? figure + " · " + Units.percent((double) part / whole)
                : figure;
    }

    private Section operators(List<Map.Entry<String, Long>> operators) {
        return new Section(
                desk.texts().text("inspect.part.operators"),
                new OperatorCounts(operators, desk.palette().getValue()));
    }

    private Section crossings(String key, List<Crossing> crossings) {
        var list = new VBox();
        list.getStyleClass().add("value-list");
        for (Crossing crossing : crossings) {
            var line = new ValueLine(crossing.value(), crossing.type(), desk.texts());
            ends(line, crossing);
            if (!crossing.ends().isEmpty()) {
                line.with(desk.links(crossing.scope(), crossing.ends()));
            }
            list.getChildren().add(line);
        }
        return new Section(desk.texts().text(key), list);
    }

    private static void ends(ValueLine line, Crossing crossing) {
        boolean isMain = crossing.scope().outer().isEmpty();
        switch (crossing.border()) {
            case ENTERS -> line.end(isMain ? "inspect.end.model-input" : "inspect.end.graph-input");
            case LEAVES ->
                    line.end(isMain ? "inspect.end.model-output" : "inspect.end.graph-output");
            case INSIDE -> {}
        }
    }

    private Section children(GroupReport report) {
        return groups("inspect.group.children", report, report.group().children());
    }

    private Section repetitions(GroupReport report) {
        return groups("inspect.group.same", report, report.repetitions());
    }

    private Section groups(String key, GroupReport report, List<Group> groups) {
        var scope = report.scope();
        var targets =
                groups.stream()
                        .map(group ->
                                new Target(
                                        Subject.group(scope.id(group), desk.view(scope)),
                                        group.path() + " (" + group.nodeCount() + ")",
                                        OperatorKind.OTHER))
                        .toList();
        return new Section(desk.texts().text(key), desk.links(targets));
    }
}
