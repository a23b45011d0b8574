package dev.lathe.ui.compress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lathe.model.graph.Tensor;
import dev.lathe.model.prune.PruneScope;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrunePreviewTest {
    private final Magnitudes small = magnitudes("small", 0f, 1f, -2f, 3f);
    private final Magnitudes large = magnitudes("large", 10f, 20f, -30f, 40f);

    @Test
    void globallyTheSmallestOfAllLayersGoFirst() {
        var preview = PrunePreview.of(List.of(small, large), 0.5, PruneScope.GLOBAL);

        assertThat(preview.zeros()).isEqualTo(4);
        assertThat(preview.weights()).isEqualTo(8);
        assertThat(preview.shares()).containsEntry("small", 1.0).containsEntry("large", 0.0);
    }

    @Test
    void layerByLayerEachLosesTheSameShare() {
        var preview = PrunePreview.of(List.of(small, large), 0.5, PruneScope.LAYER);

        assertThat(preview.zeros()).isEqualTo(4);
        assertThat(preview.shares()).containsEntry("small", 0.5).containsEntry("large", 0.5);
    }

    @Test
    void zerosThatAreThereAlreadyCount() {
        var preview = PrunePreview.of(List.of(small), 0.1, PruneScope.GLOBAL);

        assertThat(preview.zeros()).isEqualTo(1);
        assertThat(preview.shares().get("small")).isCloseTo(0.25, within(1e-9));
    }

    @Test
    void allOfThemIsAllOfThem() {
        var preview = PrunePreview.of(List.of(small, large), 1, PruneScope.GLOBAL);

        assertThat(preview.zeros()).isEqualTo(8);
        assertThat(preview.shares()).containsEntry("large", 1.0);
    }

    private static Magnitudes magnitudes(String layer, float... weights) {
        return Magnitudes.ofFloats(layer, Tensor.ofFloats("w", weights, weights.length))
                .orElseThrow();
    }
}
