package dev.lathe.ui.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.metric.Metric;
import dev.lathe.model.metric.ValueScale.Steps;
import dev.lathe.profiler.measure.ProfileMode;
import dev.lathe.profiler.measure.ProfilePlan;
import dev.lathe.ui.graph.GraphViewModel;
import dev.lathe.ui.graph.paint.NodeOverlay;
import dev.lathe.ui.graph.paint.NodeOverlay.Rating;
import dev.lathe.ui.job.DirectJobs;
import dev.lathe.ui.overlay.OverlayChoice.Computed;
import dev.lathe.ui.overlay.OverlayChoice.Imported;
import dev.lathe.ui.session.Problem;
import dev.lathe.ui.session.Workbench;
import dev.lathe.ui.testing.Benches;
import dev.lathe.ui.testing.ToyEngine;
import dev.lathe.ui.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverlayViewModelTest {
    @TempDir private Path folder;

    private final Texts texts = new Texts(Locale.ENGLISH);
    private final Workbench workbench = Benches.opened(new ToyEngine(), texts);
    private final GraphViewModel graph = new GraphViewModel(new DirectJobs(), texts);
    private final OverlayViewModel model =
            new OverlayViewModel(workbench, graph, new DirectJobs(), texts);

    @BeforeEach
    void showModel() {
        var version = workbench.currentProperty().get().orElseThrow();
        graph.groupingProperty().set(false);
        graph.show(version.model(), version.types());
    }

    @Test
    void whatIsComputedIsOfferedAtOnceAndLatencyOnceItIsMeasured() {
        assertThat(model.choices())
                .hasSize(1 + Metric.values().length)
                .doesNotContain(OverlayChoice.LATENCY);

        measure();

        assertThat(model.choices()).contains(OverlayChoice.LATENCY);
    }

    @Test
    void coloursLayersByTheirParameters() {
        choose(Metric.PARAMETERS);

        assertThat(rating("conv1")).contains(new Rating(1, "18"));
        assertThat(rating("fc")).contains(new Rating(8 / 18.0, "8"));
        assertThat(rating("relu1")).contains(new Rating(0, ""));
        assertThat(overlay().scale().highest()).isEqualTo("18");
    }

    @Test
    void aLogarithmicScaleStartsAtTheLowestThatIsNotZero() {
        model.stepsProperty().set(Steps.LOGARITHMIC);

        choose(Metric.PARAMETERS);

        assertThat(rating("fc")).contains(new Rating(0, "8"));
        assertThat(overlay().scale().lowest()).isEqualTo("≤ 8");
    }

    @Test
    void theListHasTheHighestFirstWithTheirShares() {
        choose(Metric.PARAMETERS);

        assertThat(model.top())
                .containsExactly(
                        new TopLayer("conv1", "18", Optional.of(18 / 26.0), 1),
                        new TopLayer("fc", "8", Optional.of(8 / 26.0), 8 / 18.0));
    }

    @Test
    void theListIsAsLongAsIsWished() {
        choose(Metric.PARAMETERS);

        model.topCountProperty().set(1);

        assertThat(model.top()).extracting(TopLayer::layer).containsExactly("conv1");
        assertThat(model.topAsText()).startsWith("conv1\t18\t0.69");
    }

    @Test
    void aLayerOfTheListIsSelectedAndBroughtIntoView() {
        choose(Metric.PARAMETERS);

        model.select(model.top().getLast());

        assertThat(graph.selectedLayers()).containsExactly("fc");
        assertThat(graph.revealProperty().get()).map(GraphViewModel.Reveal::layer).contains("fc");
    }

    @Test
    void latencyIsThatOfTheMeasuredOperators() {
        measure();

        model.choiceProperty().set(OverlayChoice.LATENCY);

        assertThat(model.top()).extracting(TopLayer::layer).containsExactly("conv1", "fc");
        assertThat(rating("relu1")).isEmpty();
        assertThat(model.remarkProperty().get())
                .isEqualTo("Operators that belong to no layer: 1 (ReorderOutput_token_3).");
    }

    @Test
    void switchingOffBringsBackTheKindsOfOperators() {
        choose(Metric.PARAMETERS);

        model.choiceProperty().set(OverlayChoice.KINDS);

        assertThat(overlay()).isEqualTo(NodeOverlay.NONE);
        assertThat(model.top()).isEmpty();
    }

    @Test
    void importedValuesColourAtOnceAndSayWhatWasNotFound() throws IOException {
        model.importFile(
                write(
                        "{\"title\": \"Sensitivity\", \"unit\": \"dB\", \"values\":"
                                + " {\"conv1\": 3, \"fc\": 1, \"elsewhere\": 9, \"odd\": \"x\"}}"));

        assertThat(model.choiceProperty().get().title(texts)).isEqualTo("Sensitivity");
        assertThat(rating("conv1")).contains(new Rating(1, "3 dB"));
        assertThat(model.remarkProperty().get())
                .isEqualTo(
                        "values.json: 2 of 3 names found; not in this model: elsewhere.\n"
                                + "Entries that are no numbers: 1.");
    }

    @Test
    void importedSetsStayTillTheModelIsClosed() throws IOException {
        model.importFile(write("{\"conv1\": 1}"));
        model.importFile(write("{\"fc\": 1}"));
        choose(Metric.MACS);

        assertThat(model.choices()).filteredOn(Imported.class::isInstance).hasSize(2);

        workbench.close();

        assertThat(model.choices()).noneMatch(Imported.class::isInstance);
    }

    @Test
    void valuesOfAnotherModelAreRefusedInOneSentence() throws IOException {
        model.importFile(write("{\"other\": 1, \"another\": 2}"));

        assertThat(model.choiceProperty().get()).isEqualTo(OverlayChoice.KINDS);
        assertThat(workbench.problems().list())
                .extracting(Problem::sentence)
                .containsExactly(
                        "Cannot show the values in values.json: nothing in this model is called"
                                + " 'other' or by another of its 2 names; name layers as the graph"
                                + " does.");
    }

    @Test
    void takesJsonFilesThatAreDroppedWhileAModelIsOpen() throws IOException {
        var file = write("{\"conv1\": 1}");

        assertThat(ValueDrop.take(List.of(file, Path.of("model.onnx")), model)).isFalse();
        assertThat(ValueDrop.take(List.of(), model)).isFalse();
        assertThat(ValueDrop.take(List.of(file), model)).isTrue();

        assertThat(model.choiceProperty().get().title(texts)).isEqualTo("values");
        workbench.close();
        assertThat(ValueDrop.take(List.of(file), model)).isFalse();
    }

    @Test
    void aFileThatIsNoJsonIsRefusedInOneSentence() throws IOException {
        model.importFile(write("not json"));

        assertThat(workbench.problems().list())
                .extracting(Problem::sentence)
                .containsExactly(
                        "Cannot read values from values.json: it is not JSON; give a JSON file with"
                                + " a number for each node.");
    }

    private void measure() {
        var version = workbench.currentProperty().get().orElseThrow();
        workbench.profile(version, ProfilePlan.local(ProfileMode.RAPID, 0));
    }

    private void choose(Metric metric) {
        model.choiceProperty().set(new Computed(metric));
    }

    private NodeOverlay overlay() {
        return graph.overlayProperty().get();
    }

    private Optional<Rating> rating(String layer) {
        return Optional.ofNullable(overlay().layers().get(layer));
    }

    private Path write(String json) throws IOException {
        return Files.writeString(folder.resolve("values.json"), json);
    }
}
