package dev.lathe.resources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SamplesTest {
    @TempDir Path cache;

    @ParameterizedTest
    @MethodSource("dev.lathe.resources.Samples#all")
    void everySampleUnpacks(Sample sample) throws IOException {
        var files = new Samples(cache).unpack(sample);

        assertThat(files.model()).isNotEmptyFile().hasFileName("model.onnx");
        assertThat(files.evaluation().isPresent()).isEqualTo(sample.data().isPresent());
    }

    @Test
    void labelsLieBesideTheirImages() throws IOException {
        var files = new Samples(cache).unpack(Samples.FASHION);

        assertThat(files.evaluation().orElseThrow().resolveSibling("t2k-labels-idx1-ubyte.gz"))
                .isNotEmptyFile();
    }

    @Test
    void unpackingAgainWritesNothing() throws IOException {
        var samples = new Samples(cache);
        var model = samples.unpack(Samples.FASHION).model();
        var written = Files.getLastModifiedTime(model);

        assertThat(samples.unpack(Samples.FASHION).model()).isEqualTo(model);
        assertThat(Files.getLastModifiedTime(model)).isEqualTo(written);
        try (var files = Files.list(model.resolveSibling(""))) {
            assertThat(files).containsExactly(model);
        }
    }

    @Test
    void aFileThatWasCutShortIsWrittenAnew() throws IOException {
        var samples = new Samples(cache);
        var model = samples.unpack(Samples.FASHION).model();
        long size = Files.size(model);
        Files.write(model, new byte[10]);

        samples.unpack(Samples.FASHION);

        assertThat(model).hasSize(size);
    }
}
