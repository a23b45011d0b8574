package dev.lathe.ui.session;

import dev.lathe.model.work.Progress;
import dev.lathe.profiler.evaluate.Evaluation;
import dev.lathe.profiler.evaluate.OutputComparison;
import dev.lathe.ui.job.Job;
import dev.lathe.ui.job.Jobs;
import dev.lathe.ui.text.EditText;
import dev.lathe.ui.text.Texts;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// Finds out how good versions are: counts their zeros, evaluates them on the chosen data and
/// compares their outputs with those of the original, one version after another.
public final class Measures {
    private final BooleanProperty automatic = new SimpleBooleanProperty(this, "automatic", true);
    private final Activity counting = new Activity();
    private final Activity evaluating = new Activity();
    private final Workbench workbench;
    private final Jobs jobs;
    private final Engine engine;
    private final Texts texts;

    Measures(Workbench workbench, Jobs jobs, Engine engine, Texts texts) {
        this.workbench = workbench;
        this.jobs = jobs;
        this.engine = engine;
        this.texts = texts;
    }

    /// Whether a new version is evaluated as soon as it is made, if there are data.
    public BooleanProperty automaticProperty() {
        return automatic;
    }

    /// The work of evaluating.
    public Activity evaluating() {
        return evaluating;
    }

    /// Evaluates all versions that have not been.
    public void evaluate() {
        if (evaluating.isRunning()) {
            return;
        }
        var choice = workbench.data().evaluationProperty().get();
        if (choice.isPresent()) {
            workbench.versions().stream()
                    .filter(Measures::isToEvaluate)
                    .findFirst()
                    .ifPresent(version -> evaluate(version, choice.get()));
        }
    }

    /// Evaluates one version, again if it was before.
    public void evaluate(Version version) {
        workbench.data().evaluationProperty().get().ifPresent(choice -> evaluate(version, choice));
    }

    /// Starts what is done without being asked.
    void start() {
        count();
        if (automatic.get()) {
            evaluate();
        }
    }

    void cancel() {
        counting.cancel();
        evaluating.cancel();
    }

    private void count() {
        if (!counting.isRunning()) {
            workbench.versions().stream()
                    .filter(version -> version.zerosShare().isEmpty())
                    .findFirst()
                    .ifPresent(this::count);
        }
    }

    private void count(Version version) {
        var model = version.model();
        var job =
                new Job<>(
                        texts.now("session.job.count", EditText.title(texts, version.edit())),
                        progress -> engine.zerosShare(model, progress),
                        share -> {
                            workbench.update(model, known -> known.withZerosShare(share));
                            count();
                        },
                        workbench.problems()::report);
        counting.start(job, jobs::start);
    }

    private static boolean isToEvaluate(Version version) {
        return version.evaluation().isEmpty() && version.comparison().isEmpty();
    }

    private void evaluate(Version version, DataChoice choice) {
        var original = workbench.versions().getFirst();
        var job =
                new Job<>(
                        texts.now("session.job.evaluate", EditText.title(texts, version.edit())),
                        progress -> measure(original, version, choice, progress),
                        measured -> {
                            workbench.update(
                                    version.model(),
                                    known ->
                                            known.withMeasures(
                                                    measured.evaluation(), measured.comparison()));
                            evaluateNext(version);
                        },
                        failure -> evaluating.failed(workbench.problems().report(failure)));
        evaluating.start(job, jobs::startInTurn);
    }

    private void evaluateNext(Version done) {
        boolean progressed =
                workbench.versions().stream()
                        .anyMatch(v -> v.isOf(done.model()) && !isToEvaluate(v));
        if (progressed && automatic.get()) {
            evaluate();
        }
    }

    private Measured measure(
            Version original, Version version, DataChoice choice, Progress progress)
            throws Exception {
        var evaluation = engine.evaluate(version.model(), choice, progress);
        if (version.isOriginal()) {
            return new Measured(evaluation, Optional.empty());
        }
        var comparison = engine.compare(original.model(), version.model(), choice, progress);
        return new Measured(evaluation, Optional.of(comparison));
    }

    private record Measured(
            Optional<Evaluation> evaluation, Optional<OutputComparison> comparison) {}
}
