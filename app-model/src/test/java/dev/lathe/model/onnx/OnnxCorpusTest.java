package dev.lathe.model.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.onnx.proto.ModelProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("corpus")
class OnnxCorpusTest {
    private static final Path DATA = Path.of(System.getProperty("lathe.data", ""));

    private static final long LARGE_BYTES = 4_000_000;
    private static final long SMALL_BYTES = 200_000;

    @TempDir Path folder = Path.of("");

    @Test
    void opensEveryModelOrRefusesItInOneSentence() throws Exception {
        var refused = new ArrayList<String>();
        for (Path file : onnxFiles()) {
            try {
                OnnxReader.read(file);
            } catch (ModelFormatException e) {
                assertThat(e.getMessage()).startsWith("Cannot open " + file).doesNotContain("\n");
                refused.add(DATA.relativize(file).toString());
            }
        }
        assertThat(refused).allMatch(name -> name.startsWith("models/invalid"), "is invalid");
    }

    @Test
    void losesNothingWhenAChangedModelIsWritten() throws Exception {
        for (Path file : onnxFiles()) {
            for (ModelGraph model : readIfPossible(file)) {
                checkWritten(model, folder.resolve("copy.onnx"), WeightStorage.AS_READ, file);
            }
        }
    }

    @Test
    void losesNothingInACompressedFileOrADataFile() throws Exception {
        for (Path file : some(LARGE_BYTES)) {
            for (ModelGraph model : readIfPossible(file)) {
                checkWritten(model, folder.resolve("copy.gz"), WeightStorage.AS_READ, file);
                checkWritten(model, folder.resolve("data.onnx"), WeightStorage.EXTERNAL, file);
            }
        }
    }

    @Test
    void losesNothingAsText() throws Exception {
        for (Path file : some(SMALL_BYTES)) {
            for (ModelGraph model : readIfPossible(file)) {
                checkWritten(model, folder.resolve("copy.textproto"), WeightStorage.AS_READ, file);
            }
        }
    }

    private static void checkWritten(
            ModelGraph model, Path target, WeightStorage storage, Path source) throws Exception {
        var changed = OnnxFiles.edited(model);

        OnnxWriter.write(changed, target, storage);
        var again = OnnxReader.read(target);

        assertThat(again.header()).as(source.toString()).isEqualTo(changed.header());
        assertThat(inOneMessage(again).equals(inOneMessage(changed)))
                .as(source + " is the same when it is read from " + target.getFileName())
                .isTrue();
    }

    /// All that a model holds, wherever its elements are.
    private static ModelProto inOneMessage(ModelGraph model) {
        return ModelEncoder.encode(model, new TensorPlaces.Inside());
    }

    /// All that are not too large, and of the many backend tests one in ten.
    private static List<Path> some(long maxBytes) throws IOException {
        var backend = DATA.resolve("onnx-backend");
        return onnxFiles().stream()
                .filter(file -> file.toFile().length() <= maxBytes)
                .filter(file ->
                        !file.startsWith(backend)
                                || Math.floorMod(file.toString().hashCode(), 10) == 0)
                .toList();
    }

    private static List<ModelGraph> readIfPossible(Path file) {
        try {
            return List.of(OnnxReader.read(file));
        } catch (ModelFormatException e) {
            return List.of();
        }
    }

    private static List<Path> onnxFiles() throws IOException {
        try (var files = Files.walk(DATA)) {
            return files.filter(file -> file.toString().endsWith(".onnx")).sorted().toList();
        }
    }
}
