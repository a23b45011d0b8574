package dev.lathe.export.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.export.pack.VersionMetrics.Accuracy;
import dev.lathe.export.target.ExportTarget;
import dev.lathe.model.data.Dataset;
import dev.lathe.model.data.Npy;
import dev.lathe.model.data.Preprocess;
import dev.lathe.model.data.Presets;
import dev.lathe.model.data.Sample;
import dev.lathe.model.edit.Edit;
import dev.lathe.model.edit.LayerSelection;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.prune.PruneScope;
import dev.lathe.model.recipe.Recipe;
import dev.lathe.model.run.ModelRunException;
import dev.lathe.model.run.ModelRunner;
import dev.lathe.model.run.ModelRunner.Session;
import dev.lathe.model.work.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TimeZone;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ExporterTest {
    static final PackageId ID = new PackageId("twice", ExportTarget.ONNX, "1.0");
    private static final DoublingRunner RUNNER = new DoublingRunner(2);

    @TempDir Path folder;

    @Test
    void writesEveryPartOfThePackage() throws Exception {
        var file = Exporter.export(request(), folder, RUNNER, Progress.NONE);

        assertThat(file).isEqualTo(folder.resolve("twice-onnx-1.0.zip"));
        try (var zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(entry -> entry.getName()))
                    .containsExactly(
                            "LICENSES/Apache-2.0.txt",
                            "LICENSES/MODEL.txt",
                            "README.txt",
                            "io.json",
                            "manifest.json",
                            "metrics.json",
                            "model/model.onnx",
                            "recipe.json",
                            "sample/java/LatheSample.java",
                            "sample/python/requirements.txt",
                            "sample/python/sample.py",
                            "testdata/case-0/input-0.npy",
                            "testdata/case-0/output-0.npy",
                            "testdata/case-1/input-0.npy",
                            "testdata/case-1/output-0.npy",
                            "testdata/case-2/input-0.npy",
                            "testdata/case-2/output-0.npy",
                            "testdata/case-3/input-0.npy",
                            "testdata/case-3/output-0.npy",
                            "testdata/index.json");
        }
    }

    @Test
    void givesTheSameBytesForTheSameRequestInEveryTimeZone() throws Exception {
        var first = Exporter.export(request(), folder.resolve("a.zip"), RUNNER, Progress.NONE);
        var zone = TimeZone.getDefault();
        Path second;
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
            second = Exporter.export(request(), folder.resolve("b.zip"), RUNNER, Progress.NONE);
        } finally {
            TimeZone.setDefault(zone);
        }

        assertThat(second).hasSameBinaryContentAs(first);
    }

    @Test
    void saysWhatThePackageIs() throws Exception {
        var manifest = json(export(request()), "manifest.json");

        assertThat(manifest.path("id").stringValue()).isEqualTo("twice-onnx-1.0");
        assertThat(manifest.path("runtime").path("name").stringValue()).isEqualTo("ONNX Runtime");
        assertThat(manifest.path("runtime").path("minimumVersion").stringValue())
                .isEqualTo("1.12.0");
        assertThat(manifest.path("source").path("sha256").stringValue()).isEqualTo("ab");
    }

    @Test
    void describesInputsAndOutputs() throws Exception {
        var preprocess = Presets.find("unit").orElseThrow().withLabels(List.of("a", "b", "c"));

        var io = json(export(request().withData(preprocess, data(7))), "io.json");

        var input = io.path("inputs").path(0);
        assertThat(input.path("name").stringValue()).isEqualTo("x");
        assertThat(input.path("type").stringValue()).isEqualTo("float32");
        assertThat(input.path("shape").toString()).isEqualTo("[\"batch\",2,3]");
        assertThat(input.path("preprocessing").path("channels").stringValue()).isEqualTo("SOURCE");
        assertThat(io.path("outputs").path(0).path("labels").toString())
                .isEqualTo("[\"a\",\"b\",\"c\"]");
    }

    @Test
    void takesTestInputsEvenlyFromTheData() throws Exception {
        var file = export(request().withData(Preprocess.NONE, data(8)));

        byte[] third = content(file, "testdata/case-2/input-0.npy");
        byte[] expected = content(file, "testdata/case-2/output-0.npy");
        assertThat(Npy.decode("x", third).toFloats()).containsOnly(4);
        assertThat(Npy.decode("y", expected).toFloats()).containsOnly(8);
    }

    @Test
    void recordsTheRecipeAndItsCalibration() throws Exception {
        var recipe = json(export(request()), "recipe.json");

        assertThat(recipe.path("recipe").path("edits").path(0).path("edit").stringValue())
                .isEqualTo("prune-magnitude");
        assertThat(recipe.path("calibration").path("samples").intValue()).isEqualTo(64);
        assertThat(recipe.path("calibration").path("sha256").stringValue()).isEqualTo("cd");
    }

    @Test
    void leavesOutWhatWasNotMeasured() throws Exception {
        var measured =
                new VersionMetrics(
                        "original",
                        OptionalLong.of(123),
                        Optional.of(new Accuracy(10, 0.9, Double.NaN)),
                        Optional.empty(),
                        List.of());

        var metrics = json(export(request().withMetrics(List.of(measured))), "metrics.json");

        assertThat(metrics.toString())
                .isEqualTo(
                        "{\"versions\":[{\"version\":\"original\",\"fileBytes\":123,\"accuracy\":"
                                + "{\"samples\":10,\"top1\":0.9},\"devices\":[]}]}");
    }

    @Test
    void holdsNoPathOfThisMachine() throws Exception {
        var file = export(request());

        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(text)
                .doesNotContain(folder.toString())
                .doesNotContain(System.getProperty("user.home") + "/")
                .doesNotContain(System.getProperty("java.io.tmpdir") + "/");
    }

    @Test
    void leavesNothingBehindWhenTheModelCannotBeRun() throws IOException {
        assertThatThrownBy(() ->
                        Exporter.export(
                                request(),
                                folder,
                                model -> {
                                    throw new ModelRunException("Cannot run it");
                                },
                                Progress.NONE))
                .isInstanceOf(ExportException.class)
                .hasMessageContaining("Cannot run it");

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void leavesTheOldPackageWhenItIsCancelled() throws Exception {
        var target = folder.resolve("p.zip");
        Files.writeString(target, "old");
        Progress cancelling =
                (done, total) -> {
                    if (total > 100 && done > total / 2) {
                        Thread.currentThread().interrupt();
                    }
                };

        assertThatThrownBy(() -> Exporter.export(request(), target, RUNNER, cancelling))
                .isInstanceOf(InterruptedException.class);

        assertThat(target).hasContent("old");
        assertThat(folder).isDirectoryContaining(target::equals);
        try (var children = Files.list(folder)) {
            assertThat(children).hasSize(1);
        }
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        assertThatThrownBy(() ->
                        Exporter.export(
                                request(), folder.resolve("none/p.zip"), RUNNER, Progress.NONE))
                .isInstanceOf(ExportException.class)
                .hasMessageStartingWith("Cannot write the package ")
                .hasMessageContaining("there is no folder");
    }

    @Test
    void refusesAModelWithoutItsWeights() {
        var request =
                new ExportRequest(ID, DoublingRunner.withoutWeights(), request().provenance());

        assertThatThrownBy(() -> export(request))
                .isInstanceOf(ExportException.class)
                .hasMessage(
                        "Cannot package the model: weights in the file weights.bin are missing (there"
                                + " is no such file); put that file beside the model and open it"
                                + " again");
    }

    @Test
    void triesOtherSizesOfFreeDimensions() throws Exception {
        ModelRunner picky =
                model ->
                        new Session() {
                            @Override
                            public Map<String, Tensor> run(Map<String, Tensor> inputs)
                                    throws ModelRunException {
                                var x = Objects.requireNonNull(inputs.get("x"));
                                if (x.sizes().getLast() < 16) {
                                    throw new ModelRunException("Cannot run it: too short");
                                }
                                return Map.of("x", x);
                            }

                            @Override
                            public void close() {}
                        };

        var file =
                Exporter.export(
                        new ExportRequest(ID, DoublingRunner.free(), request().provenance()),
                        folder,
                        picky,
                        Progress.NONE);

        byte[] input = content(file, "testdata/case-0/input-0.npy");
        assertThat(Npy.decode("x", input).sizes()).containsExactly(1L, 16L);
    }

    @Test
    void refusesDataThatDoesNotFitTheInput() {
        var data = new ConstantData(5, 7);

        assertThatThrownBy(() -> export(request().withData(Preprocess.NONE, data)))
                .isInstanceOf(ExportException.class)
                .hasMessageContaining("a sample is 7 and the input 'x' is batch×2×3");
    }

    @Test
    void refusesNamesThatAreNoFileNames() {
        assertThatThrownBy(() -> new PackageId("../up", ExportTarget.ONNX, "1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the name '../up' must be of letters");
        assertThat(PackageId.nameFor("my model (2).onnx")).isEqualTo("my-model-2-.onnx");
        assertThat(PackageId.nameFor("模型")).isEqualTo("model");
    }

    static ExportRequest request() {
        var prune = new Edit.PruneMagnitude(0.5, PruneScope.GLOBAL, LayerSelection.ALL);
        var provenance =
                new Provenance(
                        Optional.of(new SourceModel("source.onnx", "ab")),
                        new Recipe(List.of(prune)),
                        Optional.of(new CalibrationData(64, "cd")));
        return new ExportRequest(ID, DoublingRunner.model(), provenance);
    }

    private Path export(ExportRequest request) throws Exception {
        return Exporter.export(request, folder, RUNNER, Progress.NONE);
    }

    private static Dataset data(int size) {
        return new ConstantData(size, 6);
    }

    private static byte[] content(Path zip, String path) throws IOException {
        try (var archive = new ZipFile(zip.toFile())) {
            return archive.getInputStream(archive.getEntry(path)).readAllBytes();
        }
    }

    private static JsonNode json(Path zip, String path) throws IOException {
        return PackageJson.parse(content(zip, path));
    }

    /// Samples all of whose elements are their position.
    private record ConstantData(int size, int elements) implements Dataset {
        @Override
        public List<String> labels() {
            return List.of();
        }

        @Override
        public boolean isLabelled() {
            return false;
        }

        @Override
        public Sample read(int position) {
            var floats = new float[elements];
            Arrays.fill(floats, position);
            var tensor =
                    elements == 6
                            ? Tensor.ofFloats("input", floats, 2, 3)
                            : Tensor.ofFloats("input", floats, elements);
            return new Sample("#" + position, tensor, OptionalInt.empty());
        }

        @Override
        public String fingerprint() {
            return "ef";
        }
    }
}
