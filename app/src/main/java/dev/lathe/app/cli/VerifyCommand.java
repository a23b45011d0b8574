package dev.lathe.app.cli;

import dev.lathe.app.context.AppContext;
import dev.lathe.export.pack.ExportException;
import dev.lathe.export.pack.PackageVerifier;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Checks a package.
@Command(name = "verify", description = "Re-hash the files of a package and run its test vectors.")
final class VerifyCommand implements Callable<Integer> {
    private final Console console;
    private final AppContext context;

    @Parameters(paramLabel = "PKG", description = "Package file.")
    private Path file = Path.of("");

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    VerifyCommand(Console console, AppContext context) {
        this.console = console;
        this.context = context;
    }

    @Override
    public Integer call() throws ExportException, InterruptedException {
        var result = PackageVerifier.verify(file, context.runner(), console.progress("verifying"));
        if (json) {
            console.printJson(result);
        } else {
            console.print(
                    "%s: %s, %d files checked"
                            .formatted(
                                    file, result.valid() ? "valid" : "not valid", result.files()));
            result.problems().forEach(console::print);
        }
        return result.valid() ? 0 : 1;
    }
}
