package dev.lathe.export.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleCodeTest {
    @TempDir Path folder;
    private Path unpacked;

    @BeforeEach
    void unpackAPackage() throws Exception {
        var file =
                Exporter.export(
                        ExporterTest.request(), folder, new DoublingRunner(2), Progress.NONE);
        unpacked = folder.resolve("unpacked");
        try (var zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                var target = unpacked.resolve(entry.getName());
                Files.createDirectories(target.getParent());
                Files.copy(zip.getInputStream(entry), target);
            }
        }
    }

    @Test
    void compilesForJavaElevenWithoutAWarning() {
        var source = unpacked.resolve(SampleCode.JAVA).toString();

        int status =
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "--release",
                                "11",
                                "-Xlint:all,-options",
                                "-Werror",
                                "-cp",
                                onnxRuntime(),
                                "-d",
                                folder.toString(),
                                source);

        assertThat(status).isZero();
    }

    @Test
    void findsThatTheModelRunsAsItShould() throws Exception {
        assertThat(run(SampleCode.JAVA)).isZero();
    }

    @Test
    void findsOutputsThatDiffer() throws Exception {
        Files.copy(
                unpacked.resolve("testdata/case-0/input-0.npy"),
                unpacked.resolve("testdata/case-1/input-0.npy"),
                StandardCopyOption.REPLACE_EXISTING);

        assertThat(run(SampleCode.JAVA)).isEqualTo(1);
    }

    @Test
    void runsTheModelOnOtherInputs() throws Exception {
        assertThat(run(SampleCode.JAVA, "testdata/case-2/input-0.npy")).isZero();

        assertThat(Files.readString(folder.resolve("out.txt"))).contains("y [1, 2, 3]");
    }

    private int run(String... arguments) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process =
                new ProcessBuilder(java, "-cp", onnxRuntime())
                        .directory(unpacked.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("out.txt").toFile());
        process.command().addAll(List.of(arguments));
        process.environment().put("ORT_DISABLE_TELEMETRY", "1");
        return process.start().waitFor();
    }

    private static String onnxRuntime() {
        var separator = System.getProperty("path.separator");
        for (String part : System.getProperty("java.class.path").split(separator, -1)) {
            if (Path.of(part).getFileName().toString().startsWith("onnxruntime-")) {
                return part;
            }
        }
        throw new IllegalStateException("ONNX Runtime is not on the class path of the tests");
    }
}
