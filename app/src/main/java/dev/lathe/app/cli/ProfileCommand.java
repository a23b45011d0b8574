package dev.lathe.app.cli;

import dev.lathe.app.context.AppContext;
import dev.lathe.model.format.ModelFiles;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.run.ModelRunException;
import dev.lathe.model.shape.DimensionException;
import dev.lathe.profiler.measure.ProfileMode;
import dev.lathe.profiler.measure.ProfilePlan;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Measures latency and memory.
@Command(name = "profile", description = "Measure latency, memory and operator times of a model.")
final class ProfileCommand implements Callable<Integer> {
    private final Console console;
    private final AppContext context;

    @Parameters(paramLabel = "MODEL", description = "Model file.")
    private Path model = Path.of("");

    @Option(names = "--device", paramLabel = "ID", description = "Where to measure; see devices.")
    private String device = "local";

    @Option(names = "--mode", description = "${COMPLETION-CANDIDATES}; normal by default.")
    private ProfileMode mode = ProfileMode.NORMAL;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads within an operator; as many as there are cores by default.")
    private int threads;

    @Option(names = "--batch", paramLabel = "N", description = "Size of a free batch dimension.")
    private int batch = 1;

    @Mixin private DimensionOptions dimensions = new DimensionOptions();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Option(names = "--raw", description = "With --json: print the time of every run as well.")
    private boolean raw;

    ProfileCommand(Console console, AppContext context) {
        this.console = console;
        this.context = context;
    }

    @Override
    public Integer call()
            throws ModelFormatException,
                    DimensionException,
                    ModelRunException,
                    InterruptedException {
        var graph = ModelFiles.read(model);
        var plan = new ProfilePlan(device, mode, threads, batch, dimensions.bindings(graph));
        var profile = context.profiler().profile(graph, plan, console.progress("profiling"));
        if (json) {
            console.printJson(raw ? profile : profile.withoutSamples());
        } else {
            ProfileText.print(profile, console);
        }
        return 0;
    }
}
