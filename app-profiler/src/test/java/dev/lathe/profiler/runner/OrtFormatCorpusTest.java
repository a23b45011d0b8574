package dev.lathe.profiler.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.format.ModelFiles;
import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.AttributeValue.GraphValue;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.ModelFormat;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.Value;
import dev.lathe.model.run.ModelRunException;
import dev.lathe.runner.Optimization;
import dev.lathe.runner.SavedForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("corpus")
class OrtFormatCorpusTest {
    private static final Path DATA = Path.of(System.getProperty("lathe.data", ""));
    private static final List<String> FOLDERS =
            List.of(
                    "ort-models",
                    "models/qdq",
                    "models/control-flow",
                    "models/rnn",
                    "models/mnist");
    private static final long MOST_BYTES = 4 << 20;

    @TempDir Path folder = Path.of("");

    @Test
    void readsFromTheRuntimesFormWhatItReadsFromOnnx() throws Exception {
        var compared = new ArrayList<Path>();
        try (var runner = Runner.start(RunnerLaunch.ofThisProcess())) {
            for (Path file : files()) {
                var ort = saved(runner, file, SavedForm.ORT);
                var onnx = saved(runner, file, SavedForm.ONNX);
                if (!ort.isEmpty() && !onnx.isEmpty()) {
                    assertSame(ort.getFirst(), onnx.getFirst(), file);
                    compared.add(file);
                }
            }
        }

        assertThat(compared).hasSizeGreaterThan(200);
    }

    /// The model as the runtime writes it; none if it refuses to.
    private List<ModelGraph> saved(Runner runner, Path file, SavedForm form)
            throws IOException, ModelFormatException, InterruptedException {
        var target = folder.resolve("saved." + form.name());
        try {
            runner.save(ModelFiles.read(file), target, form, Optimization.NONE);
        } catch (ModelRunException e) {
            return List.of();
        }
        var model = ModelFiles.read(target);
        assertThat(model.warnings())
                .as(file.toString())
                .noneMatch(w -> w.code().startsWith("tensor"));
        return List.of(model);
    }

    private static void assertSame(ModelGraph ort, ModelGraph onnx, Path file) {
        assertThat(ort.header().format()).isEqualTo(ModelFormat.ORT);
        assertThat(ort.header().opsets()).as(file.toString()).isEqualTo(onnx.header().opsets());
        assertThat(ort.header().producerName()).isEqualTo(onnx.header().producerName());
        assertThat(names(ort.graph().inputs()))
                .as(file.toString())
                .isEqualTo(names(onnx.graph().inputs()));
        assertThat(names(ort.graph().outputs()))
                .as(file.toString())
                .isEqualTo(names(onnx.graph().outputs()));
        assertSame(ort.graph(), onnx.graph(), file);
    }

    /// The runtime writes attributes that have their defaults into its own form only, and Constant
    /// nodes of subgraphs as initializers.
    private static void assertSame(Graph ort, Graph onnx, Path file) {
        for (Node node : onnx.nodes()) {
            if (node.is("Constant")) {
                assertThat(ort.constant(node.outputs().getFirst())).as(file.toString()).isPresent();
                continue;
            }
            var twin =
                    ort.nodes().stream()
                            .filter(other -> isSameCall(node, other))
                            .findFirst()
                            .orElseThrow(() -> new AssertionError(file + " lacks " + node));
            for (Attribute attribute : node.attributes()) {
                var value = twin.attribute(attribute.name());
                assertThat(value).as(file + " " + attribute.name()).isPresent();
                if (attribute.value() instanceof GraphValue(var graph)
                        && value.orElseThrow() instanceof GraphValue(var other)) {
                    assertSame(other, graph, file);
                } else {
                    assertThat(value).as(file.toString()).contains(attribute.value());
                }
            }
        }
        for (Tensor tensor : onnx.initializers().values()) {
            assertThat(ort.constant(tensor.name()).map(Tensor::content))
                    .as(file + " " + tensor.name())
                    .contains(tensor.content());
        }
    }

    private static boolean isSameCall(Node a, Node b) {
        return a.opType().equals(b.opType())
                && a.domain().equals(b.domain())
                && a.inputs().equals(b.inputs())
                && a.outputs().equals(b.outputs());
    }

    private static List<String> names(List<Value> values) {
        return values.stream().map(Value::name).distinct().toList();
    }

    private static List<Path> files() throws IOException {
        var result = new ArrayList<Path>();
        for (String name : FOLDERS) {
            try (Stream<Path> files = Files.walk(DATA.resolve(name))) {
                for (Path file : files.sorted().toList()) {
                    if (file.toString().endsWith(".onnx") && Files.size(file) <= MOST_BYTES) {
                        result.add(file);
                    }
                }
            }
        }
        return result;
    }
}
