package dev.lathe.profiler.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.format.ModelFiles;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.onnx.WeightStorage;
import dev.lathe.profiler.testing.Models;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {
    @TempDir Path folder = Path.of("");

    @Test
    void isTheFileThatTheModelWasReadFrom() throws Exception {
        var model = saved("model.onnx", WeightStorage.AS_READ);

        try (var file = ModelFile.of(model, folder.resolve("temporary"))) {
            assertThat(file.path()).isEqualTo(folder.resolve("model.onnx"));
        }

        assertThat(folder.resolve("model.onnx")).exists();
        assertThat(folder.resolve("temporary")).doesNotExist();
    }

    @Test
    void isATemporaryBinaryFileWhereNoRuntimeReadsTheOriginal() throws Exception {
        for (String name : new String[] {"model.onnx.gz", "model.textproto"}) {
            var model = saved(name, WeightStorage.AS_READ);

            try (var file = ModelFile.of(model, folder.resolve("temporary"))) {
                var origin = ModelFiles.read(file.path()).origin().orElseThrow();
                assertThat(origin.isRunnable()).isTrue();
            }

            assertThat(folder.resolve("temporary")).doesNotExist();
        }
    }

    @Test
    void takesItsDataFileAwayWithIt() throws Exception {
        var model = saved("model.onnx", WeightStorage.EXTERNAL);
        var edited = model.withGraph(model.graph().edit().build());

        try (var file = ModelFile.of(edited, folder.resolve("temporary"))) {
            assertThat(file.path().resolveSibling("model.onnx.data")).exists();
        }

        assertThat(folder.resolve("temporary")).doesNotExist();
        assertThat(folder.resolve("model.onnx.data")).exists();
    }

    private ModelGraph saved(String name, WeightStorage storage) throws Exception {
        var file = folder.resolve(name);
        ModelFiles.write(Models.dense(64), file, storage);
        return ModelFiles.read(file);
    }
}
