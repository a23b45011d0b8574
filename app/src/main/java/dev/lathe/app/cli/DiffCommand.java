package dev.lathe.app.cli;

import dev.lathe.model.diff.ModelDiff;
import dev.lathe.model.format.ModelFiles;
import dev.lathe.model.graph.ModelFormatException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Compares two models: nodes, values, weights and header.
@Command(
        name = "diff",
        description = {
            "Print what differs of two models.",
            "The exit code is 0 whether they differ or not, and 1 if one cannot be opened."
        })
final class DiffCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "A", description = "The first model file.")
    private Path before = Path.of("");

    @Parameters(index = "1", paramLabel = "B", description = "The second model file.")
    private Path after = Path.of("");

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    DiffCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws ModelFormatException, InterruptedException {
        var diff =
                ModelDiff.of(
                        ModelFiles.read(before),
                        ModelFiles.read(after),
                        console.progress("compare"));
        if (json) {
            console.printJson(DiffReport.of(diff));
        } else {
            DiffText.print(diff, console);
        }
        return 0;
    }
}
