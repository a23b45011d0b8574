package dev.lathe.ui.shell;

import dev.lathe.ui.command.Command.Reach;
import dev.lathe.ui.command.CommandKeys;
import dev.lathe.ui.command.CommandList;
import dev.lathe.ui.command.CommandPalette;
import dev.lathe.ui.command.Commands;
import dev.lathe.ui.job.Jobs;
import dev.lathe.ui.session.Workbench;
import dev.lathe.ui.settings.Preferences;
import dev.lathe.ui.settings.WindowLayout;
import dev.lathe.ui.text.Texts;
import dev.lathe.ui.welcome.WelcomeView;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// All that the window holds: bars around the welcome screen or the workspace.
public final class Shell extends BorderPane {
    private final ShellModel model;
    private final Preferences preferences;
    private final ShellPanes panes;
    private final Node welcome;
    private final Commands commands;
    private final CommandPalette palette;
    private @Nullable Workspace workspace;

    public Shell(
            Workbench workbench,
            Jobs jobs,
            Preferences preferences,
            FileCommands files,
            ShellPanes panes,
            Texts texts) {
        this.preferences = preferences;
        this.panes = panes;
        this.model = new ShellModel(workbench);
        this.welcome = new WelcomeView(workbench, preferences.recent(), files::open, texts);
        preferences
                .languageProperty()
                .subscribe(language -> texts.switchTo(language.locale(Locale.getDefault())));
        setId("shell");
        getStyleClass().add("shell");
        this.commands = new Commands(preferences.recentCommandsProperty());
        commands.add(ShellCommands.of(workbench, model, files, preferences, texts));
        commands.add(panes.commands());
        this.palette = new CommandPalette(commands, texts);
        commands.add(
                new CommandList(Reach.WINDOW, texts)
                        .add("help.commands", () -> palette.toggle(window()), "Shortcut+K")
                        .add("help.keys", () -> palette.showKeys(window()), "F1")
                        .all());
        setTop(
                new VBox(
                        new TopBar(workbench, model, commands, preferences, texts),
                        new ProblemBar(model, texts)));
        setBottom(new StatusLine(workbench, jobs, texts));
        workbench.openProperty().subscribe(open -> setCenter(open.isPresent() ? work() : welcome));
        CommandKeys.install(this, commands);
        FileDrop.install(this, workbench);
    }

    /// What is shown around the panes.
    public ShellModel model() {
        return model;
    }

    /// All that can be done in the window.
    public Commands commands() {
        return commands;
    }

    /// Keeps the division of the window for the next start.
    void rememberLayout(double width, double height) {
        var old = preferences.layoutProperty().get();
        var now =
                workspace == null
                        ? new WindowLayout(width, height, old.left(), old.right(), old.versions())
                        : workspace.currentLayout(width, height);
        preferences.layoutProperty().set(now);
    }

    private Window window() {
        return getScene().getWindow();
    }

    private Workspace work() {
        var made = workspace;
        if (made == null) {
            made = new Workspace(model, panes, preferences.layoutProperty());
            workspace = made;
        }
        return made;
    }
}
