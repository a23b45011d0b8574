package dev.lathe.ui.inspect;

import dev.lathe.model.outline.Outline;
import dev.lathe.model.outline.Scope;
import dev.lathe.model.work.Progress;
import dev.lathe.ui.inspect.Inspection.OfGroup;
import dev.lathe.ui.inspect.Inspection.OfScope;
import dev.lathe.ui.inspect.Inspection.OfSeveral;
import dev.lathe.ui.job.Job;
import dev.lathe.ui.job.Jobs;
import dev.lathe.ui.session.Problems;
import dev.lathe.ui.session.Version;
import java.util.Optional;
import javafx.scene.control.Label;

/// Makes the pages of groups, of graphs inside others and of several layers.
final class PartPages {
    private final Jobs jobs;
    private final Problems problems;
    private final Desk desk;
    private Optional<PartSurvey> survey = Optional.empty();

    /// Finds out about a part on another thread.
    private interface Survey {
        Optional<PartReport> report(PartSurvey survey, Progress progress)
                throws InterruptedException;
    }

    PartPages(Jobs jobs, Problems problems, Desk desk) {
        this.jobs = jobs;
        this.problems = problems;
        this.desk = desk;
    }

    /// Says which model the parts are of.
    void of(Optional<Version> version, Optional<Outline> outline) {
        survey = version.flatMap(v -> outline.map(o -> new PartSurvey(v.model(), o)));
    }

    PartPage page(OfGroup group) {
        var path = group.id().substring(group.id().lastIndexOf(Scope.SEPARATOR) + 1);
        var label = path.substring(path.lastIndexOf("/") + 1).strip();
        var page = new PartPage(desk.texts().text("inspect.group", label), group.id());
        return found(page, group.version(), (known, progress) -> known.group(group.id(), progress));
    }

    PartPage page(OfScope graph) {
        var scope = graph.scope();
        var page = new PartPage(desk.texts().text("inspect.scope", scope.label()), scope.path());
        return found(
                page,
                graph.version(),
                (known, progress) -> Optional.of(known.scope(scope, progress)));
    }

    PartPage page(OfSeveral several) {
        var texts = desk.texts();
        int count = several.layers().size();
        var title =
                several.groups().isEmpty()
                        ? texts.text("inspect.several", count)
                        : texts.text("inspect.several-groups", count, several.groups().size());
        return found(
                new PartPage(title, ""),
                several.version(),
                (known, progress) ->
                        Optional.of(known.several(several.layers(), several.groups(), progress)));
    }

    private PartPage found(PartPage page, Version version, Survey finder) {
        survey.ifPresent(known ->
                page.finding(
                        jobs.start(
                                new Job<>(
                                        desk.texts().now("inspect.job.part"),
                                        progress -> finder.report(known, progress),
                                        found -> show(page, found, version),
                                        problems::report))));
        return page;
    }

    private void show(PartPage page, Optional<PartReport> found, Version version) {
        found.ifPresentOrElse(
                report -> page.show(new PartFacts(report, version, desk)),
                () -> {
                    var gone = new Label();
                    gone.setWrapText(true);
                    gone.textProperty().bind(desk.texts().text("inspect.group.gone"));
                    page.show(gone);
                });
    }
}
