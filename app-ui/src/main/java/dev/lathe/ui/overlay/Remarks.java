package dev.lathe.ui.overlay;

import dev.lathe.model.metric.Metric;
import dev.lathe.ui.overlay.OverlayChoice.Computed;
import dev.lathe.ui.overlay.OverlayChoice.Imported;
import dev.lathe.ui.overlay.OverlayChoice.Latency;
import dev.lathe.ui.text.Texts;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Says what is to be known of values beside their colours.
final class Remarks {
    private static final int NAMES_SHOWN = 3;
    private static final int LONGEST_NAME = 40;

    /// What depends on the shapes of values.
    private static final Set<Metric> DEPENDING =
            EnumSet.of(Metric.MACS, Metric.ACTIVATIONS, Metric.PEAK);

    private Remarks() {}

    /// A sentence or two; empty if there is nothing to say.
    static String of(OverlayValues values, Texts texts) {
        if (values.choice() instanceof Imported imported) {
            return of(imported, values.unmatched(), texts);
        }
        if (values.ranking().size() == 0) {
            return texts.now(
                    switch (values.choice()) {
                        case Latency() -> "overlay.not-measured";
                        case Computed(var metric)
                                when values.ranking().isUnknown() && DEPENDING.contains(metric) ->
                                "overlay.free-sizes";
                        default ->
                                values.ranking().isUnknown()
                                        ? "overlay.unknown"
                                        : "overlay.nothing";
                    });
        }
        return values.unmatched().isEmpty()
                ? ""
                : texts.now(
                        "overlay.unassigned", values.unmatched().size(), some(values.unmatched()));
    }

    private static String of(Imported imported, List<String> unmatched, Texts texts) {
        int all = imported.set().values().size();
        int found = all - unmatched.size();
        var text =
                unmatched.isEmpty()
                        ? texts.now("overlay.matched", imported.file(), found)
                        : texts.now(
                                "overlay.matched.some",
                                imported.file(),
                                found,
                                all,
                                some(unmatched));
        int leftOut = imported.set().leftOut();
        return leftOut == 0 ? text : text + "\n" + texts.now("overlay.left-out", leftOut);
    }

    private static String some(List<String> names) {
        var first =
                names.stream()
                        .limit(NAMES_SHOWN)
                        .map(name ->
                                name.length() > LONGEST_NAME
                                        ? name.substring(0, LONGEST_NAME - 1) + "…"
                                        : name)
                        .toList();
        return String.join(", ", first) + (names.size() > NAMES_SHOWN ? ", …" : "");
    }
}
