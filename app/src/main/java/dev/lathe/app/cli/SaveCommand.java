package dev.lathe.app.cli;

import dev.lathe.model.format.ModelFiles;
import dev.lathe.model.graph.ModelFormatException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Reads a model and writes it again.
@Command(name = "save", description = "Read a model and write it; an unedited model loses nothing.")
final class SaveCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "MODEL", description = "Model file.")
    private Path model = Path.of("");

    @Option(names = "-o", required = true, paramLabel = "OUT", description = "File to write.")
    private Path out = Path.of("");

    SaveCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws ModelFormatException, IOException, InterruptedException {
        ModelFiles.write(ModelFiles.read(model), out);
        console.print(out.toString());
        return 0;
    }
}
