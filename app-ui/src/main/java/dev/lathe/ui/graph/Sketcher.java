package dev.lathe.ui.graph;

import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.outline.Outline;
import dev.lathe.model.shape.InferredTypes;
import dev.lathe.model.work.Progress;
import dev.lathe.ui.graph.layout.CharWidths;
import dev.lathe.ui.graph.layout.Direction;
import dev.lathe.ui.graph.layout.LayeredLayout;
import dev.lathe.ui.graph.layout.Look;
import dev.lathe.ui.graph.layout.PictureBuilder;
import dev.lathe.ui.graph.layout.Quantizers;
import dev.lathe.ui.graph.layout.TextMeasure;
import dev.lathe.ui.graph.layout.Unfolding;
import dev.lathe.ui.graph.paint.PictureIndex;
import dev.lathe.ui.job.Job;
import dev.lathe.ui.job.Jobs;
import java.util.function.Consumer;

/// Makes pictures of models on another thread; the newest request wins.
final class Sketcher {
    private final TextMeasure measure = new CharWidths();
    private final LayeredLayout downwards = new LayeredLayout(measure, Direction.DOWN);
    private final LayeredLayout rightwards = new LayeredLayout(measure, Direction.RIGHT);
    private final Jobs jobs;
    private Jobs.Handle running = Jobs.Handle.NONE;
    private int requests;

    /// A model with what is known of its values.
    record Source(ModelGraph model, InferredTypes types) {}

    /// What a picture shows.
    record View(Location location, Unfolding unfolding) {
        static final View NONE = new View(Location.MAIN, Unfolding.CLOSED);
    }

    /// How a graph is drawn, whatever it is.
    record Style(Direction direction, Quantizers quantizers, Grouping grouping) {}

    /// Whether layers are drawn in groups.
    enum Grouping {
        GROUPS,
        FLAT
    }

    record Sketch(Outline outline, View view, PictureIndex picture) {}

    /// What becomes of a request; just one of the three is called, and none if a newer request
    /// came.
    record Outcome(Consumer<Sketch> done, Consumer<String> failed, Runnable cancelled) {}

    Sketcher(Jobs jobs) {
        this.jobs = jobs;
    }

    /// Draws a model. What was shown before of another is shown of it if it has that, too.
    void drawModel(String title, Source source, View before, Style style, Outcome outcome) {
        request(
                title,
                progress -> {
                    progress.checkCancelled();
                    var outline =
                            style.grouping() == Grouping.GROUPS
                                    ? Outline.of(source.model(), source.types())
                                    : Outline.ungrouped(source.model(), source.types());
                    boolean isThere = before.location().in(outline).isPresent();
                    var location = isThere ? before.location() : Location.MAIN;
                    var open = Foldings.kept(outline, location, before.unfolding());
                    return sketch(outline, new View(location, open), style, progress);
                },
                outcome);
    }

    /// Draws another view of a model.
    void drawView(String title, Outline outline, View view, Style style, Outcome outcome) {
        request(title, progress -> sketch(outline, view, style, progress), outcome);
    }

    /// Stops drawing; the request counts as cancelled.
    void cancel() {
        running.cancel();
    }

    /// Stops drawing and forgets the request.
    void forget() {
        requests++;
        running.cancel();
        running = Jobs.Handle.NONE;
    }

    private void request(String title, Job.Work<Sketch> work, Outcome outcome) {
        running.cancel();
        int request = ++requests;
        running =
                jobs.start(
                        new Job<>(
                                title,
                                work,
                                sketch -> ifNewest(request, () -> outcome.done().accept(sketch)),
                                failure ->
                                        ifNewest(
                                                request,
                                                () -> outcome.failed().accept(reason(failure))),
                                () -> ifNewest(request, outcome.cancelled())));
    }

    private Sketch sketch(Outline outline, View view, Style style, Progress progress)
            throws InterruptedException {
        progress.checkCancelled();
        var what = view.location().in(outline).orElseThrow();
        var look = new Look(view.unfolding(), style.quantizers());
        var plan = PictureBuilder.build(what.scope(), what.group(), look, measure, progress);
        progress.checkCancelled();
        var layout = style.direction() == Direction.DOWN ? downwards : rightwards;
        return new Sketch(outline, view, new PictureIndex(layout.layOut(plan, progress)));
    }

    private void ifNewest(int request, Runnable action) {
        if (request == requests) {
            action.run();
        }
    }

    private static String reason(Exception failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }
}
