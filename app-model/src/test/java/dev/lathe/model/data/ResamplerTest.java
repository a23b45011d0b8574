package dev.lathe.model.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The expected pictures were resized with Pillow's BILINEAR filter.
class ResamplerTest {

    @ParameterizedTest
    @CsvSource({"10, 12, noise-12x10.png", "40, 50, noise-50x40.png", "23, 31, noise.png"})
    void resizesAsPillowDoes(int height, int width, String expected) throws Exception {
        var image = ImageDecoder.decode(Fixtures.file("noise.png"));

        var resized = Resampler.resize(image, height, width);

        assertThat(resized.samples)
                .containsExactly(ImageDecoder.decode(Fixtures.file(expected)).samples);
    }
}
