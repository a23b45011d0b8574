package dev.lathe.app.window;

import dev.lathe.app.context.AppContext;
import dev.lathe.app.context.LocalEngine;
import dev.lathe.resources.Samples;
import dev.lathe.ui.command.Command;
import dev.lathe.ui.command.Command.Reach;
import dev.lathe.ui.command.CommandList;
import dev.lathe.ui.compress.CompressView;
import dev.lathe.ui.compress.CompressViewModel;
import dev.lathe.ui.diff.DiffView;
import dev.lathe.ui.diff.DiffViewModel;
import dev.lathe.ui.export.ExportView;
import dev.lathe.ui.export.ExportViewModel;
import dev.lathe.ui.form.PathChooser;
import dev.lathe.ui.graph.GraphView;
import dev.lathe.ui.graph.GraphViewModel;
import dev.lathe.ui.inspect.Inspector;
import dev.lathe.ui.inspect.LayerTable;
import dev.lathe.ui.inspect.LayerTableModel;
import dev.lathe.ui.job.FxJobs;
import dev.lathe.ui.overlay.OverlayBar;
import dev.lathe.ui.overlay.OverlayViewModel;
import dev.lathe.ui.overlay.ValueDrop;
import dev.lathe.ui.picture.PictureViewModel;
import dev.lathe.ui.picture.PictureWindow;
import dev.lathe.ui.profile.ProfileView;
import dev.lathe.ui.profile.ProfileViewModel;
import dev.lathe.ui.session.OpenModel;
import dev.lathe.ui.session.Problems;
import dev.lathe.ui.session.Workbench;
import dev.lathe.ui.settings.ConfigFolder;
import dev.lathe.ui.settings.Preferences;
import dev.lathe.ui.settings.SettingsFile;
import dev.lathe.ui.shell.FileCommands;
import dev.lathe.ui.shell.MainWindow;
import dev.lathe.ui.shell.Shell;
import dev.lathe.ui.shell.ShellPanes;
import dev.lathe.ui.shell.WindowTheme;
import dev.lathe.ui.shell.WorkArea;
import dev.lathe.ui.text.Texts;
import dev.lathe.ui.versions.VersionsView;
import dev.lathe.ui.versions.VersionsViewModel;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.stage.Stage;

/// The window and all that lives as long as it. Used on the JavaFX thread only.
public final class LatheWindow implements AutoCloseable {
    private final ExecutorService threads = FxJobs.threads();
    private final FxJobs jobs = new FxJobs(threads);
    private final Texts texts = new Texts(Locale.getDefault());
    private final Problems problems = new Problems(texts, Clock.system(ZoneId.systemDefault()));
    private final Stage stage;
    private final Preferences preferences;
    private final WindowTheme theme;
    private final Workbench workbench;
    private final GraphViewModel graph;
    private final OverlayViewModel overlay;
    private final GraphView graphView;
    private final DiffViewModel diff;
    private final DiffLink diffLink;
    private final Shell shell;

    /// A window that is not shown yet.
    ///
    /// @param folder where settings are kept and samples are unpacked
    /// @param paths asks people for files and folders
    public LatheWindow(Stage stage, AppContext context, ConfigFolder folder, PathChooser paths) {
        this.stage = stage;
        this.preferences = Preferences.load(new SettingsFile(folder.config()), problems::report);
        preferences
                .languageProperty()
                .subscribe(language -> texts.switchTo(language.locale(Locale.getDefault())));
        this.theme =
                new WindowTheme(
                        preferences.appearanceProperty(),
                        Platform.getPreferences().colorSchemeProperty());
        var engine = new LocalEngine(context);
        this.workbench = new Workbench(jobs, engine, new Samples(folder.cache()), texts, problems);
        this.graph = new GraphViewModel(jobs, texts);
        this.overlay = new OverlayViewModel(workbench, graph, jobs, texts);
        this.graphView = new GraphView(graph, texts);
        graphView.putAboveLegend(new OverlayBar(overlay, paths, texts));
        this.diff = new DiffViewModel(workbench, engine, jobs, texts);
        this.diffLink =
                new DiffLink(workbench, diff, graphView, theme.paletteProperty(), paths, texts);
        var files = new FileCommands(workbench, preferences.recent(), paths, texts);
        this.shell = new Shell(workbench, jobs, preferences, files, panes(context, paths), texts);
        ValueDrop.install(shell, overlay);
        graph.paletteProperty().bind(theme.paletteProperty());
        diffLink.link(shell);
    }

    public Stage stage() {
        return stage;
    }

    /// The state of what is open.
    public Workbench workbench() {
        return workbench;
    }

    public Preferences preferences() {
        return preferences;
    }

    public GraphView graphView() {
        return graphView;
    }

    /// The comparison of two models.
    public DiffViewModel diff() {
        return diff;
    }

    /// The view of comparisons.
    public DiffView diffView() {
        return diffLink.view();
    }

    public FxJobs jobs() {
        return jobs;
    }

    /// Shows the window.
    public void show() {
        MainWindow.show(stage, shell, workbench, preferences, theme, texts);
    }

    /// Stops all jobs and keeps the settings.
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            preferences.save();
        } catch (IOException e) {
            problems.report(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private PictureWindow pictureWindow(PathChooser paths) {
        return new PictureWindow(
                new PictureViewModel(graph, graphView, jobs, problems, texts),
                () -> workbench.openProperty().get().map(OpenModel::name).orElse("graph"),
                paths,
                FileManager::show,
                theme::style,
                texts);
    }

    private LayerTable layers(PathChooser paths) {
        return new LayerTable(
                new LayerTableModel(workbench, jobs, graph::select, texts),
                theme.paletteProperty(),
                preferences.layerColumnsProperty(),
                paths,
                texts);
    }

    private List<Command> commands(
            Supplier<LayerTable> layers, Supplier<PictureWindow> picture, Runnable find) {
        var isOpen =
                Bindings.createBooleanBinding(
                        () -> workbench.openProperty().get().isPresent(), workbench.openProperty());
        return new CommandList(Reach.WINDOW, texts)
                .add("graph.find", isOpen, find, "Shortcut+F")
                .add("layers.filter", isOpen, () -> layers.get().focusFilter(), "Shortcut+Shift+F")
                .add("graph.picture", isOpen, () -> picture.get().show(stage), "Shortcut+Shift+E")
                .add("layers.copy", isOpen, () -> layers.get().copyAll())
                .add("layers.save", isOpen, () -> layers.get().save())
                .all();
    }

    private ShellPanes panes(AppContext context, PathChooser paths) {
        var profile = new ProfileViewModel(workbench, texts);
        GraphLink.link(workbench, profile, overlay, graph);
        Map<WorkArea, Supplier<? extends Node>> sides =
                Map.of(
                        WorkArea.GRAPH,
                        () -> new Inspector(workbench, jobs, theme.paletteProperty(), texts, paths),
                        WorkArea.COMPRESS,
                        () ->
                                new CompressView(
                                        new CompressViewModel(workbench, jobs, texts),
                                        jobs,
                                        texts,
                                        paths),
                        WorkArea.PROFILE,
                        () -> new ProfileView(profile, jobs, texts, paths),
                        WorkArea.EXPORT,
                        () ->
                                new ExportView(
                                        new ExportViewModel(
                                                workbench, jobs, texts, context.runner()),
                                        texts,
                                        paths,
                                        FileManager::show));
        var layers = new Lazy<>(() -> layers(paths));
        var picture = new Lazy<>(() -> pictureWindow(paths));
        return new ShellPanes(
                diffLink::middle,
                () ->
                        new VersionsView(
                                new VersionsViewModel(workbench, texts), texts, paths, diffLink),
                layers,
                sides,
                Stream.of(
                                graphView.commands(),
                                commands(layers, picture, diffLink::find),
                                diffLink.commands())
                        .flatMap(List::stream)
                        .toList());
    }
}
