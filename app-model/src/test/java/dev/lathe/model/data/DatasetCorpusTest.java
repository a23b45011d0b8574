package dev.lathe.model.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("corpus")
class DatasetCorpusTest {
    private static final Path DATA = Path.of(System.getProperty("lathe.data"), "datasets");

    @Test
    void readsTheTestImagesOfMnist() throws Exception {
        var data = Datasets.open(DATA.resolve("mnist"), Presets.find("mnist").orElseThrow());

        assertThat(data.size()).isEqualTo(10_000);
        assertThat(data.read(0).label()).isEqualTo(OptionalInt.of(7));
        assertThat(mean(data, 10_000)).isBetween(0.0, 0.02);
    }

    @Test
    void readsTheFoldersOfCifar10() throws Exception {
        var preset = Presets.find("cifar10").orElseThrow();

        var data = Datasets.open(DATA.resolve("cifar10/test"), preset);

        assertThat(data.size()).isEqualTo(2_000);
        assertThat(data.labels()).isEqualTo(preset.labels());
        assertThat(data.read(1_999).label()).isEqualTo(OptionalInt.of(9));
        assertThat(data.read(0).input().sizes()).containsExactly(3L, 32L, 32L);
        assertThat(mean(data, 2_000)).isBetween(-0.05, 0.05);
    }

    private static double mean(Dataset data, int samples) throws DatasetException {
        double sum = 0;
        long count = 0;
        for (int i = 0; i < samples; i++) {
            for (float element : data.read(i).input().toFloats()) {
                sum += element;
                count++;
            }
        }
        return sum / count;
    }
}
