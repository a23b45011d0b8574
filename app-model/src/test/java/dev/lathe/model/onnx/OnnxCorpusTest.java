package dev.lathe.model.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorContent.Missing;
import dev.lathe.model.graph.TensorContent.Stored;
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
        var copy = folder.resolve("copy.onnx");
        for (Path file : onnxFiles()) {
            var model = readIfPossible(file);
            if (model.isEmpty() || hasDamagedTensor(model.getFirst())) {
                continue;
            }
            var changed = model.getFirst().withGraph(model.getFirst().graph().edit().build());

            OnnxWriter.write(changed, copy);
            var again = OnnxReader.read(copy);

            assertThat(again.header()).as(file.toString()).isEqualTo(changed.header());
            assertThat(again.functions()).as(file.toString()).isEqualTo(changed.functions());
            assertThat(again.extras()).as(file.toString()).isEqualTo(changed.extras());
            assertThatCode(() -> sameGraph(changed, again))
                    .as(file.toString())
                    .doesNotThrowAnyException();
        }
    }

    private static void sameGraph(ModelGraph a, ModelGraph b) {
        assertThat(b.graph().nodes()).isEqualTo(a.graph().nodes());
        assertThat(b.graph().inputs()).isEqualTo(a.graph().inputs());
        assertThat(b.graph().outputs()).isEqualTo(a.graph().outputs());
        assertThat(b.graph().values()).isEqualTo(a.graph().values());
        assertThat(b.graph().extras()).isEqualTo(a.graph().extras());
        assertThat(b.graph().initializers().keySet()).isEqualTo(a.graph().initializers().keySet());
        a.graph()
                .initializers()
                .forEach((name, tensor) ->
                        assertThat(b.graph().constant(name).flatMap(Tensor::bytes).map(Stored::new))
                                .isEqualTo(tensor.bytes().map(Stored::new)));
    }

    private static boolean hasDamagedTensor(ModelGraph model) {
        return ModelTensors.all(model).stream()
                .anyMatch(t ->
                        t.content() instanceof Missing(var location, _, _, _)
                                && location.isEmpty());
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
