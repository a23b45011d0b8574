package dev.lathe.app.cli;

import dev.lathe.app.cli.InspectReport.FreeDimension;
import dev.lathe.app.cli.InspectReport.Layer;
import dev.lathe.app.cli.InspectReport.Port;
import dev.lathe.app.cli.TextTable.Align;
import dev.lathe.model.graph.ModelFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The report of `inspect` for people.
final class InspectText {
    private InspectText() {}

    static void print(InspectReport report, Console console) {
        printSummary(report, console);
        console.print(layers(report).lines());
        report.warnings().forEach(w -> console.print("warning: " + w.message()));
    }

    static void printSummary(InspectReport report, Console console) {
        console.print(summary(report).lines());
        console.print("");
    }

    private static TextTable summary(InspectReport report) {
        var producer = report.producer().name() + " " + report.producer().version();
        var table =
                new TextTable(Align.LEFT, Align.LEFT)
                        .row("file", report.file())
                        .row("format", format(report))
                        .row("operator sets", opsets(report.opsets()))
                        .row("producer", producer.strip());
        report.inputs().forEach(input -> table.row("input", port(input)));
        report.outputs().forEach(output -> table.row("output", port(output)));
        if (!report.freeDimensions().isEmpty()) {
            table.row("free dimensions", free(report.freeDimensions()));
        }
        return table.row("nodes", nodes(report))
                .row("parameters", Figures.count(report.parameters()))
                .row("weights", Figures.bytes(report.weightBytes()))
                .row("MACs", macs(report))
                .row(
                        "activation peak",
                        report.activationPeakBytes().isPresent()
                                ? Figures.bytes(report.activationPeakBytes())
                                : "at least " + Figures.bytes(report.activationPeakBytesAtLeast()));
    }

    private static String format(InspectReport report) {
        var format = ModelFormat.valueOf(report.format().toUpperCase(Locale.ROOT));
        var version = format == ModelFormat.TFLITE ? "schema version" : "IR version";
        return "%s, %s %d".formatted(format.label(), version, report.irVersion());
    }

    private static String macs(InspectReport report) {
        if (report.macs().isPresent()) {
            return Figures.count(report.macs());
        }
        return report.macsAtLeast() == 0
                ? "not known"
                : "at least %s; those of %d operators are not known"
                        .formatted(
                                Figures.count(report.macsAtLeast()),
                                report.operatorsWithUnknownMacs());
    }

    /// The open dimensions and how to set the first: `batch (data:0); set one with --dim batch=N`.
    private static String free(List<FreeDimension> dimensions) {
        var names = dimensions.stream().map(InspectText::free).collect(Collectors.joining(", "));
        return names + "; set one with --dim " + option(dimensions.getFirst()) + "=N";
    }

    private static String free(FreeDimension dimension) {
        var places = String.join(", ", dimension.inputs());
        return option(dimension).equals(dimension.name())
                ? dimension.name() + " (" + places + ")"
                : places;
    }

    /// How people write a dimension: by its name, or by its place if the file gives it none.
    private static String option(FreeDimension dimension) {
        return dimension.name().endsWith("]") ? dimension.inputs().getFirst() : dimension.name();
    }

    private static String nodes(InspectReport report) {
        return report.nodes() == report.nodesIncludingSubgraphs()
                ? Integer.toString(report.nodes())
                : report.nodes() + ", with subgraphs " + report.nodesIncludingSubgraphs();
    }

    private static TextTable layers(InspectReport report) {
        var table =
                new TextTable(
                                Align.LEFT,
                                Align.LEFT,
                                Align.LEFT,
                                Align.RIGHT,
                                Align.RIGHT,
                                Align.RIGHT)
                        .row("layer", "op", "output", "parameters", "weights", "MACs");
        for (Layer layer : report.layers()) {
            table.row(
                    layer.name(),
                    layer.op(),
                    layer.outputShapes().isEmpty() ? "" : shape(layer.outputShapes().getFirst()),
                    layer.parameters() == 0 ? "" : Figures.count(layer.parameters()),
                    layer.weightBytes() == 0 ? "" : Figures.bytes(layer.weightBytes()),
                    layer.macs().isPresent() || layer.macsAtLeast() == 0
                            ? Figures.count(layer.macs())
                            : "≥ " + Figures.count(layer.macsAtLeast()));
        }
        return table;
    }

    private static String opsets(Map<String, Long> opsets) {
        return opsets.entrySet().stream()
                .map(e -> (e.getKey().isEmpty() ? "ai.onnx" : e.getKey()) + " " + e.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String port(Port port) {
        return port.name() + ": " + port.type() + " " + shape(port.shape());
    }

    private static String shape(@Nullable List<Object> sizes) {
        return sizes == null
                ? "?"
                : sizes.stream().map(Objects::toString).collect(Collectors.joining("×"));
    }
}
