package dev.lathe.app.cli;

import dev.lathe.app.context.AppContext;
import dev.lathe.model.data.DatasetException;
import dev.lathe.model.edit.EditException;
import dev.lathe.model.edit.EditTools;
import dev.lathe.model.format.ModelFiles;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.quantize.Calibrator;
import dev.lathe.model.recipe.Recipe;
import dev.lathe.model.recipe.RecipeException;
import dev.lathe.model.recipe.RecipeJson;
import dev.lathe.model.recipe.RecipePlayer;
import dev.lathe.profiler.calibrate.MinMaxCalibrator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Replays a recipe.
@Command(name = "apply", description = "Replay a recipe on a model.")
final class ApplyCommand implements Callable<Integer> {
    private final Console console;
    private final AppContext context;

    @Mixin private DataOptions data = new DataOptions();

    @Parameters(paramLabel = "MODEL", description = "Model file.")
    private Path model = Path.of("");

    @Option(names = "--recipe", required = true, paramLabel = "R", description = "Recipe file.")
    private Path recipe = Path.of("");

    @Option(names = "-o", required = true, paramLabel = "OUT", description = "File to write.")
    private Path out = Path.of("");

    ApplyCommand(Console console, AppContext context) {
        this.console = console;
        this.context = context;
    }

    @Override
    public Integer call()
            throws ModelFormatException,
                    DatasetException,
                    RecipeException,
                    EditException,
                    IOException,
                    InterruptedException {
        var steps = RecipeJson.read(Files.readString(recipe));
        var original = ModelFiles.read(model);
        ModelFiles.write(
                steps.equals(Recipe.EMPTY)
                        ? original
                        : new RecipePlayer(original, new EditTools(calibrator(), context.runner()))
                                .play(steps, console.progress("applying"))
                                .getLast()
                                .model(),
                out);
        console.print(out + ": " + steps.edits().size() + " edits made");
        return 0;
    }

    private Calibrator calibrator() throws DatasetException {
        var dataset = data.open();
        return dataset.isPresent()
                ? new MinMaxCalibrator(context.runner(), dataset.get())
                : Calibrator.NONE;
    }
}
