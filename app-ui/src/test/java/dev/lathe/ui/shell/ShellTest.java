package dev.lathe.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.resources.Samples;
import dev.lathe.ui.command.Command.Reach;
import dev.lathe.ui.command.CommandList;
import dev.lathe.ui.form.PathChooser;
import dev.lathe.ui.inspect.Inspector;
import dev.lathe.ui.inspect.LayerTable;
import dev.lathe.ui.inspect.LayerTableModel;
import dev.lathe.ui.job.DirectJobs;
import dev.lathe.ui.session.FakeEngine;
import dev.lathe.ui.session.Problems;
import dev.lathe.ui.session.Workbench;
import dev.lathe.ui.settings.Appearance;
import dev.lathe.ui.settings.Language;
import dev.lathe.ui.settings.Preferences;
import dev.lathe.ui.settings.SettingsFile;
import dev.lathe.ui.text.Texts;
import dev.lathe.ui.theme.KindPalette;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@Timeout(60)
class ShellTest {
    private static final Path MODEL = Path.of("model.onnx");
    private final Path folder = temporaryFolder();
    private final Texts texts = new Texts(Locale.ENGLISH);
    private final Preferences preferences = Preferences.load(new SettingsFile(folder), _ -> {});
    private final Workbench workbench =
            new Workbench(
                    new DirectJobs(),
                    new FakeEngine(),
                    new Samples(folder),
                    texts,
                    new Problems(texts, Clock.systemUTC()));
    private final WindowTheme theme =
            new WindowTheme(
                    preferences.appearanceProperty(),
                    new SimpleObjectProperty<>(ColorScheme.LIGHT));
    private final Choices choices = new Choices();
    private Optional<Shell> shell = Optional.empty();
    private Optional<Stage> window = Optional.empty();
    private int searches;

    @Start
    void show(Stage stage) {
        preferences.languageProperty().set(Language.ENGLISH);
        var jobs = new DirectJobs();
        var panes =
                new ShellPanes(
                        () -> named("graph"),
                        () -> named("versions"),
                        () ->
                                new LayerTable(
                                        new LayerTableModel(workbench, jobs, _ -> {}, texts),
                                        theme.paletteProperty(),
                                        preferences.layerColumnsProperty(),
                                        choices,
                                        texts),
                        Map.of(
                                WorkArea.GRAPH,
                                () ->
                                        new Inspector(
                                                workbench,
                                                jobs,
                                                theme.paletteProperty(),
                                                texts,
                                                choices),
                                WorkArea.COMPRESS,
                                () -> named("compress")),
                        new CommandList(Reach.WINDOW, texts)
                                .add("graph.find", () -> searches++, "Shortcut+F")
                                .all());
        var files = new FileCommands(workbench, preferences.recent(), choices, texts);
        var made = new Shell(workbench, jobs, preferences, files, panes, texts);
        MainWindow.show(stage, made, workbench, preferences, theme, texts);
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1280); // one stage serves all tests and keeps the size of the last
        stage.setHeight(800);
        shell = Optional.of(made);
        window = Optional.of(stage);
    }

    @AfterEach
    void deleteFolder() throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
        }
    }

    @Test
    void aClickOnASampleOpensIt(FxRobot robot) {
        robot.clickOn("#sample-fashion-cnn");

        assertThat(robot.lookup("#workspace").tryQuery()).isPresent();
        assertThat(stage().getTitle()).isEqualTo("Fashion classifier – Lathe");
        assertThat(text(robot, "#status")).isEqualTo("Opened Fashion classifier");
    }

    @Test
    void closingTheModelBringsTheWelcomeScreenBack(FxRobot robot) {
        open(MODEL);

        robot.clickOn("#home");

        assertThat(robot.lookup("#welcome").tryQuery()).isPresent();
        assertThat(stage().getTitle()).isEqualTo("Lathe");
    }

    @Test
    void aModelIsOpenedByKeyAndListedAsRecent(FxRobot robot) {
        choices.next = Optional.of(MODEL);

        robot.push(KeyCode.CONTROL, KeyCode.O);

        assertThat(workbench.openProperty().get()).isPresent();
        assertThat(preferences.recent().list()).containsExactly(MODEL.toAbsolutePath());
        robot.clickOn("#home");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        assertThat(workbench.openProperty().get()).isPresent();
    }

    @Test
    void aProblemShowsInABarUntilItIsClosed(FxRobot robot) {
        open(Path.of("bad.onnx"));

        assertThat(text(robot, "#problem-text")).isEqualTo("Cannot open bad.onnx: it is no model.");
        assertThat(text(robot, "#messages")).isEqualTo("1");
        robot.clickOn("#problem-close");

        assertThat(robot.lookup("#problem-bar").query().isVisible()).isFalse();
        assertThat(text(robot, "#messages")).isEqualTo("1");
    }

    @Test
    void escapeClosesTheProblemThenTheSide(FxRobot robot) {
        open(MODEL);
        open(Path.of("bad.onnx"));

        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#problem-bar").query().isVisible()).isFalse();
        assertThat(robot.lookup("#inspector").tryQuery()).isPresent();
        robot.push(KeyCode.ESCAPE);

        assertThat(robot.lookup("#inspector").tryQuery()).isEmpty();
        robot.clickOn("#area-graph");
        assertThat(robot.lookup("#inspector").tryQuery()).isPresent();
    }

    @Test
    void anAreaBringsItsSide(FxRobot robot) {
        open(MODEL);

        robot.clickOn("#area-compress");

        assertThat(robot.lookup("#compress").tryQuery()).isPresent();
        assertThat(robot.lookup("#inspector").tryQuery()).isEmpty();
    }

    @Test
    void theGraphHasMostOfTheWindow(FxRobot robot) {
        open(MODEL);
        WaitForAsyncUtils.waitForFxEvents();

        double share = robot.lookup("#graph").query().getLayoutBounds().getWidth();

        assertThat(share / stage().getScene().getWidth()).isGreaterThan(0.59);
    }

    @Test
    void searchStartsByKey(FxRobot robot) {
        open(MODEL);

        robot.push(KeyCode.CONTROL, KeyCode.F);

        assertThat(searches).isEqualTo(1);
    }

    @Test
    void aCommandIsFoundByTypingAndRun(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("theme da");
        robot.push(KeyCode.ENTER);

        assertThat(preferences.appearanceProperty().get()).isEqualTo(Appearance.DARK);
        assertThat(preferences.recentCommandsProperty().get()).containsExactly("view.theme-dark");
        assertThat(robot.lookup("#command-palette").tryQuery()).isEmpty();
    }

    @Test
    void aCommandThatCannotBeUsedDoesNothing(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("undo");
        robot.push(KeyCode.ENTER);

        assertThat(robot.lookup("#command-palette").tryQuery()).isPresent();
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#command-palette").tryQuery()).isEmpty();
    }

    @Test
    void theKeysAreListedByKey(FxRobot robot) {
        robot.push(KeyCode.F1);

        assertThat(robot.lookup("#command-list").queryListView().getItems())
                .extracting("id")
                .contains("file.open", "graph.find", "help.commands")
                .doesNotContain("view.theme-dark");
        robot.push(KeyCode.ESCAPE);
    }

    @Test
    void languageSwitchesWhileTheWindowIsOpen(FxRobot robot) {
        robot.clickOn("#language");
        robot.clickOn("#language-chinese");

        assertThat(text(robot, "#area-compress")).isEqualTo("压缩");
        assertThat(preferences.languageProperty().get()).isEqualTo(Language.CHINESE);
    }

    @Test
    void themeSwitchesWhileTheWindowIsOpen(FxRobot robot) {
        robot.clickOn("#appearance");
        robot.clickOn("#appearance-dark");

        assertThat(preferences.appearanceProperty().get()).isEqualTo(Appearance.DARK);
        assertThat(theme.paletteProperty().get()).isEqualTo(KindPalette.DARK);
        assertThat(stage().getScene().getStylesheets()).anyMatch(url -> url.endsWith("dark.css"));
    }

    @Test
    void theDivisionOfTheWindowIsRemembered() {
        open(MODEL);
        WaitForAsyncUtils.waitForFxEvents();

        WaitForAsyncUtils.waitForAsyncFx(5000, () -> shell.orElseThrow().rememberLayout(1280, 800));

        assertThat(preferences.layoutProperty().get().left()).isBetween(0.16, 0.19);
    }

    @Test
    void everyControlHasAnIdAndAName(FxRobot robot) {
        open(MODEL);

        for (Node node : robot.lookup(".button").queryAll()) {
            assertThat(node.getId()).as("%s", node).isNotNull();
            boolean named =
                    node.getAccessibleText() != null
                            || (node instanceof Labeled labeled && !labeled.getText().isEmpty());
            assertThat(named).as("name of %s", node.getId()).isTrue();
        }
    }

    private void open(Path file) {
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> workbench.open(file));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Stage stage() {
        return window.orElseThrow();
    }

    private static Node named(String id) {
        var label = new Label(id);
        label.setId(id);
        label.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        return label;
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Labeled.class).getText();
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("lathe-shell");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A chooser that always answers the same.
    private static final class Choices implements PathChooser {
        private Optional<Path> next = Optional.empty();

        @Override
        public Optional<Path> openFile(Request request) {
            return next;
        }

        @Override
        public Optional<Path> saveFile(Request request) {
            return next;
        }

        @Override
        public Optional<Path> openFolder(Request request) {
            return next;
        }
    }
}
