package dev.lathe.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.edit.Edit;
import dev.lathe.model.edit.Edit.PruneMagnitude;
import dev.lathe.model.edit.LayerSelection;
import dev.lathe.model.prune.PruneScope;
import dev.lathe.profiler.measure.ProfileMode;
import dev.lathe.profiler.measure.ProfilePlan;
import dev.lathe.resources.Samples;
import dev.lathe.ui.job.DirectJobs;
import dev.lathe.ui.text.Texts;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbenchTest {
    private static final Path MODEL = Path.of("model.onnx");
    private static final Path OTHER = Path.of("other.onnx");

    @TempDir Path folder;
    private final FakeEngine engine = new FakeEngine();
    private final Texts texts = new Texts(Locale.ENGLISH);
    private Workbench workbench =
            new Workbench(
                    new DirectJobs(),
                    engine,
                    new Samples(Path.of("unused")),
                    texts,
                    new Problems(texts, Clock.systemUTC()));

    @BeforeEach
    void makeWorkbench() {
        workbench =
                new Workbench(
                        new DirectJobs(),
                        engine,
                        new Samples(folder),
                        texts,
                        new Problems(texts, Clock.systemUTC()));
    }

    @Test
    void openingShowsTheOriginal() {
        workbench.open(MODEL);

        assertThat(workbench.openProperty().get()).map(OpenModel::name).contains("model.onnx");
        assertThat(workbench.versions()).hasSize(1);
        assertThat(workbench.currentProperty().get()).contains(workbench.versions().getFirst());
        assertThat(workbench.versions().getFirst().zerosShare()).contains(0.25);
        assertThat(workbench.opening().isRunning()).isFalse();
    }

    @Test
    void aFileThatIsNoModelLeavesTheOpenOneAndIsReportedInASentence() {
        workbench.open(MODEL);

        workbench.open(Path.of("bad.onnx"));

        assertThat(workbench.openProperty().get()).map(OpenModel::name).contains("model.onnx");
        assertThat(sentences()).containsExactly("Cannot open bad.onnx: it is no model.");
    }

    @Test
    void anEditAddsAVersionAndShowsIt() {
        workbench.open(MODEL);

        workbench.apply(prune(0.5));

        assertThat(workbench.versions()).hasSize(2);
        assertThat(shown().step()).isEqualTo(1);
        assertThat(shown().edit()).contains(prune(0.5));
        assertThat(workbench.historyProperty().get().present().edits()).containsExactly(prune(0.5));
    }

    @Test
    void anEditThatFailsChangesNothing() {
        workbench.open(MODEL);

        workbench.apply(prune(1));

        assertThat(workbench.versions()).hasSize(1);
        assertThat(workbench.canUndo().get()).isFalse();
        assertThat(sentences()).containsExactly("Cannot prune all.");
        assertThat(workbench.canEdit().get()).isTrue();
    }

    @Test
    void undoAndRedoMakeNothingTwice() {
        workbench.open(MODEL);
        workbench.apply(prune(0.5));
        workbench.apply(prune(0.6));
        engine.calls.clear();

        workbench.undo();
        assertThat(workbench.versions()).hasSize(2);
        workbench.redo();

        assertThat(workbench.versions()).hasSize(3);
        assertThat(engine.calls).doesNotContain("apply");
    }

    @Test
    void anEditAfterUndoForgetsWhatWasUndone() {
        workbench.open(MODEL);
        workbench.apply(prune(0.5));
        workbench.undo();

        workbench.apply(prune(0.7));

        assertThat(workbench.canRedo().get()).isFalse();
        assertThat(shown().edit()).contains(prune(0.7));
    }

    @Test
    void aSelectedLayerStaysSelectedAsLongAsTheVersionHasIt() {
        workbench.open(MODEL);
        workbench.apply(prune(0.5));
        workbench.selectedLayers().addAll(List.of("first", "edit2"));

        workbench.select(workbench.versions().getFirst());

        assertThat(workbench.selectedLayers()).containsExactly("first");
    }

    @Test
    void chosenDataEvaluateEveryVersionOnce() {
        workbench.open(MODEL);
        workbench.apply(prune(0.5));

        choose("data");

        assertThat(Collections.frequency(engine.calls, "evaluate")).isEqualTo(2);
        assertThat(Collections.frequency(engine.calls, "compare")).isEqualTo(1);
        assertThat(workbench.versions()).allMatch(version -> version.evaluation().isPresent());
        assertThat(shown().comparison()).isPresent();
    }

    @Test
    void otherDataEvaluateAgain() {
        workbench.open(MODEL);
        choose("data");

        choose("other");

        assertThat(Collections.frequency(engine.calls, "evaluate")).isEqualTo(2);
    }

    @Test
    void aMeasurementStaysWithItsVersion() {
        workbench.open(MODEL);
        workbench.apply(prune(0.5));

        workbench.profile(shown(), ProfilePlan.local(ProfileMode.RAPID, 1));

        assertThat(shown().profile()).isPresent();
        assertThat(workbench.versions().getFirst().profile()).isEmpty();
        workbench.undo();
        workbench.redo();
        assertThat(shown().profile()).isPresent();
    }

    @Test
    void aRecipeSavedAndLoadedMakesTheSameVersions() {
        workbench.open(MODEL);
        workbench.apply(prune(0.5));
        workbench.saveRecipe(Path.of("recipe.json"));
        workbench.open(OTHER);

        workbench.loadRecipe(Path.of("recipe.json"));

        assertThat(workbench.versions()).hasSize(2);
        assertThat(workbench.statusProperty().get()).isEqualTo("Opened other.onnx");
    }

    @Test
    void reloadingReadsTheFileAgainAndKeepsTheRecipe() {
        workbench.open(MODEL);
        workbench.apply(prune(0.5));
        engine.calls.clear();

        workbench.reload();

        assertThat(engine.calls).containsExactly("read model.onnx", "apply");
        assertThat(workbench.versions()).hasSize(2);
    }

    @Test
    void aSampleBringsItsData() {
        workbench.openSample(Samples.FASHION);

        assertThat(workbench.openProperty().get())
                .map(OpenModel::name)
                .contains("Fashion classifier");
        assertThat(workbench.data().calibrationProperty().get()).isPresent();
        assertThat(shown().evaluation()).isPresent();
    }

    @Test
    void savingWritesTheVersionThatIsShown() {
        workbench.open(MODEL);

        workbench.saveModel(Path.of("saved.onnx"));

        assertThat(engine.calls).contains("write saved.onnx");
        assertThat(workbench.statusProperty().get()).isEqualTo("Saved saved.onnx");
    }

    @Test
    void closingLeavesNothing() {
        workbench.open(MODEL);
        workbench.selectedLayers().add("first");

        workbench.close();

        assertThat(workbench.openProperty().get()).isEmpty();
        assertThat(workbench.versions()).isEmpty();
        assertThat(workbench.selectedLayers()).isEmpty();
        assertThat(workbench.canEdit().get()).isFalse();
    }

    @Test
    void anotherModelDoesNotKeepTheDataOfASample() {
        workbench.openSample(Samples.FASHION);

        workbench.open(MODEL);

        assertThat(workbench.data().evaluationProperty().get()).isEmpty();
        assertThat(shown().evaluation()).isEmpty();
    }

    @Test
    void reloadingKeepsTheData() {
        workbench.open(MODEL);
        choose("data");

        workbench.reload();

        assertThat(workbench.data().evaluationProperty().get()).isPresent();
    }

    private void choose(String name) {
        workbench
                .data()
                .evaluationProperty()
                .set(Optional.of(new DataChoice(name, Path.of(name), engine.preprocess("raw"))));
    }

    private Version shown() {
        return workbench.currentProperty().get().orElseThrow();
    }

    private List<String> sentences() {
        return workbench.problems().list().stream().map(Problem::sentence).toList();
    }

    private static Edit prune(double amount) {
        return new PruneMagnitude(amount, PruneScope.GLOBAL, LayerSelection.ALL);
    }
}
