package dev.lathe.model.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.model.data.Pixels.Depth;
import dev.lathe.model.data.Preprocess.Channels;
import org.junit.jupiter.api.Test;

class PreprocessorTest {
    private static final Pixels TWO_PIXELS =
            new Pixels(1, 2, 3, new float[] {10, 20, 30, 40, 50, 60}, Depth.BYTES);

    @Test
    void putsChannelsFirst() throws Exception {
        var input = apply("{}", TWO_PIXELS);

        assertThat(input.sizes()).containsExactly(3L, 1L, 2L);
        assertThat(input.toFloats()).containsExactly(10, 40, 20, 50, 30, 60);
    }

    @Test
    void putsChannelsLast() throws Exception {
        var input = apply("{'layout': 'NHWC', 'channels': 'BGR'}", TWO_PIXELS);

        assertThat(input.sizes()).containsExactly(1L, 2L, 3L);
        assertThat(input.toFloats()).containsExactly(30, 20, 10, 60, 50, 40);
    }

    @Test
    void scalesThenNormalizesByChannel() throws Exception {
        var json = "{'channels': 'RGB', 'scale': 0.1, 'mean': [1, 2, 3], 'std': [1, 2, 4]}";

        assertThat(apply(json, TWO_PIXELS).toFloats()).containsExactly(0, 3, 0, 1.5f, 0, 0.75f);
    }

    @Test
    void resizesTheShorterSide() throws Exception {
        var input = apply("{'resize': 4}", new Pixels(2, 5, 1, new float[10], Depth.BYTES));

        assertThat(input.sizes()).containsExactly(3L, 4L, 10L);
    }

    @Test
    void cropsTheMiddle() throws Exception {
        var row = new Pixels(1, 5, 1, new float[] {1, 2, 3, 4, 5}, Depth.BYTES);

        assertThat(apply("{'crop': [1, 3], 'channels': 'GRAY'}", row).toFloats())
                .containsExactly(2, 3, 4);
    }

    @Test
    void refusesToCropBeyondTheImage() {
        assertThatThrownBy(() -> apply("{'crop': 224}", TWO_PIXELS))
                .isInstanceOf(DatasetException.class)
                .hasMessage(
                        "Cannot crop the image to 224×224: it is only 1×2; add a resize to the"
                                + " preprocessing");
    }

    private static dev.lathe.model.graph.Tensor apply(String json, Pixels image)
            throws DatasetException {
        var preprocess = PreprocessJson.read(json.replace('\'', '"'), "test");
        return new Preprocessor(preprocess, Channels.RGB).apply(image, "the image");
    }
}
