package dev.lathe.ui.shell;

import dev.lathe.model.format.ModelFileNames;
import dev.lathe.ui.form.PathChooser;
import dev.lathe.ui.form.PathChooser.Request;
import dev.lathe.ui.session.OpenModel;
import dev.lathe.ui.session.Version;
import dev.lathe.ui.session.Workbench;
import dev.lathe.ui.settings.RecentFiles;
import dev.lathe.ui.text.Texts;
import java.nio.file.Path;

/// Opens and saves files that people choose.
public final class FileCommands {
    private final Workbench workbench;
    private final RecentFiles recent;
    private final PathChooser paths;
    private final Texts texts;

    public FileCommands(Workbench workbench, RecentFiles recent, PathChooser paths, Texts texts) {
        this.workbench = workbench;
        this.recent = recent;
        this.paths = paths;
        this.texts = texts;
        workbench.openProperty().subscribe(open -> open.ifPresent(this::remember));
    }

    /// Asks for a model and opens it.
    public void open() {
        paths.openFile(
                        new Request(
                                texts.now("shell.open.title"),
                                texts.now("shell.models"),
                                ModelFileNames.PATTERNS))
                .ifPresent(workbench::open);
    }

    /// Opens the recent file at a position, if there are so many.
    public void openRecent(int position) {
        if (position < recent.list().size()) {
            workbench.open(recent.list().get(position));
        }
    }

    /// Asks where to save the current version and saves it there.
    public void save() {
        workbench
                .currentProperty()
                .get()
                .flatMap(version ->
                        paths.saveFile(
                                new Request(
                                        texts.now("shell.save.title"),
                                        texts.now("shell.models"),
                                        ModelFileNames.PATTERNS,
                                        suggestedName(version))))
                .ifPresent(workbench::saveModel);
    }

    private String suggestedName(Version version) {
        var file = workbench.openProperty().get().map(OpenModel::file).map(Path::getFileName);
        var name = file.map(Path::toString).orElse("model.onnx");
        return version.isOriginal()
                ? name
                : ModelFileNames.edited(name, version.model().header().format());
    }

    private void remember(OpenModel model) {
        if (model.sample().isEmpty()) {
            recent.add(model.file());
        }
    }
}
