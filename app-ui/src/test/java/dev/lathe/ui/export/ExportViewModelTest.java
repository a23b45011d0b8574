package dev.lathe.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.edit.Edit.PruneMagnitude;
import dev.lathe.model.edit.LayerSelection;
import dev.lathe.model.prune.PruneScope;
import dev.lathe.ui.job.DirectJobs;
import dev.lathe.ui.session.Workbench;
import dev.lathe.ui.testing.Benches;
import dev.lathe.ui.testing.ToyEngine;
import dev.lathe.ui.testing.ZeroRunner;
import dev.lathe.ui.text.Texts;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportViewModelTest {
    @TempDir Path folder;
    private final Texts texts = new Texts(Locale.ENGLISH);
    private final Workbench workbench = Benches.empty(new ToyEngine(), texts);
    private final ExportViewModel model =
            new ExportViewModel(workbench, new DirectJobs(), texts, new ZeroRunner());

    @Test
    void aPackageIsNamedAfterTheModelUntilPeopleNameItOtherwise() {
        workbench.open(Path.of("My net.onnx"));

        assertThat(model.fileName().get()).isEqualTo("My-net-onnx-1.0.0.zip");
        model.nameProperty().set("net/2");
        assertThat(model.fileName().get()).isEqualTo("—");
        assertThat(model.obstacle().get()).contains("letters, digits");
    }

    @Test
    void writesThePackageOfTheShownVersionAndChecksIt() {
        open();
        workbench.apply(new PruneMagnitude(0.5, PruneScope.GLOBAL, LayerSelection.ALL));

        model.export();

        var made = model.outcomeProperty().get().orElseThrow();
        assertThat(made.file()).isEqualTo(folder.resolve("toy-onnx-1.0.0.zip")).isNotEmptyFile();
        assertThat(made.verification().problems()).isEmpty();
        assertThat(model.stateProperty().get()).isEqualTo(ExportState.DONE);
    }

    @Test
    void saysInASentenceWhyNoPackageWasWritten() {
        open();
        model.folderProperty().set(Optional.of(folder.resolve("missing/deep")));

        model.export();

        assertThat(model.stateProperty().get()).isEqualTo(ExportState.FAILED);
        assertThat(model.problemProperty().get()).startsWith("Cannot write the package");
        assertThat(model.obstacle().get()).isEmpty();
    }

    @Test
    void asksForAFolderFirst() {
        workbench.open(Path.of("toy.onnx"));

        assertThat(model.obstacle().get()).isEqualTo("Choose a folder to write the package to.");
        model.export();
        assertThat(model.stateProperty().get()).isEqualTo(ExportState.IDLE);
    }

    private void open() {
        workbench.open(Path.of("toy.onnx"));
        model.folderProperty().set(Optional.of(folder));
    }
}
