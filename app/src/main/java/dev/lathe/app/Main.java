package dev.lathe.app;

import dev.lathe.app.cli.Console;
import dev.lathe.app.cli.LatheCommandLine;
import dev.lathe.app.context.AppContext;
import dev.lathe.app.window.WindowProgram;
import dev.lathe.profiler.runner.RunnerLaunch;
import dev.lathe.ui.settings.ConfigFolder;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/// Where the program starts.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        int code;
        try (var context = new AppContext(RunnerLaunch.ofThisProcess())) {
            code = commandLine(context).run(arguments);
        }
        System.exit(code);
    }

    private static LatheCommandLine commandLine(AppContext context) {
        return new LatheCommandLine(console(), context, model -> openWindow(context, model));
    }

    private static Console console() {
        var terminal = Optional.ofNullable(System.console()).filter(c -> c.isTerminal());
        return new Console(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                terminal.isPresent() ? Console.Kind.TERMINAL : Console.Kind.STREAM);
    }

    private static int openWindow(AppContext context, Optional<Path> model)
            throws InterruptedException {
        if (WindowProgram.hasDisplay()) {
            return WindowProgram.run(context, ConfigFolder.ofUser(), model);
        }
        var console = console();
        console.note("lathe: there is no display to open a window on; doing the tour instead");
        return new LatheCommandLine(console, context, _ -> 1).run("tour");
    }
}
