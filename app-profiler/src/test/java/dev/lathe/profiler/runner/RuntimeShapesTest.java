package dev.lathe.profiler.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.ValueType.TensorType;
import dev.lathe.model.run.ModelRunException;
import dev.lathe.profiler.testing.Models;
import dev.lathe.runner.Optimization;
import dev.lathe.runner.SavedForm;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuntimeShapesTest {
    private static final RunnerLaunch LAUNCH = RunnerLaunch.ofThisProcess();

    @Test
    void tellsWhatTheRuntimeInferred() throws Exception {
        try (var shapes = new RuntimeShapes(LAUNCH)) {
            assertThat(shapes.of(Models.dense(4)))
                    .containsOnlyKeys("x", "product", "y")
                    .containsEntry("product", new TensorType(DataType.FLOAT, Shape.of(1, 4)));
            assertThat(shapes.of(Models.doubling()))
                    .containsEntry(
                            "scores",
                            new TensorType(
                                    DataType.FLOAT,
                                    new Shape(List.of(Dimension.of("N"), Dimension.of(3)))));
        }
    }

    @Test
    void goesOnAfterAModelThatTheRuntimeRefuses() throws Exception {
        try (var shapes = new RuntimeShapes(LAUNCH)) {
            assertThatThrownBy(() -> shapes.of(Models.unknownOperator()))
                    .isInstanceOf(ModelRunException.class)
                    .hasMessageStartingWith("Cannot load 'made by hand': ");

            assertThat(shapes.of(Models.dense(4))).containsKey("product");
        }
    }

    @Test
    void savesInTheRuntimesOwnForm(@TempDir Path folder) throws Exception {
        var target = folder.resolve("dense.ort");
        try (var runner = Runner.start(LAUNCH)) {
            runner.save(Models.dense(4), target, SavedForm.ORT, Optimization.NONE);
        }

        var identifier = Arrays.copyOfRange(Files.readAllBytes(target), 4, 8);
        assertThat(new String(identifier, StandardCharsets.US_ASCII)).isEqualTo("ORTM");
    }
}
