package dev.lathe.model.tflite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.format.ModelFiles;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.ModelFormat;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("corpus")
class TfliteCorpusTest {
    private static final Path DATA = Path.of(System.getProperty("lathe.data", ""));

    @TempDir Path folder = Path.of("");

    @Test
    void opensEveryModel() throws Exception {
        for (Path file : files()) {
            var model = ModelFiles.read(file);

            assertThat(model.header().format()).as(file.toString()).isEqualTo(ModelFormat.TFLITE);
            assertThat(model.graph().nodes()).as(file.toString()).isNotEmpty();
        }
    }

    @Test
    void knowsEveryBuiltInOperatorAndItsOptions() throws Exception {
        for (Path file : files()) {
            var model = ModelFiles.read(file);

            assertThat(model.warnings())
                    .as(file.toString())
                    .noneMatch(warning -> warning.code().startsWith("unknown-"));
            assertThat(model.graph().nodesIncludingSubgraphs())
                    .as(file.toString())
                    .noneMatch(node -> node.attribute("unknown_options").isPresent());
        }
    }

    @Test
    void statesTheTypeOfEveryValueThatAnOperatorReadsOrWrites() throws Exception {
        for (Path file : files()) {
            var model = ModelFiles.read(file);

            graphs(model.graph())
                    .forEach(graph ->
                            graph.nodes().stream()
                                    .flatMap(node -> valuesOf(node))
                                    .forEach(value ->
                                            assertThat(graph.statedType(value))
                                                    .as(file + " " + value)
                                                    .isPresent()));
        }
    }

    @Test
    void writesWhatItReadByteForByte() throws Exception {
        var copy = folder.resolve("copy.tflite");
        for (Path file : files()) {
            ModelFiles.write(ModelFiles.read(file), copy);

            assertThat(Files.mismatch(file, copy)).as(file.toString()).isEqualTo(-1);
        }
    }

    @Test
    void keepsScalesPerChannelOnTheAxisOfTheFile() throws Exception {
        var model = ModelFiles.read(DATA.resolve("models/tflite/mlperf_resnet8_int8.tflite"));
        var conv =
                model.graph().nodes().stream()
                        .filter(node -> node.opType().equals("CONV_2D"))
                        .findFirst()
                        .orElseThrow();

        var weight = model.graph().values().get(conv.inputs().get(1));

        assertThat(weight)
                .isNotNull()
                .extracting(Value::quantization)
                .satisfies(q ->
                        assertThat(q)
                                .hasValueSatisfying(quantization -> {
                                    assertThat(quantization.isPerChannel()).isTrue();
                                    assertThat(quantization.axis()).isZero();
                                    assertThat(quantization.scales()).hasSize(16);
                                }));
    }

    private static Stream<String> valuesOf(Node node) {
        return Stream.concat(node.inputs().stream(), node.outputs().stream())
                .filter(name -> !name.isEmpty());
    }

    private static Stream<Graph> graphs(Graph graph) {
        return Stream.concat(
                Stream.of(graph),
                graph.nodes().stream()
                        .flatMap(node -> node.subgraphs().stream())
                        .flatMap(TfliteCorpusTest::graphs));
    }

    private static List<Path> files() throws IOException {
        try (var files = Files.walk(DATA)) {
            return files.filter(file -> file.toString().endsWith(".tflite")).sorted().toList();
        }
    }
}
