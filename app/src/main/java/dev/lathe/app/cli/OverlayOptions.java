package dev.lathe.app.cli;

import dev.lathe.model.cost.SampleCost;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.metric.CostValues;
import dev.lathe.model.metric.Matching;
import dev.lathe.model.metric.Metric;
import dev.lathe.model.metric.NodeValues;
import dev.lathe.model.metric.ValueFiles;
import dev.lathe.model.metric.ValueScale.Steps;
import dev.lathe.model.metric.ValuesException;
import dev.lathe.model.outline.Outline;
import dev.lathe.model.work.Progress;
import dev.lathe.ui.graph.layout.LaidOutGraph;
import dev.lathe.ui.graph.layout.PlacedBox;
import dev.lathe.ui.graph.paint.NodeOverlay;
import dev.lathe.ui.overlay.OverlayBuilder;
import dev.lathe.ui.overlay.OverlayChoice;
import dev.lathe.ui.overlay.ValueImport;
import dev.lathe.ui.text.Texts;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What a picture is coloured by.
final class OverlayOptions {
    @Option(
            names = "--overlay",
            paramLabel = "WHAT",
            description =
                    "Colour layers and groups by macs, parameters, weights, activations, peak,"
                            + " sparsity or bits, or by the numbers in a JSON file.")
    private @Nullable String what;

    @Option(names = "--log", description = "Colour on a logarithmic scale.")
    private boolean logarithmic;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /// The overlay for a picture; none if none is wished.
    ///
    /// @param bindings sizes of free dimensions
    NodeOverlay overlay(
            ModelGraph model, Map<String, Long> bindings, LaidOutGraph picture, Progress progress)
            throws ValuesException, InterruptedException {
        var wish = what;
        if (wish == null) {
            return NodeOverlay.NONE;
        }
        var outline = Outline.of(model, SampleCost.types(model, bindings));
        var choice = choice(wish, model, outline, progress);
        var texts = new Texts(Locale.ENGLISH);
        return new OverlayBuilder(choice, values(choice, model, outline, progress), texts)
                .build(
                        picture.boxes().stream().map(PlacedBox::box).toList(),
                        logarithmic ? Steps.LOGARITHMIC : Steps.LINEAR,
                        texts);
    }

    private OverlayChoice choice(String wish, ModelGraph model, Outline outline, Progress progress)
            throws ValuesException, InterruptedException {
        var metric = Metric.named(wish);
        if (metric.isPresent()) {
            return new OverlayChoice.Computed(metric.get());
        }
        if (!ValueFiles.isNamedSo(Path.of(wish))) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Cannot colour by '%s': it is none of %s and no JSON file"
                            .formatted(
                                    wish,
                                    Arrays.stream(Metric.values())
                                            .map(Metric::word)
                                            .collect(Collectors.joining(", "))));
        }
        var file = Path.of(wish);
        var sets = new ValueImport(file, model, Optional.of(outline)).read(progress);
        return new OverlayChoice.Imported(0, wish, sets.getFirst());
    }

    private static NodeValues values(
            OverlayChoice choice, ModelGraph model, Outline outline, Progress progress)
            throws InterruptedException {
        return switch (choice) {
            case OverlayChoice.Computed(var metric) -> CostValues.of(metric, outline, progress);
            case OverlayChoice.Imported(_, _, var set) -> Matching.of(set, model, outline).values();
            case OverlayChoice.Kinds(), OverlayChoice.Latency() -> NodeValues.NONE;
        };
    }
}
