package dev.lathe.app.cli;

import dev.lathe.model.format.ModelFiles;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.shape.DimensionException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Prints what a model is made of and what it costs.
@Command(name = "inspect", description = "Print a summary and the layer table of models.")
final class InspectCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "MODEL", description = "Model files.")
    private List<Path> models = List.of();

    @Mixin private DimensionOptions dimensions = new DimensionOptions();

    @Option(names = "--json", description = "Print one JSON object for each model, a line each.")
    private boolean json;

    @Option(
            names = "--groups",
            description =
                    "Print the groups of layers instead of the layers; with --json, those of all"
                            + " levels.")
    private boolean groups;

    @Option(
            names = "--depth",
            paramLabel = "N",
            description = "How many levels of groups to print; all by default.")
    private int depth = Integer.MAX_VALUE;

    /// A model that cannot be opened; the components are the properties of its JSON.
    private record Refused(String file, String error) {}

    InspectCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        boolean allOpened = true;
        for (Path model : models) {
            try {
                inspect(model);
            } catch (ModelFormatException | DimensionException e) {
                allOpened = false;
                refuse(model, Failures.sentence(e));
            }
        }
        return allOpened ? 0 : 1;
    }

    private void inspect(Path file) throws ModelFormatException, DimensionException {
        var model = ModelFiles.read(file);
        var analysed = AnalysedModel.of(model, dimensions.bindings(model));
        var tree =
                json || groups
                        ? GroupReport.of(analysed, groups ? depth : 1)
                        : new GroupReport(List.of()); // the layer table shows no groups
        var report = InspectReport.of(file.toString(), analysed, tree.groups());
        if (json) {
            console.printJson(report);
        } else if (groups) {
            InspectText.printSummary(report, console);
            tree.print(console);
        } else {
            InspectText.print(report, console);
        }
    }

    private void refuse(Path file, String reason) {
        if (json) {
            console.printJson(new Refused(file.toString(), reason));
        }
        console.note("lathe: " + reason);
    }
}
