package dev.lathe.ui.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.resources.Samples;
import dev.lathe.ui.job.DirectJobs;
import dev.lathe.ui.session.Problems;
import dev.lathe.ui.session.SampleEngine;
import dev.lathe.ui.session.Workbench;
import dev.lathe.ui.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("corpus")
class LayerTableModelTest {
    private static final Path SILERO =
            Path.of(System.getProperty("lathe.data", "."), "models/silero-vad/silero_vad.onnx");

    @TempDir Path folder;
    private final Texts texts = new Texts(Locale.ENGLISH);
    private final Workbench workbench =
            new Workbench(
                    new DirectJobs(),
                    new SampleEngine(),
                    new Samples(Path.of("unused")),
                    texts,
                    new Problems(texts, Clock.systemUTC()));
    private final List<String> revealed = new ArrayList<>();
    private final LayerTableModel model =
            new LayerTableModel(workbench, new DirectJobs(), revealed::add, texts);

    @BeforeEach
    void open() {
        workbench.open(SILERO);
    }

    @Test
    void layersInsideBranchesAreListedAfterTheirHolder() {
        var names = model.rows().stream().map(LayerRow::name).toList();

        assertThat(names).hasSize(689).doesNotHaveDuplicates();
        assertThat(model.rows()).anyMatch(row -> row.name().contains("then_branch"));
        assertThat(model.rows())
                .filteredOn(row -> row.operator().equals("Conv"))
                .allMatch(row -> row.parameters() > 0);
    }

    @Test
    void theFilterUnderstandsTheSearchOfTheGraph() {
        model.queryProperty().set("op:\"Conv\" shape:128");

        assertThat(model.found()).isNotEmpty().allMatch(row -> row.operator().equals("Conv"));
        assertThat(model.found().size()).isLessThan(model.rows().size());
        model.queryProperty().set("");
        assertThat(model.found()).hasSameSizeAs(model.rows());
    }

    @Test
    void aQueryThatIsStillBeingTypedKeepsWhatIsShown() {
        model.queryProperty().set("op:");

        assertThat(model.found()).hasSameSizeAs(model.rows());
    }

    @Test
    void zerosAreCountedWhenTheyAreWanted() {
        assertThat(model.zerosProperty().get()).isEmpty();

        model.zerosWantedProperty().set(true);

        assertThat(model.zerosProperty().get()).isNotEmpty();
    }

    @Test
    void theTableIsSavedAsCsv() throws IOException {
        var file = folder.resolve("layers.csv");

        model.save(model.rows(), file);

        assertThat(Files.readString(file).lines()).hasSize(690);
        assertThat(model.suggestedName()).isEqualTo("silero_vad-layers.csv");
    }

    @Test
    void aLayerInsideABranchStaysSelectedWhenMoreBecomesKnown() {
        var inner =
                model.rows().stream()
                        .map(LayerRow::name)
                        .filter(name -> name.contains("then_branch"))
                        .findFirst()
                        .orElseThrow();
        workbench.selectedLayers().add(inner);

        workbench.select(workbench.versions().getFirst());

        assertThat(workbench.selectedLayers()).containsExactly(inner);
        model.reveal(
                model.rows().stream()
                        .filter(r -> r.name().equals(inner))
                        .findFirst()
                        .orElseThrow());
        assertThat(revealed).containsExactly(inner);
    }
}
