package dev.lathe.app.window;

import dev.lathe.model.format.ModelFileNames;
import dev.lathe.ui.diff.DiffView;
import dev.lathe.ui.diff.DiffViewModel;
import dev.lathe.ui.form.PathChooser;
import dev.lathe.ui.form.PathChooser.Request;
import dev.lathe.ui.graph.GraphView;
import dev.lathe.ui.session.Version;
import dev.lathe.ui.session.Workbench;
import dev.lathe.ui.shell.Middle;
import dev.lathe.ui.shell.Shell;
import dev.lathe.ui.text.Texts;
import dev.lathe.ui.theme.KindPalette;
import dev.lathe.ui.versions.Comparing;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Shows comparisons in the place of the graph, and gives them the room of the right side.
final class DiffLink implements Comparing {
    private static final KeyCombination COMPARE =
            new KeyCodeCombination(KeyCode.D, KeyCombination.SHORTCUT_DOWN);

    private final Workbench workbench;
    private final DiffViewModel model;
    private final GraphView graph;
    private final Middle middle;
    private final ObservableValue<KindPalette> palette;
    private final PathChooser paths;
    private final Texts texts;
    private Optional<DiffView> view = Optional.empty();
    private boolean sideWasShown = true;

    DiffLink(
            Workbench workbench,
            DiffViewModel model,
            GraphView graph,
            ObservableValue<KindPalette> palette,
            PathChooser paths,
            Texts texts) {
        this.workbench = workbench;
        this.model = model;
        this.graph = graph;
        this.middle = new Middle(graph);
        this.palette = palette;
        this.paths = paths;
        this.texts = texts;
    }

    /// Links comparisons and the window for as long as they live.
    void link(Shell shell) {
        model.openProperty().subscribe((_, open) -> show(shell, open));
        shell.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    }

    /// The graph, or a comparison in its place.
    Middle middle() {
        return middle;
    }

    /// The view of comparisons.
    DiffView view() {
        var made = view.orElseGet(() -> new DiffView(model, palette, paths, texts));
        view = Optional.of(made);
        return made;
    }

    /// Lets people type what to look for in what is shown.
    void find() {
        if (model.openProperty().get()) {
            view().focusFilter();
        } else {
            graph.focusSearch();
        }
    }

    @Override
    public void versions(int before, int after) {
        model.compareVersions(before, after);
    }

    @Override
    public void withFile(int step) {
        paths.openFile(
                        new Request(
                                texts.now("diff.file.title"),
                                texts.now("shell.models"),
                                ModelFileNames.PATTERNS))
                .ifPresent(file -> model.compareWithFile(step, file));
    }

    private void show(Shell shell, boolean open) {
        var side = shell.model().sideShownProperty();
        if (open) {
            sideWasShown = side.get();
            side.set(false);
            middle.cover(view());
            view().focusPictures();
        } else {
            middle.uncover();
            side.set(sideWasShown);
            graph.requestFocus();
        }
    }

    private void press(KeyEvent event) {
        var current = workbench.currentProperty().get().map(Version::step);
        if (COMPARE.match(event) && current.isPresent()) {
            event.consume();
            withFile(current.get());
        }
    }
}
