package dev.lathe.model.ort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.model.cost.SampleCost;
import dev.lathe.model.format.ModelFiles;
import dev.lathe.model.graph.ModelFormat;
import dev.lathe.model.graph.ModelFormatException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("corpus")
class OrtCorpusTest {
    private static final Path DATA = Path.of(System.getProperty("lathe.data", ""));
    private static final Path MNIST = DATA.resolve("models/mnist/mnist.basic.ort");

    @TempDir Path folder = Path.of("");

    @Test
    void costsWhatTheOnnxModelCostsThatItWasMadeFrom() throws Exception {
        var ort = SampleCost.of(ModelFiles.read(MNIST));
        var onnx = SampleCost.of(ModelFiles.read(DATA.resolve("models/mnist/mnist-12-cntk.onnx")));

        assertThat(ort.macs()).isEqualTo(onnx.macs());
        assertThat(ort.parameters()).isEqualTo(onnx.parameters());
    }

    @Test
    void writesWhatItReadByteForByte() throws Exception {
        var copy = folder.resolve("copy.ort");

        ModelFiles.write(ModelFiles.read(MNIST), copy);

        assertThat(Files.mismatch(MNIST, copy)).isEqualTo(-1);
    }

    @Test
    void writesAnEditedModelAsOnnx() throws Exception {
        var model = ModelFiles.read(MNIST);
        var edited = model.withGraph(model.graph().edit().build());
        var copy = folder.resolve("copy.onnx");

        ModelFiles.write(edited, copy);
        var again = ModelFiles.read(copy);

        assertThat(again.header().format()).isEqualTo(ModelFormat.ONNX);
        assertThat(again.graph().nodes()).isEqualTo(model.graph().nodes());
        assertThat(again.graph().initializers()).isEqualTo(model.graph().initializers());
        assertThatThrownBy(() -> ModelFiles.write(edited, folder.resolve("copy.ort")))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("choose a name that ends in .onnx");
    }
}
