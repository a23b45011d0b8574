package dev.lathe.model.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.model.data.Preprocess.Channels;
import dev.lathe.model.data.Preprocess.Layout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PreprocessJsonTest {

    @Test
    void readsEveryField() throws Exception {
        var json =
                """
                {"resize": [256, 256], "crop": [224, 224], "layout": "NHWC", "channels": "BGR",
                 "scale": 0.5, "mean": [1, 2, 3], "std": [4, 5, 6], "labels": ["a", "b"]}
                """;

        assertThat(PreprocessJson.read(json, "test"))
                .isEqualTo(
                        new Preprocess(
                                Optional.of(List.of(256, 256)),
                                Optional.of(List.of(224, 224)),
                                Layout.NHWC,
                                Channels.BGR,
                                0.5,
                                List.of(1.0, 2.0, 3.0),
                                List.of(4.0, 5.0, 6.0),
                                List.of("a", "b")));
    }

    @Test
    void leavesAbsentFieldsAtTheirDefaults() throws Exception {
        assertThat(PreprocessJson.read("{}", "test")).isEqualTo(Preprocess.NONE);
    }

    @ParameterizedTest
    @MethodSource("dev.lathe.model.data.Presets#names")
    void survivesARoundTrip(String preset) throws Exception {
        var preprocess = Presets.find(preset).orElseThrow();

        var json = PreprocessJson.toJson(preprocess).toString();

        assertThat(PreprocessJson.read(json, "test")).isEqualTo(preprocess);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"size": 3} | it has an unknown field 'size'; known are channels, crop, labels,
                    {"resize": 0} | 'resize' must be one number or [height, width]
                    {"resize": [1, 2, 3]} | 'resize' must be one number or [height, width]
                    {"resize": 1.5} | 'resize' must hold whole numbers
                    {"layout": "NWHC"} | 'layout' must be one of [NCHW, NHWC]
                    {"std": 0} | 'std' must not hold 0
                    {"mean": [1, 2]} | 'mean' must hold one number for all channels or one for each
                    {"mean": "a"} | 'mean' must be a number or a list of them
                    {"labels": [1]} | 'labels' must be a list of texts
                    {"labels": ["a", "a"]} | 'labels' must not name a class twice
                    [] | it is not a JSON object
                    {"scale": | it is not JSON
                    """)
    void refusesNonsenseInASentence(String json, String reason) {
        assertThatThrownBy(() -> PreprocessJson.read(json, "p.json"))
                .isInstanceOf(DatasetException.class)
                .hasMessageStartingWith("Cannot read the preprocessing p.json: " + reason);
    }

    @Test
    void resolvesNamesAndFiles(@TempDir Path folder) throws Exception {
        var file = folder.resolve("own.json");
        Files.writeString(file, "{\"scale\": 2}");

        assertThat(Presets.resolve("mnist")).isEqualTo(Presets.find("mnist").orElseThrow());
        assertThat(Presets.resolve(file.toString()).scale()).isEqualTo(2);
        assertThatThrownBy(() -> Presets.resolve("minst"))
                .hasMessage(
                        "Cannot find the preprocessing 'minst': it is neither a file nor one of"
                                + " raw, unit, mnist, fashion-mnist, cifar10, imagenet");
    }
}
