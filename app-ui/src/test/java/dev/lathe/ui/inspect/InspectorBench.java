package dev.lathe.ui.inspect;

import dev.lathe.resources.Samples;
import dev.lathe.ui.job.DirectJobs;
import dev.lathe.ui.session.Problems;
import dev.lathe.ui.session.SampleEngine;
import dev.lathe.ui.session.Workbench;
import dev.lathe.ui.testing.Answers;
import dev.lathe.ui.testing.Panes;
import dev.lathe.ui.text.Texts;
import dev.lathe.ui.theme.KindPalette;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// An inspector in a narrow window, and what people do to it.
final class InspectorBench {
    private final Texts texts = new Texts(Locale.ENGLISH);
    private final Workbench workbench;
    private final Inspector inspector;

    InspectorBench(Stage stage, Path folder) {
        var jobs = new DirectJobs();
        var problems = new Problems(texts, Clock.systemUTC());
        workbench = new Workbench(jobs, new SampleEngine(), new Samples(folder), texts, problems);
        inspector =
                new Inspector(
                        workbench,
                        jobs,
                        new SimpleObjectProperty<>(KindPalette.LIGHT),
                        texts,
                        Answers.NONE);
        Panes.show(stage, inspector);
    }

    Workbench workbench() {
        return workbench;
    }

    Texts texts() {
        return texts;
    }

    void open(String model) {
        run(() -> workbench.open(Path.of(System.getProperty("lathe.data"), model)));
    }

    void select(String... layers) {
        run(() -> {
            workbench.selectedLayers().clear();
            workbench.selectedLayers().addAll(List.of(layers));
        });
    }

    void selectGroup(String group) {
        run(() -> {
            workbench.selectedLayers().clear();
            workbench.selectedGroups().add(group);
        });
    }

    /// The words that are shown, of labels and links.
    List<String> words(FxRobot robot) {
        return call(() ->
                robot.lookup("#inspector .label").queryAllAs(Labeled.class).stream()
                        .map(Labeled::getText)
                        .toList());
    }

    List<String> links(FxRobot robot) {
        return call(() ->
                robot.lookup(".value-link").queryAllAs(Hyperlink.class).stream()
                        .map(Labeled::getText)
                        .toList());
    }

    Hyperlink link(FxRobot robot, String words) {
        return robot.lookup(".value-link").queryAllAs(Hyperlink.class).stream()
                .filter(link -> link.getText().equals(words))
                .findFirst()
                .orElseThrow();
    }

    /// Brings a part of the page into view and clicks on it.
    void click(FxRobot robot, Node node) {
        run(() -> {
            var scroll = robot.lookup(".pane-scroll").queryAs(ScrollPane.class);
            var content = scroll.getContent();
            double y = content.sceneToLocal(node.localToScene(0, 0)).getY();
            double hidden =
                    content.getLayoutBounds().getHeight() - scroll.getViewportBounds().getHeight();
            scroll.setVvalue(hidden <= 0 ? 0 : Math.clamp((y - 100) / hidden, 0, 1));
        });
        robot.clickOn(node);
        Frames.pass();
    }

    void run(Runnable action) {
        call(() -> {
            action.run();
            return inspector;
        });
        Frames.pass();
    }

    static <T> T call(Callable<T> action) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, action);
    }
}
