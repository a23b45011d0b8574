package dev.lathe.ui.inspect.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NpyExportTest {

    @Test
    void suggestsNamesThatFileSystemsTake() {
        assertThat(NpyExport.fileName("/model/layer.0/w:0")).isEqualTo("model_layer.0_w_0");
        assertThat(NpyExport.fileName("../..")).isEqualTo("tensor");
        assertThat(NpyExport.fileName("")).isEqualTo("tensor");
        assertThat(NpyExport.fileName("w".repeat(500))).hasSize(80);
    }
}
