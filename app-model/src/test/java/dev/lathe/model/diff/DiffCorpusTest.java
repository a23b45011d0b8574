package dev.lathe.model.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.edit.Edit;
import dev.lathe.model.edit.EditTools;
import dev.lathe.model.edit.Edits;
import dev.lathe.model.edit.LayerSelection;
import dev.lathe.model.format.ModelFiles;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.prune.PruneScope;
import dev.lathe.model.run.ModelRunner;
import dev.lathe.model.simplify.Simplifier;
import dev.lathe.model.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("corpus")
class DiffCorpusTest {
    private static final Path MODELS =
            Path.of(System.getProperty("lathe.data", "../../shared/data")).resolve("models");

    @Test
    void callsEveryModelIdenticalToItself() throws Exception {
        int checked = 0;
        for (Path file : files()) {
            var model = open(file);
            if (model.isPresent()) {
                var again = ModelFiles.read(file);

                assertThat(ModelDiff.of(model.get(), again, Progress.NONE).isIdentical())
                        .as(file.toString())
                        .isTrue();

                checked++;
            }
        }
        assertThat(checked).isGreaterThan(40);
    }

    @Test
    void recognisesModelsWhenAllNamesDiffer() throws Exception {
        for (Path file : files()) {
            var model = open(file);
            if (model.isEmpty()) {
                continue;
            }

            var diff = ModelDiff.of(model.get(), Renaming.of(model.get()), Progress.NONE);

            long all = diff.graphs().stream().mapToLong(g -> g.nodes().size()).sum();
            long matched = diff.nodes(Change.SAME).count() + diff.nodes(Change.CHANGED).count();
            assertThat((double) matched / Math.max(1, all)).as(file.toString()).isGreaterThan(0.99);
        }
    }

    @Test
    void matchesAQuantizedNetworkWithItsFloatTwin() throws Exception {
        var diff =
                ModelDiff.of(
                        read("mobilenet/mobilenetv2-12-fp32-from-int8.onnx"),
                        read("mobilenet/mobilenetv2-12-int8-qoperator.onnx"),
                        Progress.NONE);

        assertThat(
                        diff.nodes(Change.CHANGED)
                                .filter(n -> n.before().orElseThrow().is("Conv"))
                                .map(n -> n.after().orElseThrow().opType()))
                .hasSize(52)
                .containsOnly("QLinearConv");
        assertThat(diff.tensors(Change.CHANGED).filter(t -> t.distance().isPresent()))
                .hasSizeGreaterThan(100)
                .allMatch(t -> t.distance().orElseThrow().sqnrDb() > 100);
    }

    @Test
    void matchesANetworkAcrossFormats() throws Exception {
        var diff =
                ModelDiff.of(
                        read("pairs/embedding_model.onnx"),
                        read("pairs/embedding_model.tflite"),
                        Progress.NONE);

        assertThat(diff.nodes(Change.CHANGED).filter(n -> n.before().orElseThrow().is("Conv")))
                .hasSize(20)
                .allMatch(n -> n.after().orElseThrow().opType().equals("CONV_2D"));
    }

    @Test
    void comparesWeightsAcrossFormatsInTheirOrder() throws Exception {
        var diff =
                ModelDiff.of(
                        read("yolox/yolox_nano.onnx"),
                        read("yolox/yolox_nano_dynamic_range.tflite"),
                        Progress.NONE);

        var convolutions =
                diff.nodes(Change.CHANGED).filter(n -> n.before().orElseThrow().is("Conv"));
        var weights =
                diff.tensors(Change.CHANGED)
                        .filter(t -> t.before().orElseThrow().sizes().size() == 4)
                        .toList();

        assertThat(convolutions).hasSize(113);
        assertThat(weights).hasSize(113).allMatch(t -> t.distance().orElseThrow().sqnrDb() > 30);
        assertThat(weights).anyMatch(t -> t.distance().orElseThrow().changed() == 0);
    }

    @Test
    void recognisesTheBranchesOfTwoExportsOfOneNetwork() throws Exception {
        var diff =
                ModelDiff.of(
                        read("silero-vad/silero_vad.onnx"),
                        read("silero-vad/silero_vad_op18_ifless.onnx"),
                        Progress.NONE);

        assertThat(
                        diff.graphs().stream()
                                .filter(graph -> !graph.path().isEmpty())
                                .flatMap(graph -> graph.nodes().stream())
                                .filter(node ->
                                        node.before().filter(n -> n.is("Conv")).isPresent()))
                .hasSize(12)
                .allMatch(node -> node.after().isPresent());
    }

    @Test
    void recognisesWhatIsLeftOfSimplifiedModelsWhenAllNamesDiffer() throws Exception {
        for (String file :
                List.of(
                        "transformer/bert_toy_optimized.onnx",
                        "transformer/gpt2_past.onnx",
                        "topology/light_resnet50.onnx",
                        "yolox/yolox_nano.onnx")) {
            var model = read(file);
            var simplified =
                    new Simplifier(List.of(), OptionalLong.empty(), ModelRunner.NONE)
                            .simplify(model, Progress.NONE);

            var diff = ModelDiff.of(model, Renaming.of(simplified.model()), Progress.NONE);

            assertThat(diff.nodes(Change.ADDED)).as(file).isEmpty();
            assertThat(diff.nodes(Change.REMOVED))
                    .as(file)
                    .hasSize((int) (simplified.nodesBefore() - simplified.nodesAfter()));
        }
    }

    @Test
    void saysOnlyWhatPruningDid() throws Exception {
        var model = read("mobilenet/mobilenetv2-12-fp32-from-int8.onnx");
        var pruned =
                Edits.apply(
                                model,
                                new Edit.PruneMagnitude(0.3, PruneScope.LAYER, LayerSelection.ALL),
                                EditTools.NONE,
                                Progress.NONE)
                        .model();

        var diff = ModelDiff.of(model, pruned, Progress.NONE);

        assertThat(diff.nodes(Change.SAME)).hasSize(model.graph().nodes().size());
        assertThat(diff.tensors(Change.CHANGED)).hasSize(53);
        assertThat(diff.tensors(Change.ADDED)).isEmpty();
        assertThat(diff.header()).isEmpty();
    }

    private static ModelGraph read(String file) throws ModelFormatException {
        return ModelFiles.read(MODELS.resolve(file));
    }

    private static List<Path> files() throws IOException {
        try (var all = Files.walk(MODELS)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(onnx|tflite|ort)"))
                    .sorted()
                    .toList();
        }
    }

    private static Optional<ModelGraph> open(Path file) {
        try {
            return Optional.of(ModelFiles.read(file));
        } catch (ModelFormatException _) {
            return Optional.empty(); // what cannot be opened is another test's matter
        }
    }
}
