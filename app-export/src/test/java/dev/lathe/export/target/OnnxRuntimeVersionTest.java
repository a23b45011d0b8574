package dev.lathe.export.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.graph.ModelHeader;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnnxRuntimeVersionTest {

    @ParameterizedTest
    @CsvSource({
        "7, 3, 1.0.0",
        "13, 7, 1.6.0",
        "13, 8, 1.9.0",
        "17, 8, 1.12.0",
        "19, 9, 1.16.0",
        "21, 10, 1.18.0",
        "22, 10, 1.28.0",
        "17, 11, 1.28.0",
    })
    void knowsTheOldestVersionThatRunsAModel(long opset, long irVersion, String version) {
        var header =
                new ModelHeader(
                        irVersion,
                        new LinkedHashMap<>(Map.of("", opset)),
                        "",
                        "",
                        "",
                        0,
                        "",
                        new LinkedHashMap<>());

        assertThat(OnnxRuntimeVersion.minimum(header)).isEqualTo(version);
    }
}
