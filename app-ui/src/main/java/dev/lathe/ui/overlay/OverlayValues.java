package dev.lathe.ui.overlay;

import dev.lathe.model.cost.SampleCost;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.metric.CostValues;
import dev.lathe.model.metric.Matching;
import dev.lathe.model.metric.NodeValues;
import dev.lathe.model.metric.Rollup;
import dev.lathe.model.metric.RuntimeNames;
import dev.lathe.model.outline.Outline;
import dev.lathe.model.work.Progress;
import dev.lathe.profiler.measure.OperatorTime;
import dev.lathe.profiler.measure.Profile;
import dev.lathe.ui.overlay.OverlayChoice.Computed;
import dev.lathe.ui.overlay.OverlayChoice.Imported;
import dev.lathe.ui.overlay.OverlayChoice.Kinds;
import dev.lathe.ui.overlay.OverlayChoice.Latency;
import dev.lathe.ui.session.Version;
import dev.lathe.ui.text.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The values of a version that the graph is coloured by.
///
/// @param model of the version
/// @param outline with the types of one sample
/// @param unmatched names of a file, or of operators that were measured, that are of no layer
record OverlayValues(
        OverlayChoice choice,
        ModelGraph model,
        Outline outline,
        OverlayBuilder overlay,
        Ranking ranking,
        List<String> unmatched) {
    OverlayValues {
        unmatched = List.copyOf(unmatched);
    }

    /// Computes the values of a version.
    ///
    /// @param known the outline of the version, if it was made before
    static OverlayValues of(
            OverlayChoice choice,
            Version version,
            Optional<Outline> known,
            Texts texts,
            Progress progress)
            throws InterruptedException {
        var model = version.model();
        var outline = known.orElseGet(() -> outline(model));
        progress.checkCancelled();
        List<String> unmatched = List.of();
        NodeValues values;
        switch (choice) {
            case Kinds() -> values = NodeValues.NONE;
            case Computed(var metric) -> values = CostValues.of(metric, outline, progress);
            case Latency() -> {
                var names = new RuntimeNames(model.graph());
                values = Rollup.of(outline, times(version, names), choice.combination());
                unmatched =
                        operators(Optional.of(version)).stream()
                                .map(OperatorTime::name)
                                .filter(name -> names.layer(name).isEmpty())
                                .toList();
            }
            case Imported(_, _, var set) -> {
                var matched = Matching.of(set, model, outline);
                unmatched = matched.unmatched();
                values = matched.values();
            }
        }
        return new OverlayValues(
                choice,
                model,
                outline,
                new OverlayBuilder(choice, values, texts),
                new Ranking(choice, values, outline),
                unmatched);
    }

    /// The outline of a model with the types of one sample.
    static Outline outline(ModelGraph model) {
        return Outline.of(model, SampleCost.types(model, Map.of()));
    }

    /// Whether these are values of just this model, not of one that is equal to it.
    @SuppressWarnings("ReferenceEquality") // comparing two large models takes long
    boolean isOf(ModelGraph other) {
        return model == other;
    }

    /// The times that were measured of the operators of a version.
    static List<OperatorTime> operators(Optional<Version> version) {
        return version.flatMap(Version::profile).map(Profile::operators).orElse(List.of());
    }

    /// What each layer took, in milliseconds.
    private static Map<String, Double> times(Version version, RuntimeNames names) {
        var times = new HashMap<String, Double>();
        for (var time : operators(Optional.of(version))) {
            names.layer(time.name(), time.op())
                    .ifPresent(layer -> times.merge(layer, time.ms(), Double::sum));
        }
        return times;
    }
}
