package dev.lathe.export.pack;

import dev.lathe.model.data.Dataset;
import dev.lathe.model.data.Preprocess;
import dev.lathe.model.format.ModelFiles;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.run.ModelRunner;
import dev.lathe.model.work.AtomicFile;
import dev.lathe.model.work.IoReason;
import dev.lathe.model.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Makes packages.
public final class Exporter {

    private Exporter() {}

    /// Makes a package. The same request gives the same bytes.
    ///
    /// @param target the file, or a folder, in which it gets its own name
    /// @param runner computes the expected outputs of the test data
    /// @return the file that was written
    /// @throws ExportException if the package cannot be made; nothing is left behind
    public static Path export(
            ExportRequest request, Path target, ModelRunner runner, Progress progress)
            throws ExportException, InterruptedException {
        var file = Files.isDirectory(target) ? target.resolve(request.id().fileName()) : target;
        checkFolder(file);
        MissingWeights.check(request.model());
        try (var staging = StagingFolder.create()) {
            var files = collect(request, staging, runner, progress);
            AtomicFile.write(file, stream -> PackageZip.write(files, stream, progress));
            return file;
        } catch (IOException e) {
            throw new ExportException(
                    "Cannot write the package " + file + ": " + IoReason.of(e), e);
        }
    }

    private static List<PackageFile> collect(
            ExportRequest request, StagingFolder staging, ModelRunner runner, Progress progress)
            throws ExportException, IOException, InterruptedException {
        var model = stage(request.model(), staging);
        boolean fromData = request.testData().isPresent() && TestInputs.canComeFromData(model);
        var vectors =
                fromData
                        ? TestVectors.ofData(
                                model, request.testData().orElseThrow(), runner, progress)
                        : TestVectors.ofRandom(model, runner, progress);

        var files = new ArrayList<>(staging.files());
        files.addAll(TestDataFiles.write(vectors, fromData ? "from data" : "random"));
        files.addAll(SampleCode.write(request, model.graph(), vectors));
        Licenses.ofModel(request).ifPresent(files::add);
        var io = IoJson.write(model.graph(), request.preprocess(), labels(request));
        files.add(PackageFile.of(PackagePaths.IO, PackageJson.bytes(io)));
        var recipe = RecipeDocument.write(request.provenance());
        files.add(PackageFile.of(PackagePaths.RECIPE, PackageJson.bytes(recipe)));
        var metrics = MetricsJson.write(request.metrics());
        files.add(PackageFile.of(PackagePaths.METRICS, PackageJson.bytes(metrics)));
        var manifest = Manifest.write(request, model, files);
        files.add(PackageFile.of(PackagePaths.MANIFEST, PackageJson.bytes(manifest)));
        return files;
    }

    /// Writes the model with its external data, and reads it back as a device will.
    private static ModelGraph stage(ModelGraph model, StagingFolder staging)
            throws ExportException, IOException, InterruptedException {
        try {
            var file = staging.resolve(PackagePaths.MODEL);
            Files.createDirectories(file.getParent());
            ModelFiles.write(model, file);
            return ModelFiles.read(file);
        } catch (ModelFormatException e) {
            throw new ExportException("Cannot package the model: " + e.getMessage(), e);
        }
    }

    private static List<String> labels(ExportRequest request) {
        return request.preprocess()
                .map(Preprocess::labels)
                .filter(labels -> !labels.isEmpty())
                .or(() -> request.testData().map(Dataset::labels))
                .orElse(List.of());
    }

    private static void checkFolder(Path file) throws ExportException {
        var folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new ExportException(
                    "Cannot write the package " + file + ": there is no folder " + folder);
        }
        if (!Files.isWritable(folder)) {
            throw new ExportException(
                    "Cannot write the package "
                            + file
                            + ": nothing may be written to the folder "
                            + folder);
        }
    }
}
