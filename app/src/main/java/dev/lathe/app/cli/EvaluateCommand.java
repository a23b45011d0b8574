package dev.lathe.app.cli;

import dev.lathe.app.context.AppContext;
import dev.lathe.model.data.DatasetException;
import dev.lathe.model.format.ModelFiles;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.run.ModelRunException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Measures accuracy.
@Command(name = "evaluate", description = "Measure the accuracy of a model on labelled data.")
final class EvaluateCommand implements Callable<Integer> {
    private final Console console;
    private final AppContext context;

    @Mixin private DataOptions data = new DataOptions();

    @Parameters(paramLabel = "MODEL", description = "Model file.")
    private Path model = Path.of("");

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    EvaluateCommand(Console console, AppContext context) {
        this.console = console;
        this.context = context;
    }

    @Override
    public Integer call()
            throws ModelFormatException, DatasetException, ModelRunException, InterruptedException {
        var result =
                context.evaluator()
                        .evaluate(
                                ModelFiles.read(model),
                                data.require("evaluate " + model),
                                console.progress("evaluating"));
        if (json) {
            console.printJson(result);
        } else {
            console.print(
                    "top-1 %s, top-5 %s on %d samples"
                            .formatted(
                                    Figures.percent(result.top1()),
                                    Figures.percent(result.top5()),
                                    result.samples()));
        }
        return 0;
    }
}
