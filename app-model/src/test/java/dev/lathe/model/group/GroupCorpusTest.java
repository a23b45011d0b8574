package dev.lathe.model.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.format.ModelFiles;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.graph.ModelGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("corpus")
class GroupCorpusTest {
    static final Path DATA = Path.of(System.getProperty("lathe.data", "../../shared/data"));

    @Test
    void dividesEveryModelWithoutCycles() throws IOException {
        int checked = 0;
        for (String folder : List.of("models", "ort-models", "tflite-models")) {
            for (Path file : files(DATA.resolve(folder))) {
                var model = open(file);
                if (model.isPresent()) {
                    TreeChecks.check(model.get().graph());
                    model.get().functions().forEach(GroupTree::of);
                    checked++;
                }
            }
        }

        assertThat(checked).isGreaterThan(300);
    }

    @Test
    void makesFlatGraphsReadable() throws Exception {
        for (String file :
                List.of(
                        "topology/light_densenet121.onnx",
                        "topology/light_resnet50.onnx",
                        "topology/llm32.onnx",
                        "topology/phi-4-mm-speech.onnx",
                        "mobilenet/mobilenetv2-12-fp32-from-int8.onnx",
                        "yolox/yolox_nano.onnx",
                        "transformer/bert_toy_optimized.onnx")) {
            var tree = GroupTree.of(ModelFiles.read(DATA.resolve("models").resolve(file)));

            assertThat(tree.root().itemCount()).as(file).isBetween(5, 45);
            assertThat(tree.root().stream().mapToInt(Group::itemCount).max().orElseThrow())
                    .as(file)
                    .isLessThanOrEqualTo(60);
        }
    }

    @Test
    void findsTheBlocksOfANetworkWithFlatNames() throws Exception {
        var tree =
                GroupTree.of(ModelFiles.read(DATA.resolve("models/topology/phi-4-mm-speech.onnx")));

        var encoders = tree.find("encoder/encoders").orElseThrow().children();

        assertThat(encoders).hasSize(24);
        assertThat(encoders)
                .extracting(Group::structure)
                .containsOnly(encoders.getFirst().structure());
    }

    static List<Path> files(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(file ->
                            file.toString().endsWith(".onnx")
                                    || file.toString().endsWith(".tflite")
                                    || file.toString().endsWith(".ort"))
                    .sorted()
                    .toList();
        }
    }

    static Optional<ModelGraph> open(Path file) {
        try {
            return Optional.of(ModelFiles.read(file));
        } catch (ModelFormatException _) {
            return Optional.empty(); // what cannot be opened is another test's matter
        }
    }
}
