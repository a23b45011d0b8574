package dev.lathe.app.window;

import dev.lathe.model.format.ModelFileNames;
import dev.lathe.ui.command.Command;
import dev.lathe.ui.command.Command.Reach;
import dev.lathe.ui.command.CommandList;
import dev.lathe.ui.diff.DiffMode;
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
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;

/// Shows comparisons in the place of the graph, and gives them the room of the right side.
final class DiffLink implements Comparing {
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
    }

    /// What can be done to compare.
    List<Command> commands() {
        var isOpen = model.openProperty();
        var changes = model.changes();
        return new CommandList(Reach.WINDOW, texts)
                .add("diff.file", isAt(_ -> true), () -> withCurrent(this::withFile), "Shortcut+D")
                .add("diff.previous-version", isAt(step -> step > 0), this::withPrevious)
                .add("diff.original", isAt(step -> step > 0), this::withOriginal)
                .add("diff.next", isOpen, changes::next, "F7")
                .add("diff.previous", isOpen, changes::previous, "Shift+F7")
                .add("diff.beside", isOpen, () -> model.modeProperty().set(DiffMode.BESIDE))
                .add("diff.merged", isOpen, () -> model.modeProperty().set(DiffMode.MERGED))
                .add("diff.close", isOpen, model::close)
                .all();
    }

    private void withPrevious() {
        withCurrent(step -> versions(step - 1, step));
    }

    private void withOriginal() {
        withCurrent(step -> versions(0, step));
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

    private BooleanBinding isAt(IntPredicate step) {
        return Bindings.createBooleanBinding(
                () ->
                        workbench
                                .currentProperty()
                                .get()
                                .map(Version::step)
                                .filter(step::test)
                                .isPresent(),
                workbench.currentProperty());
    }

    private void withCurrent(IntConsumer action) {
        workbench.currentProperty().get().map(Version::step).ifPresent(action::accept);
    }
}
