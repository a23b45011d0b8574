package dev.lathe.model.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.graph.ModelFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ModelFileNamesTest {

    @ParameterizedTest
    @CsvSource({
        "net.onnx, net",
        "net.v1.TFLITE, net.v1",
        "net.onnx.gz, net",
        "net.textproto, net",
        "net, net",
        "onnx, onnx"
    })
    void takesOffTheEndingThatTellsTheFormat(String name, String stem) {
        assertThat(ModelFileNames.stem(name)).isEqualTo(stem);
    }

    @Test
    void namesAnEditedModelAfterTheFormatThatItIsWrittenIn() {
        assertThat(ModelFileNames.edited("net.ort", ModelFormat.ORT)).isEqualTo("net-edited.onnx");
        assertThat(ModelFileNames.edited("net.onnx.gz", ModelFormat.ONNX))
                .isEqualTo("net-edited.onnx");
        assertThat(ModelFileNames.edited("net.tflite", ModelFormat.TFLITE))
                .isEqualTo("net-edited.tflite");
    }
}
