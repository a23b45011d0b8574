package dev.lathe.model.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.management.ThreadMXBean;
import dev.lathe.model.cost.CostAnalysis;
import dev.lathe.model.format.ModelFiles;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.shape.ShapeInference;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real models that were cut off or changed at random open or are refused in one sentence, in
/// bounded time and memory; so do their shapes and cost.
@Tag("corpus")
class DamagedFilesCorpusTest {
    private static final Path DATA = Path.of(System.getProperty("lathe.data", ""));

    private static final int VARIANTS = 10;
    private static final int CHANGED_BYTES = 10;
    private static final int MAX_MODEL_BYTES = 32_000;
    private static final long MAX_ALLOCATED_BYTES = 256L << 20;
    private static final Duration HANG = Duration.ofSeconds(10);

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir Path folder = Path.of("");

    @Test
    void survivesBinaryModelsThatAreDamaged() throws Exception {
        for (Path model : models()) {
            openDamaged(model, Files.readAllBytes(model));
        }
    }

    @Test
    void survivesTextAndCompressedModelsThatAreDamaged() throws Exception {
        var text = folder.resolve("model.textproto");
        for (Path model : everyTwentieth(models())) {
            try {
                OnnxWriter.write(OnnxReader.read(model), text);
            } catch (ModelFormatException e) {
                continue; // one of the invalid files
            }
            openDamaged(model, Files.readAllBytes(text));
            openDamaged(model, gzip(Files.readAllBytes(model)));
        }
    }

    private void openDamaged(Path model, byte[] whole) throws IOException {
        var random = new SplittableRandom(DATA.relativize(model).toString().hashCode());
        for (int i = 0; i < VARIANTS; i++) {
            open(model, "cut " + i, Arrays.copyOf(whole, random.nextInt(whole.length)));
            var flipped = whole.clone();
            for (int j = 0; j < CHANGED_BYTES; j++) {
                flipped[random.nextInt(flipped.length)] ^= (byte) (1 + random.nextInt(255));
            }
            open(model, "flip " + i, flipped);
        }
    }

    private void open(Path model, String variant, byte[] bytes) throws IOException {
        var file = Files.write(folder.resolve("damaged.onnx"), bytes);
        var name = DATA.relativize(model) + " " + variant;
        assertTimeoutPreemptively(HANG, () -> open(file, name), name);
    }

    private static void open(Path file, String name) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        try {
            var read = ModelFiles.read(file);
            var cost = CostAnalysis.compute(read, ShapeInference.infer(read));
            assertThat(cost).as(name).isNotNull();
        } catch (ModelFormatException e) {
            assertThat(e.getMessage()).as(name).startsWith("Cannot open ").doesNotContain("\n");
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(name + " fails with " + e, e);
        }
        assertThat(THREADS.getCurrentThreadAllocatedBytes() - before)
                .as(name)
                .isLessThan(MAX_ALLOCATED_BYTES);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    private static List<Path> everyTwentieth(List<Path> files) {
        var some = new ArrayList<Path>();
        for (int i = 0; i < files.size(); i += 20) {
            some.add(files.get(i));
        }
        return some;
    }

    /// All of `invalid`, and the smaller ones of the others, one of the many backend tests in ten.
    private static List<Path> models() throws IOException {
        try (var files = Files.walk(DATA)) {
            return files.filter(file -> file.toString().endsWith(".onnx"))
                    .filter(DamagedFilesCorpusTest::isChosen)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isChosen(Path file) {
        boolean backend = file.startsWith(DATA.resolve("onnx-backend"));
        return file.toFile().length() <= MAX_MODEL_BYTES
                && (!backend
                        || Math.floorMod(DATA.relativize(file).toString().hashCode(), 10) == 0);
    }
}
