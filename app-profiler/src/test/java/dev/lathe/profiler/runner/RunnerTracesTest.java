package dev.lathe.profiler.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.format.ModelFiles;
import dev.lathe.model.graph.Tensor;
import dev.lathe.profiler.testing.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What a runner leaves in the world: nothing.
@EnabledOnOs(OS.LINUX)
class RunnerTracesTest {
    private static final RunnerLaunch LAUNCH = RunnerLaunch.ofThisProcess();

    @TempDir Path home;

    @Test
    void opensNoSocketAndWritesOnlyInItsOwnFolder() throws Exception {
        try (var runner = new ProcessModelRunner(atHome(LAUNCH));
                var session = runner.open(Models.doubling())) {
            session.run(Map.of("x", Tensor.ofFloats("x", new float[3], 1, 3)));
            var process = runner.processes().getFirst();

            assertThat(openFiles(process.pid())).noneMatch(target -> target.startsWith("socket:"));
            assertThat(filesOpenForWriting(process.pid()))
                    .allMatch(target -> Path.of(target).startsWith(process.folder()));
            assertThat(home).isEmptyDirectory();
            assertThat(jvmFiles(process.pid())).isEmpty();
        }
    }

    @Test
    @Tag("corpus")
    void doesSoWithTensorFlowLiteAsWell() throws Exception {
        var file =
                Path.of(System.getProperty("lathe.data", "."))
                        .resolve("models/tflite/mlperf_kws.tflite");
        var model = ModelFiles.read(file);
        var input = Tensor.ofFloats("", new float[490], 1, 49, 10, 1);
        try (var runner = new ProcessModelRunner(atHome(LAUNCH));
                var session = runner.open(model)) {
            session.run(Map.of(model.graph().inputs().getFirst().name(), input));
            var process = runner.processes().getFirst();

            assertThat(openFiles(process.pid())).noneMatch(target -> target.startsWith("socket:"));
            assertThat(filesOpenForWriting(process.pid()))
                    .allMatch(target -> Path.of(target).startsWith(process.folder()));
            assertThat(home).isEmptyDirectory();
            try (Stream<Path> files = Files.walk(process.folder())) {
                assertThat(files.filter(Files::isRegularFile)).isEmpty();
            }
        }
    }

    @Test
    void endsAndCleansUpWhenItsHostGoesAway() throws Exception {
        var folder = Files.createTempDirectory("lathe-runner-test-");
        var natives = NativeLibraries.unpacked(LAUNCH.classPath(), LAUNCH.natives().orElseThrow());
        var process = new ProcessBuilder(LAUNCH.command(folder, natives)).start();
        Files.writeString(folder.resolve("model.onnx"), "left over");

        process.getOutputStream().close();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(folder).doesNotExist();
    }

    private RunnerLaunch atHome(RunnerLaunch launch) {
        var environment = new HashMap<>(launch.environment());
        environment.put("HOME", home.toString());
        environment.put("TMPDIR", home.toString());
        environment.put("XDG_CACHE_HOME", home.toString());
        return new RunnerLaunch(
                launch.java(),
                launch.classPath(),
                launch.flags(),
                environment,
                launch.natives(),
                launch.limits());
    }

    private static List<String> openFiles(long pid) throws IOException {
        var targets = new ArrayList<String>();
        try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            for (Path file : files.toList()) {
                targets.add(Files.readSymbolicLink(file).toString());
            }
        }
        return targets;
    }

    private static List<String> filesOpenForWriting(long pid) throws IOException {
        var targets = new ArrayList<String>();
        var process = Path.of("/proc", Long.toString(pid));
        try (Stream<Path> files = Files.list(process.resolve("fd"))) {
            for (Path file : files.toList()) {
                var target = Files.readSymbolicLink(file).toString();
                if (target.startsWith("/")
                        && !target.startsWith("/dev/")
                        && isWriting(process, file)) {
                    targets.add(target);
                }
            }
        }
        return targets;
    }

    private static boolean isWriting(Path process, Path file) throws IOException {
        var info = process.resolve("fdinfo").resolve(file.getFileName());
        return Files.readAllLines(info).stream()
                .filter(line -> line.startsWith("flags:"))
                .mapToInt(line -> Integer.parseInt(line.substring(6).strip(), 8))
                .anyMatch(flags -> (flags & 3) != 0);
    }

    /// What a virtual machine leaves in the temporary folder by default.
    private static List<Path> jvmFiles(long pid) {
        var user = System.getProperty("user.name");
        return Stream.of(
                        Path.of("/tmp", "hsperfdata_" + user, Long.toString(pid)),
                        Path.of("/tmp", ".java_pid" + pid))
                .filter(Files::exists)
                .toList();
    }
}
