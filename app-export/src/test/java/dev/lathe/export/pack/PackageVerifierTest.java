package dev.lathe.export.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.run.ModelRunException;
import dev.lathe.model.work.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageVerifierTest {
    private static final DoublingRunner RUNNER = new DoublingRunner(2);

    @TempDir Path folder;
    private Path whole;

    @BeforeEach
    void exportAPackage() throws Exception {
        whole = Exporter.export(ExporterTest.request(), folder, RUNNER, Progress.NONE);
    }

    @Test
    void acceptsWhatTheExporterMakes() throws Exception {
        var verification = verify(whole);

        assertThat(verification.problems()).isEmpty();
        assertThat(verification.valid()).isTrue();
        assertThat(verification.files()).isEqualTo(19);
    }

    @Test
    void refusesAPackageThatWasPackedAgain() throws Exception {
        assertProblem(repack(files -> files), "the archive is not as it was written");
    }

    @Test
    void findsAChangedByteWhereverItIs() throws Exception {
        byte[] bytes = Files.readAllBytes(whole);
        for (int at = 0; at < bytes.length; at += 197) {
            byte[] copy = bytes.clone();
            copy[at] ^= 1;
            var changed = Files.write(folder.resolve("changed.zip"), copy);

            assertThat(verify(changed).valid()).as("changed byte %d", at).isFalse();
        }
    }

    @Test
    void namesTheFileThatWasChanged() throws Exception {
        byte[] bytes = Files.readAllBytes(whole);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("Runs the model of this");
        bytes[at] ^= 1;
        var changed = Files.write(folder.resolve("changed.zip"), bytes);

        assertProblem(changed, "the file sample/java/LatheSample.java was changed");
    }

    @Test
    void findsAMissingFile() throws Exception {
        assertProblem(without("io.json"), "the file io.json is missing");
        assertProblem(without("manifest.json"), "it is no package: it has no manifest.json");
    }

    @Test
    void findsAnExtraFile() throws Exception {
        assertProblem(
                with("model/extra.bin", "x"), "the file model/extra.bin is not in its manifest");
    }

    @Test
    void findsAManifestThatLeavesOutWhatIsNeeded() throws Exception {
        var manifest =
                "{'schema': 'lathe-package-1', 'id': 'a-onnx-1', 'name': 'a', 'version': '1',"
                        + " 'target': 'onnx', 'model': 'model/model.onnx', 'files': []}";

        assertProblem(
                with("manifest.json", manifest.replace('\'', '"')),
                "its manifest does not list model/model.onnx");
    }

    @Test
    void refusesManifestsThatMakeNoSense() throws Exception {
        assertProblem(with("manifest.json", "hello"), "its manifest is not JSON");
        assertProblem(with("manifest.json", "{}"), "its manifest has no text 'schema'");
        assertProblem(with("manifest.json", "{\"schema\": \"x\"}"), "its schema is 'x'");
        assertProblem(with("manifest.json", "[]"), "its manifest has no text 'schema'");
    }

    @Test
    void refusesPathsThatLeaveTheFolder() throws Exception {
        for (String path :
                new String[] {"../x", "/etc/x", "a/../../x", "a\\..\\x", "C:/x", "a//b"}) {
            assertProblem(with(path, "x"), "which could be written outside the folder");
        }
    }

    @Test
    void refusesAManifestThatPromisesTooMuch() throws Exception {
        byte[] manifest = content(whole).get("manifest.json");
        String text = new String(Objects.requireNonNull(manifest), StandardCharsets.UTF_8);

        assertProblem(
                with(
                        "manifest.json",
                        text.replaceFirst("\"bytes\" : \\d+", "\"bytes\" : 99999999999")),
                "which so small a file cannot hold");
    }

    @Test
    void stopsReadingAFileThatIsLongerThanItsManifestSays() throws Exception {
        assertProblem(with("io.json", " ".repeat(20_000_000)), "the file io.json is longer");
    }

    @Test
    void saysInASentenceThatItIsNoPackage() throws Exception {
        byte[] bytes = Files.readAllBytes(whole);
        for (double share : new double[] {0, 0.1, 0.5, 0.99}) {
            var cut = folder.resolve("cut.zip");
            Files.write(cut, Arrays.copyOf(bytes, (int) (bytes.length * share)));
            assertProblem(cut, "it is no ZIP archive or is damaged");
        }
        assertProblem(folder, "it is a folder");
        assertProblem(folder.resolve("none.zip"), "there is no such file");
    }

    @Test
    void findsOutputsThatAreNotAsExpected() throws Exception {
        var verification = PackageVerifier.verify(whole, new DoublingRunner(2.1f), Progress.NONE);

        assertThat(verification.valid()).isFalse();
        assertThat(verification.problems()).hasSize(TestInputs.COUNT);
        assertThat(verification.problems().getFirst())
                .startsWith("In test case 0 the output 'y' is ")
                .endsWith("which is beyond the tolerance");
    }

    @Test
    void toleratesTheLastDigits() throws Exception {
        assertThat(
                        PackageVerifier.verify(whole, new DoublingRunner(2.0001f), Progress.NONE)
                                .valid())
                .isTrue();
    }

    @Test
    void saysThatTheModelCannotBeRun() throws Exception {
        var verification =
                PackageVerifier.verify(
                        whole,
                        model -> {
                            throw new ModelRunException("Cannot run it");
                        },
                        Progress.NONE);

        assertThat(verification.problems())
                .singleElement()
                .asString()
                .endsWith("its model cannot be run: Cannot run it");
    }

    private Path without(String path) throws IOException {
        return repack(files -> {
            files.remove(path);
            return files;
        });
    }

    private Path with(String path, String text) throws IOException {
        return repack(files -> {
            files.put(path, text.getBytes(StandardCharsets.UTF_8));
            return files;
        });
    }

    private Path repack(UnaryOperator<Map<String, byte[]>> change) throws IOException {
        var target = folder.resolve("repacked.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(target))) {
            for (var file : change.apply(content(whole)).entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return target;
    }

    private static Map<String, byte[]> content(Path file) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return files;
    }

    private static Verification verify(Path file) throws InterruptedException {
        return PackageVerifier.verify(file, RUNNER, Progress.NONE);
    }

    private static void assertProblem(Path file, String problem) throws InterruptedException {
        var verification = verify(file);

        assertThat(verification.valid()).isFalse();
        assertThat(verification.problems())
                .allMatch(text -> text.startsWith("Cannot rely on the package " + file + ": "))
                .anyMatch(text -> text.contains(problem));
    }
}
