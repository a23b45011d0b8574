package dev.lathe.model.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.format.ModelFiles;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.outline.Outline;
import dev.lathe.model.shape.ShapeInference;
import dev.lathe.model.work.Progress;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("corpus")
class SearchCorpusTest {
    private static final Path MODELS = Path.of(System.getProperty("lathe.data", ""), "models");

    @Test
    void findsLayersInBranchesFiveDeep() throws Exception {
        var index = index("silero-vad/silero_vad.onnx");

        var lstms = Found.find(index, "op:LSTM").hits();
        assertThat(lstms)
                .isNotEmpty()
                .allMatch(hit ->
                        hit.place().contains("then_branch") || hit.place().contains("else_branch"));
        assertThat(Found.ids(index, "op:/^If$/")).hasSizeGreaterThan(10);
        assertThat(index.size()).isGreaterThanOrEqualTo(689);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "silero-vad/silero_vad.onnx",
                "control-flow/dummy_t5.onnx",
                "topology/phi-4-mm-speech.onnx",
                "transformer/bert_toy_optimized.onnx",
            })
    void everyHitIsWhereTheOutlineHasIt(String file) throws Exception {
        var model = ModelFiles.read(MODELS.resolve(file));
        var outline = Outline.of(model, ShapeInference.infer(model));
        var index = SearchIndex.of(outline, Progress.NONE);

        var hits = Found.find(index, "re:.").hits();

        assertThat(hits).hasSize(index.size());
        assertThat(hits)
                .filteredOn(hit -> hit.kind() == Hit.Kind.LAYER)
                .allSatisfy(hit ->
                        assertThat(outline.find(hit.id()).orElseThrow().node().opType())
                                .isEqualTo(hit.operator()));
        assertThat(hits.stream().map(Hit::toString)).doesNotHaveDuplicates();
    }

    @Test
    void findsByShapeTypeAndAttributeInARealModel() throws Exception {
        var index = index("mobilenet/mobilenetv2-12-int8-qoperator.onnx");

        assertThat(Found.ids(index, "op:QLinearConv")).hasSize(52);
        assertThat(Found.ids(index, "op:QLinearConv attr:group>1")).hasSize(17);
        assertThat(Found.ids(index, "op:QLinearConv attr:group=1 shape:7x7")).isNotEmpty();
        assertThat(Found.ids(index, "op:QLinearConv -dtype:int8")).isEmpty();
    }

    private static SearchIndex index(String file)
            throws ModelFormatException, InterruptedException {
        var model = ModelFiles.read(MODELS.resolve(file));
        return SearchIndex.of(Outline.of(model, ShapeInference.infer(model)), Progress.NONE);
    }
}
