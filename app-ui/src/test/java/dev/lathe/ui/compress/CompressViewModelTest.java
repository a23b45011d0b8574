package dev.lathe.ui.compress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.data.Presets;
import dev.lathe.model.edit.Edit.PruneMagnitude;
import dev.lathe.model.edit.LayerSelection;
import dev.lathe.model.prune.PruneScope;
import dev.lathe.ui.job.DirectJobs;
import dev.lathe.ui.session.DataChoice;
import dev.lathe.ui.session.Workbench;
import dev.lathe.ui.testing.Benches;
import dev.lathe.ui.testing.ToyEngine;
import dev.lathe.ui.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CompressViewModelTest {
    private final Texts texts = new Texts(Locale.ENGLISH);
    private final Workbench workbench = Benches.empty(new ToyEngine(), texts);
    private final CompressViewModel model =
            new CompressViewModel(workbench, new DirectJobs(), texts);

    @Test
    void listsTheLayersThatHaveWeights() {
        open();

        assertThat(model.pruning().layers().list())
                .extracting(LayerItem::name)
                .containsExactly("conv1", "fc");
        assertThat(model.pruning().layers().list())
                .extracting(LayerItem::weights)
                .containsExactly(18L, 8L);
    }

    @Test
    void saysBeforehandHowManyWeightsBecomeZero() {
        open();

        model.pruning().amountProperty().set(0.5);
        assertThat(preview().zeros()).isEqualTo(13);

        model.pruning().layers().exclude(List.of("conv1"));
        assertThat(preview().zeros()).isEqualTo(4);
        assertThat(preview().weights()).isEqualTo(8);
    }

    @Test
    void theEditIsMadeAsItWasAnnounced() {
        open();
        long announced = preview().zeros();

        model.prune();

        var zeros = workbench.versions().getLast().zerosShare().orElseThrow();
        assertThat(Math.round(zeros * 26)).isEqualTo(announced);
    }

    @Test
    void theLayersThatAreSelectedInTheGraphCanBeLeftOut() {
        open();
        workbench.selectedLayers().add("fc");

        model.excludeSelection(model.pruning().layers());

        assertThat(model.pruning().edit())
                .isEqualTo(
                        new PruneMagnitude(
                                0.5,
                                PruneScope.GLOBAL,
                                new LayerSelection(List.of(), List.of("fc"))));
    }

    @Test
    void saysWhyNothingCanBePruned() {
        assertThat(model.pruneObstacle().get()).contains("no float32 weights");
        open();
        assertThat(model.pruneObstacle().get()).isEmpty();

        model.pruning().amountProperty().set(0);
        assertThat(model.pruneObstacle().get()).contains("0 %");

        model.pruning().layers().exclude(List.of("conv1", "fc"));
        assertThat(model.pruneObstacle().get()).contains("No layer takes part");
    }

    @Test
    void staticQuantizationNeedsCalibrationDataAndDynamicDoesNot() {
        open();
        assertThat(model.quantizeObstacle().get()).contains("calibration data");

        model.quantizing().modeProperty().set(QuantizeMode.DYNAMIC);
        assertThat(model.quantizeObstacle().get()).isEmpty();

        model.quantizing().modeProperty().set(QuantizeMode.STATIC);
        workbench
                .data()
                .calibrationProperty()
                .set(
                        Optional.of(
                                DataChoice.of(
                                        Path.of("images"),
                                        Presets.find(Presets.names().getFirst()).orElseThrow())));
        assertThat(model.quantizeObstacle().get()).isEmpty();
    }

    @Test
    void saysWhatTheEditDid() {
        open();
        assertThat(model.outcome().get()).isEmpty();

        model.prune();

        assertThat(model.outcome().get()).isEqualTo("Prune 50 %: 2 layers were changed");
    }

    private void open() {
        workbench.open(Path.of("toy.onnx"));
    }

    private PrunePreview preview() {
        return model.pruning().previewProperty().get().orElseThrow();
    }
}
