package dev.lathe.model.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.format.ModelFiles;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.outline.Outline;
import dev.lathe.model.shape.ShapeInference;
import dev.lathe.model.work.Progress;
import java.nio.file.Path;
import java.util.HashSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("corpus")
class MergeCorpusTest {
    private static final Path MODELS =
            Path.of(System.getProperty("lathe.data", "../../shared/data")).resolve("models");

    @ParameterizedTest
    @CsvSource({
        "pairs/alexa_v0.1.onnx, pairs/alexa_v0.1.tflite",
        "pairs/embedding_model.onnx, pairs/embedding_model.tflite",
        "pairs/embedding_model.onnx, pairs/alexa_v0.1.onnx",
        "silero-vad/silero_vad.onnx, silero-vad/silero_vad_half.onnx",
        "silero-vad/silero_vad.onnx, silero-vad/silero_vad_op18_ifless.onnx",
        "mobilenet/mobilenetv2-12-fp32-from-int8.onnx, mobilenet/mobilenetv2-12-int8-qoperator.onnx",
        "mobilenet/mobilenetv2-12-fp32-from-int8.onnx, silero-vad/silero_vad.onnx",
        "topology/llm32.onnx, topology/phi-4-mm-speech.onnx"
    })
    void aMergeOfTwoModelsHasEachNodeOnceAndNoCycle(String first, String second) throws Exception {
        var a = ModelFiles.read(MODELS.resolve(first));
        var b = ModelFiles.read(MODELS.resolve(second));

        assertMerged(a, b);
        assertMerged(b, a);
    }

    private static void assertMerged(ModelGraph before, ModelGraph after) throws Exception {
        var diff = ModelDiff.of(before, after, Progress.NONE);
        var typesBefore = ShapeInference.infer(before);
        var typesAfter = ShapeInference.infer(after);
        var merged =
                MergedModel.of(
                        diff,
                        new MergedModel.Typed(before, typesBefore),
                        new MergedModel.Typed(after, typesAfter),
                        Progress.NONE);

        assertInOrder(merged.model().graph());
        var ids = new HashSet<String>();
        var outline = Outline.of(merged.model(), merged.types());
        for (MergedNode node : merged.nodes()) {
            assertThat(ids.add(node.id())).as(node.id()).isTrue();
            assertThat(outline.find(node.id())).as(node.id()).isPresent();
            assertThat(node.node().after().isPresent()).isEqualTo(node.after().isPresent());
        }
        long shared =
                merged.nodes().stream()
                        .filter(n -> n.before().isPresent() && n.after().isPresent())
                        .count();
        assertThat(ids)
                .hasSize(
                        (int)
                                (before.graph().nodesIncludingSubgraphs().size()
                                        + after.graph().nodesIncludingSubgraphs().size()
                                        - shared));
    }

    private static void assertInOrder(Graph graph) {
        var made = new HashSet<String>();
        for (Node node : graph.nodes()) {
            for (String read : node.valuesRead()) {
                assertThat(made.contains(read) || graph.producer(read).isEmpty())
                        .as("%s before %s", read, node.name())
                        .isTrue();
            }
            made.addAll(node.outputs());
            node.subgraphs().forEach(MergeCorpusTest::assertInOrder);
        }
    }
}
