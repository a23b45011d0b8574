package dev.lathe.ui.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.edit.Edit.PruneMagnitude;
import dev.lathe.model.edit.LayerSelection;
import dev.lathe.model.prune.PruneScope;
import dev.lathe.ui.graph.GraphState;
import dev.lathe.ui.graph.paint.ChangeMarks.Mark;
import dev.lathe.ui.job.DirectJobs;
import dev.lathe.ui.session.Engine;
import dev.lathe.ui.session.FakeEngine;
import dev.lathe.ui.session.Workbench;
import dev.lathe.ui.testing.Benches;
import dev.lathe.ui.testing.ToyEngine;
import dev.lathe.ui.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiffViewModelTest {
    private final Texts texts = new Texts(Locale.ENGLISH);
    private final Engine engine = new ToyEngine();
    private final Workbench workbench = Benches.opened(engine, texts);
    private final DiffViewModel diff =
            new DiffViewModel(workbench, engine, new DirectJobs(), texts);

    @Test
    void twoVersionsAreComparedLayerByLayer() {
        prune();

        diff.compareVersions(0, 1);

        assertThat(diff.openProperty().get()).isTrue();
        assertThat(diff.stateProperty().get()).isEqualTo(DiffState.READY);
        assertThat(diff.changes().shown()).extracting(ChangeRow::name).contains("conv1");
        assertThat(diff.sourceProperty(Side.BEFORE).get())
                .map(DiffSource::name)
                .contains("toy.onnx");
        assertThat(diff.sourceProperty(Side.AFTER).get())
                .map(DiffSource::name)
                .contains("1 · Prune 50 %");
        assertThat(diff.graph(Side.AFTER).changesProperty().get().layers())
                .containsEntry("conv1", Mark.CHANGED);
    }

    @Test
    void tellsHowFarWeightsAreFromWhatTheyWere() {
        prune();

        diff.compareVersions(0, 1);

        assertThat(diff.text())
                .contains("~ Conv conv1: w1: float32 2×1×3×3, 7 of 18 numbers changed (38.9 %)");
    }

    @Test
    void aModelAndItselfAreIdentical() {
        diff.compareWithFile(0, Path.of("again.onnx"));

        assertThat(diff.stateProperty().get()).isEqualTo(DiffState.IDENTICAL);
        assertThat(diff.changes().shown()).isEmpty();
    }

    @Test
    void theFirstChangeIsSelectedInAllPictures() {
        prune();

        diff.compareVersions(0, 1);

        assertThat(diff.changes().currentProperty().get()).map(ChangeRow::name).contains("conv1");
        assertThat(diff.graph(Side.BEFORE).selectedLayers()).containsExactly("conv1");
        assertThat(diff.graph(Side.AFTER).selectedLayers()).containsExactly("conv1");
    }

    @Test
    void aLayerChosenInOnePictureIsChosenInTheOther() {
        prune();
        diff.compareVersions(0, 1);

        diff.graph(Side.BEFORE).selectOnly(List.of("relu1"));
        assertThat(diff.graph(Side.AFTER).selectedLayers()).containsExactly("relu1");
        assertThat(diff.changes().currentProperty().get()).isEmpty();

        diff.graph(Side.AFTER).selectOnly(List.of("conv1"));
        assertThat(diff.graph(Side.BEFORE).selectedLayers()).containsExactly("conv1");
        assertThat(diff.changes().currentProperty().get()).map(ChangeRow::name).contains("conv1");
    }

    @Test
    void changesAreWalkedInACircle() {
        prune();
        diff.compareVersions(0, 1);
        var names = diff.changes().shown().stream().map(ChangeRow::name).toList();
        assertThat(names).containsExactly("conv1", "fc");

        diff.changes().next();
        assertThat(diff.changes().currentProperty().get()).map(ChangeRow::name).contains("fc");

        diff.changes().next();
        assertThat(diff.changes().currentProperty().get()).map(ChangeRow::name).contains("conv1");

        diff.changes().previous();
        assertThat(diff.changes().currentProperty().get()).map(ChangeRow::name).contains("fc");
    }

    @Test
    void changesAreFoundByWordsAndKinds() {
        prune();
        diff.compareVersions(0, 1);

        diff.changes().queryProperty().set("matmul W2");
        assertThat(diff.changes().shown()).extracting(ChangeRow::name).containsExactly("fc");

        diff.changes().queryProperty().set("");
        diff.changes().kindProperty(ChangeKind.CHANGED).set(false);
        assertThat(diff.changes().shown()).isEmpty();
    }

    @Test
    void theSidesCanBeExchanged() {
        prune();
        diff.compareVersions(0, 1);

        diff.swap();

        assertThat(diff.sourceProperty(Side.AFTER).get())
                .map(DiffSource::name)
                .contains("toy.onnx");
        assertThat(diff.sourceProperty(Side.BEFORE).get())
                .map(DiffSource::name)
                .contains("1 · Prune 50 %");
    }

    @Test
    void onlyThePicturesThatAreSeenAreLaidOut() {
        prune();
        diff.compareVersions(0, 1);
        assertThat(diff.graph(Side.MERGED).stateProperty().get()).isEqualTo(GraphState.EMPTY);

        diff.modeProperty().set(DiffMode.MERGED);

        assertThat(diff.graph(Side.MERGED).stateProperty().get()).isEqualTo(GraphState.READY);
        assertThat(diff.graph(Side.MERGED).selectedLayers()).containsExactly("conv1");
    }

    @Test
    void saysWhyAFileCannotBeCompared() {
        var failing = new FakeEngine();
        var bench = Benches.with(new DirectJobs(), failing, texts);
        bench.open(Path.of("good.onnx"));
        var model = new DiffViewModel(bench, failing, new DirectJobs(), texts);

        model.compareWithFile(0, Path.of("bad.onnx"));

        assertThat(model.stateProperty().get()).isEqualTo(DiffState.FAILED);
        assertThat(model.messageProperty().get())
                .isEqualTo("Cannot open bad.onnx: it is no model.");
    }

    @Test
    void closesWhenAnotherModelIsOpened() {
        prune();
        diff.compareVersions(0, 1);

        workbench.open(Path.of("other.onnx"));

        assertThat(diff.openProperty().get()).isFalse();
        assertThat(diff.comparisonProperty().get()).isEqualTo(Optional.empty());
    }

    private void prune() {
        workbench.apply(new PruneMagnitude(0.5, PruneScope.GLOBAL, LayerSelection.ALL));
    }
}
