package dev.lathe.samples.train.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonStringsTest {

    @Test
    void escapesWhatJsonReserves() {
        String json = JsonStrings.array(List.of("a", "\n", "\"", "\\"));

        assertThat(json).isEqualTo("[\"a\",\"\\n\",\"\\\"\",\"\\\\\"]");
    }
}
