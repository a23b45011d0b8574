package dev.lathe.app.cli;

import dev.lathe.app.context.AppContext;
import dev.lathe.export.pack.ExportException;
import dev.lathe.export.pack.ExportRequest;
import dev.lathe.export.pack.Exporter;
import dev.lathe.export.pack.PackageId;
import dev.lathe.export.pack.Provenance;
import dev.lathe.export.pack.VersionMetrics;
import dev.lathe.export.pack.VersionMetrics.Accuracy;
import dev.lathe.export.target.ExportTarget;
import dev.lathe.model.data.Dataset;
import dev.lathe.model.data.DatasetException;
import dev.lathe.model.data.Presets;
import dev.lathe.model.edit.Edit;
import dev.lathe.model.edit.Edit.BindDimensions;
import dev.lathe.model.edit.EditException;
import dev.lathe.model.edit.EditTools;
import dev.lathe.model.edit.Edits;
import dev.lathe.model.format.ModelFiles;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.onnx.ModelSize;
import dev.lathe.model.recipe.Recipe;
import dev.lathe.model.run.ModelRunException;
import dev.lathe.model.work.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Writes a package.
@Command(name = "export", description = "Write a package to deploy.")
final class ExportCommand implements Callable<Integer> {
    private final Console console;
    private final AppContext context;

    @Mixin private DataOptions data = new DataOptions();

    @Parameters(paramLabel = "MODEL", description = "Model file.")
    private Path model = Path.of("");

    @Option(names = "--target", description = "${COMPLETION-CANDIDATES}.")
    private ExportTarget target = ExportTarget.ONNX;

    @Option(
            names = "-o",
            required = true,
            paramLabel = "PKG",
            description = "File to write, or a folder to write NAME-TARGET-VERSION.zip into.")
    private Path out = Path.of("");

    @Mixin private DimensionOptions dimensions = new DimensionOptions();

    @Option(names = "--name", description = "Name of the package; that of the model by default.")
    private String name = "";

    @Option(names = "--package-version", paramLabel = "V", description = "1.0.0 by default.")
    private String version = "1.0.0";

    @Spec private CommandSpec spec = CommandSpec.create();

    ExportCommand(Console console, AppContext context) {
        this.console = console;
        this.context = context;
    }

    @Override
    public Integer call()
            throws ModelFormatException,
                    DatasetException,
                    EditException,
                    ModelRunException,
                    ExportException,
                    InterruptedException {
        var original = ModelFiles.read(model);
        var recipe = recipe();
        var graph = original;
        for (Edit edit : recipe.edits()) {
            graph = Edits.apply(graph, edit, EditTools.NONE, Progress.NONE).model();
        }
        var id = id();
        var request = new ExportRequest(id, graph, Provenance.of(original, recipe));
        var dataset = data.open();
        if (dataset.isPresent()) {
            request =
                    request.withData(Presets.resolve(data.preprocess()), dataset.get())
                            .withMetrics(List.of(metrics(graph, dataset.get())));
        }
        var file = Exporter.export(request, out, context.runner(), console.progress("exporting"));
        console.print(file.toString());
        return 0;
    }

    /// What is done to the model on the way into the package.
    private Recipe recipe() {
        var sizes = dimensions.sizes();
        return sizes.isEmpty() ? Recipe.EMPTY : new Recipe(List.of(new BindDimensions(sizes)));
    }

    private PackageId id() {
        var file = model.getFileName();
        var base = file == null ? "model" : file.toString().replaceFirst("\\.onnx$", "");
        try {
            return new PackageId(name.isEmpty() ? PackageId.nameFor(base) : name, target, version);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "Wrong usage: " + e.getMessage(), e);
        }
    }

    private VersionMetrics metrics(ModelGraph graph, Dataset dataset)
            throws ModelRunException, DatasetException, InterruptedException {
        Optional<Accuracy> accuracy = Optional.empty();
        if (dataset.isLabelled()) {
            var measured =
                    context.evaluator().evaluate(graph, dataset, console.progress("evaluating"));
            accuracy =
                    Optional.of(new Accuracy(measured.samples(), measured.top1(), measured.top5()));
        }
        return new VersionMetrics(
                "original",
                OptionalLong.of(ModelSize.bytes(graph)),
                accuracy,
                Optional.empty(),
                List.of());
    }
}
