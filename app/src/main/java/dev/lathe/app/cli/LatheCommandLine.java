package dev.lathe.app.cli;

import dev.lathe.app.context.AppContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/// The whole command line. Exit codes: 0 done, 1 failed or refused, 2 wrong usage.
public final class LatheCommandLine {
    private final CommandLine line;
    private final LatheCommand root;
    private final Console console;

    /// Opens the window and waits until it is closed.
    @FunctionalInterface
    public interface Window {
        /// The exit code.
        int open(Optional<Path> model) throws InterruptedException;
    }

    public LatheCommandLine(Console console, AppContext context, Window window) {
        this.console = console;
        this.root = new LatheCommand(window::open);
        this.line = new CommandLine(root);
        commands(console, context).forEach(line::addSubcommand);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(console.out());
        line.setErr(console.err());
        line.setExecutionExceptionHandler(this::report);
    }

    private static List<Object> commands(Console console, AppContext context) {
        return List.of(
                new InspectCommand(console),
                new SaveCommand(console),
                new DiffCommand(console),
                new LayoutCommand(console),
                new SimplifyCommand(console, context),
                new PruneCommand(console),
                new QuantizeCommand(console, context),
                new ApplyCommand(console, context),
                new EvaluateCommand(console, context),
                new CompareCommand(console, context),
                new ProfileCommand(console, context),
                new ExportCommand(console, context),
                new VerifyCommand(console, context),
                new DevicesCommand(console),
                new TourCommand(console, context),
                new StartUpCommand(console, context));
    }

    /// Runs a command and returns the exit code.
    public int run(String... arguments) {
        try {
            return line.execute(arguments);
        } catch (OutOfMemoryError e) { // of what the command made, all is garbage now
            tell(e);
            return line.getCommandSpec().exitCodeOnExecutionException();
        }
    }

    private int report(Exception failure, CommandLine command, ParseResult parsed) {
        tell(failure);
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    private void tell(Throwable failure) {
        console.note("lathe: " + Failures.sentence(failure));
        if (root.debug()) {
            console.noteTrace(failure);
        }
    }
}
