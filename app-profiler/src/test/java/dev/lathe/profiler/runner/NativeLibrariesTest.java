package dev.lathe.profiler.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibrariesTest {
    private static final List<Path> CLASS_PATH = ClassPath.ofRunner();

    @TempDir Path cache;

    @Test
    void unpacksOnceAndLeavesNothingElse() throws Exception {
        var first = NativeLibraries.unpacked(CLASS_PATH, cache).orElseThrow();
        var second = NativeLibraries.unpacked(CLASS_PATH, cache).orElseThrow();

        assertThat(second).isEqualTo(first);
        assertThat(first.resolve(System.mapLibraryName("onnxruntime"))).isNotEmptyFile();
        try (Stream<Path> files = Files.list(cache)) {
            assertThat(files).containsExactly(first);
        }
    }

    @Test
    void unpacksAnewWhatIsIncomplete() throws Exception {
        var first = NativeLibraries.unpacked(CLASS_PATH, cache).orElseThrow();
        var library = first.resolve(System.mapLibraryName("onnxruntime"));
        long size = Files.size(library);
        Files.writeString(library, "cut off");

        assertThat(NativeLibraries.unpacked(CLASS_PATH, cache)).contains(first);
        assertThat(library).hasSize(size);
    }

    @Test
    void doesWithoutACacheThatCannotBeWritten() throws Exception {
        var file = Files.writeString(cache.resolve("file"), "no folder");

        assertThat(NativeLibraries.unpacked(CLASS_PATH, file.resolve("cache"))).isEmpty();
    }
}
