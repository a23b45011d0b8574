package dev.lathe.ui.versions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.edit.Edit.PruneMagnitude;
import dev.lathe.model.edit.LayerSelection;
import dev.lathe.model.prune.PruneScope;
import dev.lathe.ui.session.Workbench;
import dev.lathe.ui.testing.Benches;
import dev.lathe.ui.testing.ToyEngine;
import dev.lathe.ui.text.Texts;
import dev.lathe.ui.versions.VersionRow.Cell;
import dev.lathe.ui.versions.VersionRow.Trend;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class VersionsViewModelTest {
    private static final PruneMagnitude HALF =
            new PruneMagnitude(0.5, PruneScope.GLOBAL, LayerSelection.ALL);

    private final Texts texts = new Texts(Locale.ENGLISH);
    private final ToyEngine engine = new ToyEngine();
    private final Workbench workbench = Benches.opened(engine, texts);
    private final VersionsViewModel model = new VersionsViewModel(workbench, texts);

    @Test
    void whatIsNotMeasuredIsADash() {
        var original = model.rows().getFirst();

        assertThat(original.top1()).isEqualTo(new Cell("—", "", Trend.NONE));
        assertThat(original.latency()).isEqualTo(new Cell("—", "", Trend.NONE));
    }

    @Test
    void eachVersionStandsBesideTheOriginal() {
        workbench.apply(HALF);

        var pruned = model.rows().getLast();
        assertThat(pruned.current()).isTrue();
        assertThat(pruned.zeros()).isEqualTo(new Cell("50.0 %", "+50.0", Trend.NONE));
        assertThat(pruned.size().difference()).isEqualTo("±0 %");
    }

    @Test
    void profilingAllMeasuresEachThatIsNotMeasured() {
        workbench.apply(HALF);
        model.profileAll();
        model.profileAll();

        assertThat(engine.plans()).hasSize(2);
        assertThat(model.rows()).extracting(row -> row.latency().figure()).doesNotContain("—");
    }

    @Test
    void undoAndRedoNameTheirEdit() {
        assertThat(model.undoHint().get()).isEqualTo("Nothing to undo");

        workbench.apply(HALF);
        assertThat(model.undoHint().get()).isEqualTo("Undo: Prune 50 %");

        model.undo();
        assertThat(model.rows()).hasSize(1);
        assertThat(model.redoHint().get()).isEqualTo("Redo: Prune 50 %");
    }

    @Test
    void anEarlierVersionCanBeShown() {
        workbench.apply(HALF);

        model.show(0);

        assertThat(model.currentStep()).contains(0);
        assertThat(model.rows().getFirst().current()).isTrue();
    }
}
