package dev.lathe.samples.train.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxFilesTest {
    private static final byte[] LABELS = {3, 0, 3, 1, 0, 3};

    @Test
    void readsWhatItWrote(@TempDir Path folder) throws IOException {
        LabelledImages written = images(LABELS);

        IdxFiles.named(folder, "some").write(written);
        LabelledImages read = IdxFiles.named(folder, "some").read();

        assertThat(read.labels()).isEqualTo(written.labels());
        assertThat(read.pixels()).isEqualTo(written.pixels());
    }

    @Test
    void givesTheSameBytesEachTime(@TempDir Path folder) throws IOException {
        IdxFiles first = IdxFiles.named(folder, "first");
        IdxFiles second = IdxFiles.named(folder, "second");

        first.write(images(LABELS));
        second.write(images(LABELS));

        assertThat(second.images()).hasSameBinaryContentAs(first.images());
        assertThat(second.labels()).hasSameBinaryContentAs(first.labels());
    }

    @Test
    void refusesLabelsOfOtherImages(@TempDir Path folder) throws IOException {
        IdxFiles.named(folder, "six").write(images(LABELS));
        IdxFiles.named(folder, "two").write(images(new byte[] {1, 2}));
        var mixed =
                new IdxFiles(
                        IdxFiles.named(folder, "six").images(),
                        IdxFiles.named(folder, "two").labels());

        assertThatThrownBy(mixed::read)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("counts differ");
    }

    @Test
    void refusesOtherFiles(@TempDir Path folder) throws IOException {
        IdxFiles.named(folder, "six").write(images(LABELS));
        Path labels = IdxFiles.named(folder, "six").labels();

        var swapped = new IdxFiles(labels, labels);

        assertThat(Files.exists(labels)).isTrue();
        assertThatThrownBy(swapped::read).hasMessageContaining("not the expected IDX file");
    }

    @Test
    void keepsTheOrderOfTheImagesItPicks() {
        LabelledImages picked = images(LABELS).firstOfEachClass(2);

        assertThat(picked.labels()).isEqualTo(new byte[] {3, 0, 3, 1, 0});
        assertThat(picked.pixel(4, 0, 0)).isEqualTo(4);
    }

    /// Images of one grey each, which is their number.
    private static LabelledImages images(byte[] labels) {
        var pixels = new byte[labels.length * LabelledImages.PIXELS];
        for (int index = 0; index < pixels.length; index++) {
            pixels[index] = (byte) (index / LabelledImages.PIXELS);
        }
        return new LabelledImages(pixels, labels);
    }
}
