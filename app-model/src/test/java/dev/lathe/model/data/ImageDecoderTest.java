package dev.lathe.model.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The expected pictures were decoded with Pillow.
class ImageDecoderTest {

    @ParameterizedTest
    @CsvSource({
        "smooth.jpg, smooth-as-rgb.png, 2",
        "gray.jpg, gray-as-l.png, 1",
        "cmyk.jpg, cmyk-as-rgb.png, 2",
        "palette.gif, palette-as-rgb.png, 0",
    })
    void decodesAsPillowDoes(String file, String expected, double tolerance) throws Exception {
        var decoded = ImageDecoder.decode(Fixtures.file(file));

        var wanted = ImageDecoder.decode(Fixtures.file(expected));
        assertThat(decoded.channels).isEqualTo(wanted.channels);
        assertThat(decoded.width).isEqualTo(wanted.width);
        assertThat(largestDifference(decoded.samples, wanted.samples))
                .isLessThanOrEqualTo(tolerance);
    }

    @Test
    void keepsGreyLevelsAsTheyAre() throws Exception {
        var gray = ImageDecoder.decode(Fixtures.file("noise-gray.png"));

        var fromColor = ImageDecoder.decode(Fixtures.file("noise.png")).toGray();
        assertThat(gray.channels).isEqualTo(1);
        assertThat(gray.samples).containsExactly(fromColor.samples);
    }

    @Test
    void scalesSixteenBitsToEight() throws Exception {
        var gray = ImageDecoder.decode(Fixtures.file("gray16.png"));

        assertThat(Arrays.copyOf(gray.samples, 4)).containsExactly(0, 4, 8, 12);
        assertThat(gray.samples[63]).isEqualTo(255f);
    }

    @Test
    void readsOneBitImages() throws Exception {
        var bits = ImageDecoder.decode(Fixtures.file("bits.png"));

        assertThat(Arrays.copyOf(bits.samples, 4)).containsExactly(0, 255, 0, 255);
    }

    @Test
    void dropsTransparency() throws Exception {
        var opaque = ImageDecoder.decode(Fixtures.file("smooth.bmp"));

        var translucent = ImageDecoder.decode(Fixtures.file("alpha.png"));

        assertThat(translucent.samples).containsExactly(opaque.samples);
    }

    @ParameterizedTest
    @CsvSource({"smooth.jpg, 0.6", "noise.png, 0.5", "palette.gif, 0.5", "smooth.bmp, 0.5"})
    void refusesATruncatedImageAndNamesIt(String name, double share, @TempDir Path folder)
            throws Exception {
        byte[] whole = Files.readAllBytes(Fixtures.file(name));
        var cut = folder.resolve(name);
        Files.write(cut, Arrays.copyOf(whole, (int) (whole.length * share)));

        assertThatThrownBy(() -> ImageDecoder.decode(cut))
                .isInstanceOf(DatasetException.class)
                .hasMessageStartingWith("Cannot read the image " + cut + ": it ")
                .hasMessageEndingWith("; repair it or take it out of the data");
    }

    @Test
    void refusesWhatIsNoImage(@TempDir Path folder) throws Exception {
        var text = folder.resolve("text.jpg");
        Files.writeString(text, "hello");

        assertThatThrownBy(() -> ImageDecoder.decode(text))
                .hasMessageContaining("it is no JPEG, PNG, BMP or GIF image");
    }

    private static double largestDifference(float[] first, float[] second) {
        double largest = first.length == second.length ? 0 : Double.POSITIVE_INFINITY;
        for (int i = 0; i < Math.min(first.length, second.length); i++) {
            largest = Math.max(largest, Math.abs(first[i] - second[i]));
        }
        return largest;
    }
}
