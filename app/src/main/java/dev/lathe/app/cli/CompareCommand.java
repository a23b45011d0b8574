package dev.lathe.app.cli;

import dev.lathe.app.context.AppContext;
import dev.lathe.model.data.DatasetException;
import dev.lathe.model.format.ModelFiles;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.run.ModelRunException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Compares the outputs of two models.
@Command(name = "compare", description = "Compare the outputs of model B with those of model A.")
final class CompareCommand implements Callable<Integer> {
    private final Console console;
    private final AppContext context;

    @Mixin private DataOptions data = new DataOptions();

    @Parameters(index = "0", paramLabel = "A", description = "Reference model.")
    private Path reference = Path.of("");

    @Parameters(index = "1", paramLabel = "B", description = "Other model.")
    private Path other = Path.of("");

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    CompareCommand(Console console, AppContext context) {
        this.console = console;
        this.context = context;
    }

    @Override
    public Integer call()
            throws ModelFormatException, DatasetException, ModelRunException, InterruptedException {
        var result =
                context.evaluator()
                        .compare(
                                ModelFiles.read(reference),
                                ModelFiles.read(other),
                                data.require("compare " + reference + " with " + other),
                                console.progress("comparing"));
        if (json) {
            console.printJson(result);
        } else {
            console.print(
                    String.format(
                            Locale.ROOT,
                            "SQNR %.1f dB, cosine %.5f, top-1 agreement %s, largest difference %.3g"
                                    + " on %d samples",
                            result.sqnrDb(),
                            result.cosine(),
                            Figures.percent(result.top1Agreement()),
                            result.maxAbsDiff(),
                            result.samples()));
        }
        return 0;
    }
}
