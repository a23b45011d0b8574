package dev.lathe.ui.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.format.ModelFiles;
import dev.lathe.model.graph.LocalFunction;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;
import dev.lathe.resources.operator.OperatorBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("corpus")
class OperatorCorpusTest {
    private static final Path DATA = Path.of(System.getProperty("lathe.data"));

    /// Domains of operators that are specified in public.
    private static final Set<String> PUBLIC =
            Set.of(
                    "",
                    "ai.onnx",
                    "ai.onnx.ml",
                    "ai.onnx.preview",
                    "ai.onnx.preview.training",
                    "com.microsoft",
                    "com.microsoft.nchwc",
                    "com.ms.internal.nhwc",
                    "tflite");

    /// Names that files in the data made up for tests.
    private static final Set<String> MADE_UP = Set.of("Foo", "Mul16");

    private final OperatorBook book = new OperatorBook();

    @Test
    void everyOperatorInTheDataIsExplained() throws IOException {
        var missing = new TreeSet<String>();
        var seen = new TreeSet<String>();
        for (Path file : models()) {
            try {
                collect(ModelFiles.read(file), seen, missing);
            } catch (ModelFormatException _) {
                // broken on purpose
            }
        }

        assertThat(seen).hasSizeGreaterThan(250);
        assertThat(missing).isEmpty();
    }

    private void collect(ModelGraph model, Set<String> seen, Set<String> missing) {
        var own =
                model.functions().stream()
                        .map(function -> function.domain() + "." + function.name())
                        .collect(Collectors.toSet());
        for (Node node : model.graph().nodesIncludingSubgraphs()) {
            check(node, own, seen, missing);
        }
        for (LocalFunction function : model.functions()) {
            for (Node node : function.body().nodesIncludingSubgraphs()) {
                check(node, own, seen, missing);
            }
        }
    }

    private void check(Node node, Set<String> own, Set<String> seen, Set<String> missing) {
        var name = node.domain() + "." + node.opType();
        if (!PUBLIC.contains(node.domain())
                || own.contains(name)
                || MADE_UP.contains(node.opType())
                || !seen.add(name)) {
            return;
        }
        if (book.page(node.domain(), node.opType(), Locale.ENGLISH).isEmpty()) {
            missing.add(name);
        }
    }

    private static Set<Path> models() throws IOException {
        try (var files = Files.walk(DATA)) {
            return files.filter(
                            file -> {
                                var name = file.getFileName().toString();
                                return name.endsWith(".onnx")
                                        || name.endsWith(".ort")
                                        || name.endsWith(".tflite");
                            })
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
