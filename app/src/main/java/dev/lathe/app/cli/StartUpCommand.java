package dev.lathe.app.cli;

import dev.lathe.app.context.AppContext;
import dev.lathe.app.window.StartUp;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Opens the window, says how long that took since the virtual machine started, and ends. The
/// launcher trains the class cache with it.
@Command(
        name = "start-up",
        hidden = true,
        description = "Open the window, print how long it took, and end.")
final class StartUpCommand implements Callable<Integer> {
    private final Console console;
    private final AppContext context;

    @Option(names = "--empty", description = "Open an empty window instead, to compare with.")
    private boolean empty;

    @Option(names = "--sample", description = "Open the bundled sample, too.")
    private boolean sample;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    StartUpCommand(Console console, AppContext context) {
        this.console = console;
        this.context = context;
    }

    private record Summary(double windowMs) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        double ms = StartUp.measure(context, content());
        if (json) {
            console.printJson(new Summary(ms));
        } else {
            console.print("window after " + Figures.ms(ms));
        }
        return 0;
    }

    private StartUp.Content content() {
        if (empty) {
            return StartUp.Content.EMPTY;
        }
        return sample ? StartUp.Content.SAMPLE : StartUp.Content.WELCOME;
    }
}
