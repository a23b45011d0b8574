package dev.lathe.app.cli;

import dev.lathe.model.format.ModelFiles;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.onnx.WeightStorage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Reads a model and writes it again.
@Command(
        name = "save",
        description = {
            "Read a model and write it; an unedited model loses nothing.",
            "A name that ends in .textproto, .pbtxt or .prototxt is written as text,"
                    + " one that ends in .gz compressed."
        })
final class SaveCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "MODEL", description = "Model file.")
    private Path model = Path.of("");

    @Option(names = "-o", required = true, paramLabel = "OUT", description = "File to write.")
    private Path out = Path.of("");

    @Option(
            names = "--external-data",
            description = "Write the weights to a data file beside the model.")
    private boolean externalData;

    SaveCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws ModelFormatException, IOException, InterruptedException {
        var storage = externalData ? WeightStorage.EXTERNAL : WeightStorage.AS_READ;
        ModelFiles.write(ModelFiles.read(model), out, storage);
        console.print(out.toString());
        return 0;
    }
}
