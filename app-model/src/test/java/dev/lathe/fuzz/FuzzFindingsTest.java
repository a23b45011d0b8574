package dev.lathe.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.lathe.model.cost.CostAnalysis;
import dev.lathe.model.format.ModelFiles;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.shape.ShapeInference;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FuzzFindingsTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @ParameterizedTest
    @MethodSource("findings")
    void opensWithoutHarmWhatOnceFailed(Path file) {
        assertTimeoutPreemptively(LIMIT, () -> open(file));
    }

    private static void open(Path file) {
        try {
            var model = ModelFiles.read(file);
            assertThat(CostAnalysis.compute(model, ShapeInference.infer(model))).isNotNull();
        } catch (ModelFormatException e) {
            assertThat(e.getMessage()).startsWith("Cannot open ").doesNotContain("\n");
        }
    }

    static List<Path> findings() throws IOException, URISyntaxException {
        var folder = Objects.requireNonNull(FuzzFindingsTest.class.getResource("."), "classes");
        try (var files = Files.walk(Path.of(folder.toURI()))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().contains("Inputs"))
                    .sorted()
                    .toList();
        }
    }
}
