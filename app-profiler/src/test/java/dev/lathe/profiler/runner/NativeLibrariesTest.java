package dev.lathe.profiler.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibrariesTest {
    private static final List<Path> CLASS_PATH = ClassPath.ofRunner();

    private static final String ORT = "onnxruntime.native.path";
    private static final String TFLITE = "java.library.path";

    @TempDir Path cache;

    @Test
    void unpacksOnceAndLeavesNothingElse() throws Exception {
        var first = NativeLibraries.unpacked(CLASS_PATH, cache);
        var second = NativeLibraries.unpacked(CLASS_PATH, cache);

        assertThat(second).isEqualTo(first);
        assertThat(first).containsOnlyKeys(ORT, TFLITE);
        assertThat(library(first, ORT, "onnxruntime")).isNotEmptyFile();
        assertThat(library(first, TFLITE, "jnijavacpp")).isNotEmptyFile();
        assertThat(library(first, TFLITE, "jnitensorflowlite")).isNotEmptyFile();
        try (Stream<Path> files = Files.list(cache)) {
            assertThat(files).containsExactlyInAnyOrderElementsOf(first.values());
        }
    }

    @Test
    void unpacksAnewWhatIsIncomplete() throws Exception {
        var first = NativeLibraries.unpacked(CLASS_PATH, cache);
        var library = library(first, ORT, "onnxruntime");
        long size = Files.size(library);
        Files.writeString(library, "cut off");

        assertThat(NativeLibraries.unpacked(CLASS_PATH, cache)).isEqualTo(first);
        assertThat(library).hasSize(size);
    }

    @Test
    void doesWithoutACacheThatCannotBeWritten() throws Exception {
        var file = Files.writeString(cache.resolve("file"), "no folder");

        assertThat(NativeLibraries.unpacked(CLASS_PATH, file.resolve("cache"))).isEmpty();
    }

    private static Path library(Map<String, Path> folders, String property, String name) {
        return Objects.requireNonNull(folders.get(property)).resolve(System.mapLibraryName(name));
    }
}
