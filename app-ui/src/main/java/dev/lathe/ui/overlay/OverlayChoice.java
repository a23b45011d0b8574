package dev.lathe.ui.overlay;

import dev.lathe.model.metric.Combination;
import dev.lathe.model.metric.Metric;
import dev.lathe.model.metric.Unit;
import dev.lathe.model.metric.ValueSet;
import dev.lathe.ui.text.Texts;
import java.util.Locale;

/// What the boxes of the graph are coloured by.
@SuppressWarnings("ClassInitializationDeadlock") // used on the JavaFX thread only
public sealed interface OverlayChoice {

    /// The kinds of operators.
    OverlayChoice KINDS = new Kinds();

    /// The time that layers took when the version was measured.
    OverlayChoice LATENCY = new Latency();

    /// The kinds of operators, without an overlay.
    record Kinds() implements OverlayChoice {}

    /// What is computed of the model.
    record Computed(Metric metric) implements OverlayChoice {}

    /// The time that layers took when the version was measured.
    record Latency() implements OverlayChoice {}

    /// Numbers from a file.
    ///
    /// @param number tells sets apart that are equal
    /// @param file the name of the file
    record Imported(int number, String file, ValueSet set) implements OverlayChoice {}

    /// What people call it.
    default String title(Texts texts) {
        return switch (this) {
            case Kinds() -> texts.now("overlay.kinds");
            case Computed(var metric) ->
                    texts.now("overlay.metric." + metric.name().toLowerCase(Locale.ROOT));
            case Latency() -> texts.now("overlay.latency");
            case Imported(_, _, var set) -> set.title();
        };
    }

    /// What the numbers count.
    default Unit unit() {
        return switch (this) {
            case Kinds() -> Unit.COUNT;
            case Computed(var metric) -> metric.unit();
            case Latency() -> Unit.MILLISECONDS;
            case Imported(_, _, var set) -> set.unit();
        };
    }

    /// How the values of groups come about.
    default Combination combination() {
        return switch (this) {
            case Kinds(), Latency() -> Combination.SUM;
            case Computed(var metric) -> metric.combination();
            case Imported(_, _, var set) -> set.combination();
        };
    }
}
