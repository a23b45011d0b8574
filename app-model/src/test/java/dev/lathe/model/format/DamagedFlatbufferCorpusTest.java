package dev.lathe.model.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.lathe.model.cost.SampleCost;
import dev.lathe.model.graph.ModelFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("corpus")
class DamagedFlatbufferCorpusTest {
    private static final Path DATA = Path.of(System.getProperty("lathe.data", ""));
    private static final Duration LIMIT = Duration.ofSeconds(2);

    @TempDir Path folder = Path.of("");

    @Test
    void opensOrRefusesFilesThatAreCutOff() throws Exception {
        for (Path file : files()) {
            var bytes = Files.readAllBytes(file);
            for (int tenth = 0; tenth < 10; tenth++) {
                open(file, Arrays.copyOf(bytes, bytes.length * tenth / 10));
            }
        }
    }

    @Test
    void opensOrRefusesFilesWithTenDamagedBytes() throws Exception {
        var random = new Random(1);
        for (Path file : files()) {
            var bytes = Files.readAllBytes(file);
            for (int i = 0; i < 10; i++) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
            }
            open(file, bytes);
        }
    }

    @Test
    void opensOrRefusesFilesWithDamageInTheirStructure() throws Exception {
        var random = new Random(2);
        for (Path file : files()) {
            var bytes = Files.readAllBytes(file);
            for (int round = 0; round < 10; round++) {
                var damaged = bytes.clone();
                for (int i = 0; i < 10; i++) {
                    boolean atTheStart = random.nextBoolean();
                    int span = Math.min(bytes.length, 4096);
                    int at = random.nextInt(span);
                    damaged[atTheStart ? at : bytes.length - 1 - at] = (byte) random.nextInt(256);
                }
                open(file, damaged);
            }
        }
    }

    private void open(Path original, byte[] bytes) throws IOException {
        var file = folder.resolve(original.getFileName().toString());
        Files.write(file, bytes);
        assertTimeoutPreemptively(LIMIT, () -> open(file), original::toString);
        Files.delete(file);
    }

    private static void open(Path file) {
        try {
            assertThat(SampleCost.of(ModelFiles.read(file))).isNotNull();
        } catch (ModelFormatException e) {
            assertThat(e.getMessage()).startsWith("Cannot open " + file).doesNotContain("\n");
        }
    }

    private static List<Path> files() throws IOException {
        try (var files = Files.walk(DATA)) {
            return files.filter(file ->
                            file.toString().endsWith(".tflite") || file.toString().endsWith(".ort"))
                    .sorted()
                    .toList();
        }
    }
}
