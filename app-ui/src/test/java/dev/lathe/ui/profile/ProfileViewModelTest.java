package dev.lathe.ui.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.edit.Edit.PruneMagnitude;
import dev.lathe.model.edit.LayerSelection;
import dev.lathe.model.prune.PruneScope;
import dev.lathe.profiler.measure.ProfileMode;
import dev.lathe.profiler.measure.ProfilePlan;
import dev.lathe.ui.session.Workbench;
import dev.lathe.ui.testing.Benches;
import dev.lathe.ui.testing.ToyEngine;
import dev.lathe.ui.text.Texts;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ProfileViewModelTest {
    private final Texts texts = new Texts(Locale.ENGLISH);
    private final ToyEngine engine = new ToyEngine();
    private final Workbench workbench = Benches.opened(engine, texts);
    private final ProfileViewModel model = new ProfileViewModel(workbench, texts);

    @Test
    void measuresTheShownVersionAsWasChosen() {
        model.modeProperty().set(ProfileMode.NORMAL);
        model.threadsProperty().set(2);

        model.profileCurrent();

        assertThat(engine.plans()).containsExactly(ProfilePlan.local(ProfileMode.NORMAL, 2));
        assertThat(model.profile().getValue()).map(p -> p.latency().medianMs()).contains(0.8);
    }

    @Test
    void theTimesOfOperatorsBelongToLayersWhereTheirNamesTell() {
        model.profileCurrent();

        assertThat(model.operators())
                .extracting(OperatorRow::title)
                .containsExactly("conv1", "fc", "ReorderOutput_token_3");
    }

    @Test
    void anOperatorSelectsItsLayer() {
        model.profileCurrent();

        model.select(model.operators().getFirst());

        assertThat(workbench.selectedLayers()).containsExactly("conv1");
    }

    @Test
    void aRunnerThatDiesIsReportedInOneSentenceAndMeasuringGoesOn() {
        engine.failWith("The runner stopped while it measured toy.onnx; try again.");
        model.profileCurrent();

        assertThat(model.profiling().failureProperty().get())
                .isEqualTo("The runner stopped while it measured toy.onnx; try again.");
        assertThat(model.canProfile().get()).isTrue();
    }

    @Test
    void mediansStandBesideEachOtherOnceBothAreMeasured() {
        model.profileCurrent();
        workbench.apply(new PruneMagnitude(0.5, PruneScope.GLOBAL, LayerSelection.ALL));
        assertThat(model.medians()).isEmpty();

        engine.setMedianMs(0.4);
        model.profileCurrent();

        assertThat(model.medians()).contains(new ProfileViewModel.Medians(0.8, 0.4));
    }
}
