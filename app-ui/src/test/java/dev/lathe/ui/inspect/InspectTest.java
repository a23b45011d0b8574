package dev.lathe.ui.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.resources.Samples;
import dev.lathe.ui.job.DirectJobs;
import dev.lathe.ui.session.Problems;
import dev.lathe.ui.session.SampleEngine;
import dev.lathe.ui.session.Workbench;
import dev.lathe.ui.testing.Answers;
import dev.lathe.ui.text.Texts;
import dev.lathe.ui.theme.KindPalette;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@Timeout(60)
class InspectTest {
    private static final String CONV = "/block2/conv1";

    @TempDir static Path folder;
    private final Texts texts = new Texts(Locale.ENGLISH);
    private final HBox root = new HBox();
    private Optional<Workbench> made = Optional.empty();

    @Start
    void show(Stage stage) {
        var jobs = new DirectJobs();
        var workbench =
                new Workbench(
                        jobs,
                        new SampleEngine(),
                        new Samples(folder),
                        texts,
                        new Problems(texts, Clock.systemUTC()));
        var palette = new SimpleObjectProperty<>(KindPalette.LIGHT);
        made = Optional.of(workbench);
        var table =
                new LayerTable(
                        new LayerTableModel(workbench, jobs, _ -> {}, texts),
                        palette,
                        new SimpleObjectProperty<>(List.of()),
                        Answers.NONE,
                        texts);
        var inspector = new Inspector(workbench, jobs, palette, texts, Answers.NONE);
        table.setPrefWidth(700);
        inspector.setPrefWidth(320);
        root.getChildren().setAll(table, inspector);
        stage.setScene(new Scene(root, 1020, 700));
        stage.setX(0);
        stage.setY(0);
        stage.show();
        stage.setWidth(1020); // one stage serves all tests and keeps the size of the last
        stage.setHeight(700);
    }

    @BeforeEach
    void openSample() {
        run(() -> workbench().openSample(Samples.FASHION));
    }

    @Test
    void withoutASelectionTheModelIsShown(FxRobot robot) {
        assertThat(labels(robot)).contains("Model", "Opsets", "ai.onnx 17", "logits");
    }

    @Test
    void aFreeDimensionIsGivenASize(FxRobot robot) {
        robot.clickOn("#dimension-batch").write("4x");

        robot.clickOn("#dimensions-bind");

        assertThat(labels(robot)).contains("float32 4×1×28×28", "float32 4×10");
        assertThat(robot.lookup("#dimensions-bind").tryQuery()).isEmpty();
    }

    @Test
    void aLayerShowsItsAttributesShapesAndWeights(FxRobot robot) {
        select(CONV);

        assertThat(labels(robot))
                .contains("Conv", CONV, "kernel_shape", "[3, 3]", "float32 64×32×3×3 · 72.0 KiB")
                .contains("Minimum", "Std. dev.");
    }

    @Test
    void aNeighbourThatIsClickedIsSelected(FxRobot robot) {
        select(CONV);

        robot.clickOn(
                robot.lookup(".value-link").queryAllAs(Hyperlink.class).stream()
                        .filter(link -> link.getText().equals("/block2/bn1"))
                        .findFirst()
                        .orElseThrow());

        assertThat(workbench().selectedLayers()).containsExactly("/block2/bn1");
    }

    @Test
    void severalLayersAreSummedUp(FxRobot robot) {
        run(() -> workbench().selectedLayers().addAll(List.of(CONV, "/block2/bn1")));

        assertThat(labels(robot)).contains("2 layers");
    }

    @Test
    void theTableListsEveryLayer(FxRobot robot) {
        assertThat(table(robot).getItems()).hasSize(layerCount());
    }

    @Test
    void aLayerSelectedInTheGraphIsSelectedInTheTable(FxRobot robot) {
        select(CONV);

        assertThat(table(robot).getSelectionModel().getSelectedItems())
                .extracting(LayerRow::name)
                .containsExactly(CONV);
    }

    @Test
    void aRowThatIsSelectedIsSelectedInTheGraph(FxRobot robot) {
        run(() -> table(robot).getSelectionModel().select(2));

        assertThat(workbench().selectedLayers())
                .isEqualTo(Set.of(table(robot).getItems().get(2).name()));
    }

    @Test
    void theFilterFindsNamesAndOperators(FxRobot robot) {
        robot.clickOn("#layer-filter").write("softmax_nothing");
        assertThat(table(robot).getItems()).isEmpty();

        run(() -> robot.lookup("#layer-filter").queryTextInputControl().setText("op:\"Conv\""));

        assertThat(table(robot).getItems()).isNotEmpty();
        assertThat(table(robot).getItems()).allMatch(row -> row.operator().equals("Conv"));
    }

    @Test
    void aSelectionOutlivesAFilterThatHidesIt(FxRobot robot) {
        select(CONV);

        run(() -> robot.lookup("#layer-filter").queryTextInputControl().setText("relu"));

        assertThat(workbench().selectedLayers()).containsExactly(CONV);
    }

    @Test
    void theTableIsCopiedAsCsv(FxRobot robot) {
        robot.clickOn("#layers-copy");

        var csv = call(() -> Clipboard.getSystemClipboard().getString());

        assertThat(csv).startsWith("name,operator,output_shape,type,parameters,");
        assertThat(csv.lines()).hasSize(layerCount() + 1);
    }

    private int layerCount() {
        return workbench().currentProperty().get().orElseThrow().model().graph().nodes().size();
    }

    private void select(String layer) {
        run(() -> workbench().selectedLayers().add(layer));
    }

    private static List<String> labels(FxRobot robot) {
        return robot.lookup("#inspector .label").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .toList();
    }

    @SuppressWarnings("unchecked") // the id is that of the one table with these rows
    private static TableView<LayerRow> table(FxRobot robot) {
        return robot.lookup("#layer-table").queryAs(TableView.class);
    }

    private Workbench workbench() {
        return made.orElseThrow();
    }

    /// Runs an action on the JavaFX thread and lays out what it changed.
    private void run(Runnable action) {
        call(() -> {
            action.run();
            root.applyCss();
            root.layout();
            return root;
        });
        Frames.pass();
    }

    private static <T> T call(Callable<T> action) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, action);
    }
}
