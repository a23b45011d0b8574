package dev.lathe.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/// The command without a subcommand: opens the window.
@Command(
        name = "lathe",
        version = "lathe 0.1.0",
        mixinStandardHelpOptions = true,
        description = "Open the window, on a model if one is named.",
        synopsisSubcommandLabel = "[COMMAND]",
        commandListHeading = "%nCommands:%n",
        exitCodeOnInvalidInput = 2,
        exitCodeOnExecutionException = 1)
final class LatheCommand implements Callable<Integer> {
    private final Window window;

    @Parameters(arity = "0..1", paramLabel = "MODEL", description = "Model file to open.")
    private @Nullable Path model;

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Print a stack trace when something fails.")
    private boolean debug;

    /// Opens the window and waits until it is closed.
    @FunctionalInterface
    interface Window {
        int open(Optional<Path> model) throws InterruptedException;
    }

    LatheCommand(Window window) {
        this.window = window;
    }

    boolean debug() {
        return debug;
    }

    @Override
    public Integer call() throws InterruptedException {
        return window.open(Optional.ofNullable(model));
    }
}
