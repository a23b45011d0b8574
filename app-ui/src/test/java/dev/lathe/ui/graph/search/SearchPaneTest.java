package dev.lathe.ui.graph.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.outline.Outline;
import dev.lathe.model.search.Hit;
import dev.lathe.model.shape.InferredTypes;
import dev.lathe.ui.graph.layout.Graphs;
import dev.lathe.ui.job.DirectJobs;
import dev.lathe.ui.testing.Panes;
import dev.lathe.ui.text.Texts;
import dev.lathe.ui.theme.KindPalette;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@Timeout(60)
@SuppressWarnings("NullAway.Init") // TestFX makes the pane on the JavaFX thread
class SearchPaneTest {
    private final Texts texts = new Texts(Locale.ENGLISH);
    private final List<String> visits = new ArrayList<>();
    private final SearchModel search =
            new SearchModel(new DirectJobs(), texts, new RecordingVisitor());
    private int left;
    private SearchPane pane;

    @Start
    void show(Stage stage) {
        var area = new StackPane();
        pane =
                new SearchPane(
                        search, new SimpleObjectProperty<>(KindPalette.LIGHT), texts, () -> left++);
        pane.fitInto(area);
        area.getChildren().setAll(pane);
        var model = Graphs.model(Graphs.chain(30));
        search.searchIn(Optional.of(Outline.of(model, InferredTypes.NONE)));
        Panes.show(stage, area);
    }

    @Test
    void listsWhatIsFoundWhileTyping(FxRobot robot) {
        robot.clickOn("#graph-search").write("name:relu2");

        assertThat(list(robot).getItems())
                .extracting(Hit::id)
                .containsExactly(
                        "relu2", "relu20", "relu21", "relu22", "relu23", "relu24", "relu25",
                        "relu26", "relu27", "relu28", "relu29");
        assertThat(Panes.words(robot, "graph-hits")).isEqualTo("11 found");
        assertThat(visits).isEmpty();
    }

    @Test
    void keysWalkTheListAndGoBackToTheField(FxRobot robot) {
        robot.clickOn("#graph-search").write("name:relu2").type(KeyCode.DOWN);
        assertThat(list(robot).isFocused()).isTrue();

        robot.type(KeyCode.DOWN).type(KeyCode.UP);
        assertThat(visits).containsExactly("look relu2", "look relu20", "look relu2");

        robot.type(KeyCode.UP);
        assertThat(field(robot).isFocused()).isTrue();
        assertThat(field(robot).getText()).isEqualTo("name:relu2");
    }

    @Test
    void pageDownGoesFurther(FxRobot robot) {
        robot.clickOn("#graph-search").write("relu").type(KeyCode.DOWN, KeyCode.PAGE_DOWN);

        assertThat(search.currentProperty().get()).isGreaterThan(4);
        assertThat(visits.getLast()).isEqualTo("look relu" + search.currentProperty().get());
    }

    @Test
    void enterInTheListGoesThereAndKeepsTheList(FxRobot robot) {
        robot.clickOn("#graph-search").write("relu2").type(KeyCode.DOWN, KeyCode.DOWN);
        visits.clear();

        robot.type(KeyCode.ENTER);

        assertThat(visits).containsExactly("go " + list(robot).getItems().get(1).id());
        assertThat(list(robot).isFocused()).isTrue();
    }

    @Test
    void comesBackToTheRowThatWasLeft(FxRobot robot) {
        robot.clickOn("#graph-search").write("name:relu2");
        robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN, KeyCode.ESCAPE);
        assertThat(left).isEqualTo(1);
        assertThat(search.hits()).isEmpty();
        assertThat(Panes.isShown(robot, "graph-results")).isFalse();

        focus();
        assertThat(field(robot).getSelectedText()).isEqualTo("name:relu2");
        assertThat(Panes.words(robot, "graph-hits")).isEqualTo("3 of 11");
        robot.type(KeyCode.DOWN);
        assertThat(visits.getLast()).isEqualTo("look relu21");
    }

    @Test
    void f3WalksFromAnywhere(FxRobot robot) {
        robot.clickOn("#graph-search").write("name:relu1").type(KeyCode.F3, KeyCode.F3);
        robot.press(KeyCode.SHIFT).type(KeyCode.F3).release(KeyCode.SHIFT);

        assertThat(visits).containsExactly("go relu1", "go relu10", "go relu1");
    }

    @Test
    void whatIsTypedInTheListGoesIntoTheField(FxRobot robot) {
        robot.clickOn("#graph-search").write("relu").type(KeyCode.DOWN).write("29");

        assertThat(search.queryProperty().get()).isEqualTo("relu29");
        assertThat(search.hits()).containsExactly("relu29");
    }

    @Test
    void aClickLooksAndADoubleClickGoes(FxRobot robot) {
        robot.clickOn("#graph-search").write("\"relu7\"");

        robot.clickOn("#graph-results");
        assertThat(visits.getLast()).isEqualTo("look relu7");
        robot.doubleClickOn("#graph-results");
        assertThat(visits.getLast()).isEqualTo("go relu7");
    }

    @Test
    void saysWhatIsWrongWithAQuery(FxRobot robot) {
        robot.clickOn("#graph-search").write("/relu(/");
        assertThat(Panes.words(robot, "graph-search-note"))
                .startsWith("“relu(” is no regular expression: see character 5.");

        replace(robot, "dims:3");
        assertThat(Panes.isShown(robot, "graph-search-note")).isFalse();
        replace(robot, "dims:a");
        assertThat(Panes.words(robot, "graph-search-note"))
                .isEqualTo("There is no search word “dims:”; did you mean “shape:”?");
        replace(robot, "op:");
        assertThat(Panes.words(robot, "graph-search-note"))
                .isEqualTo("Say what follows “op:”, for example op:Conv");
    }

    @Test
    void saysThatNothingIsFound(FxRobot robot) {
        robot.clickOn("#graph-search").write("gelu");

        assertThat(Panes.isShown(robot, "graph-search-nothing")).isTrue();
        assertThat(Panes.words(robot, "graph-hits")).isEqualTo("None found");
    }

    @Test
    void examplesOfTheHelpCanBeTried(FxRobot robot) {
        robot.clickOn("#graph-search").type(KeyCode.F1);

        robot.clickOn("op:Conv");

        assertThat(field(robot).getText()).isEqualTo("op:Conv");
        assertThat(field(robot).isFocused()).isTrue();
    }

    private void replace(FxRobot robot, String query) {
        focus();
        robot.write(query);
    }

    private void focus() {
        WaitForAsyncUtils.waitForAsyncFx(2_000, pane::focus);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static TextField field(FxRobot robot) {
        return robot.lookup("#graph-search").queryAs(TextField.class);
    }

    @SuppressWarnings("unchecked")
    private static ListView<Hit> list(FxRobot robot) {
        return robot.lookup("#graph-results").queryAs(ListView.class);
    }

    private final class RecordingVisitor implements SearchVisitor {
        @Override
        public void look(Hit hit) {
            visits.add("look " + hit.id());
        }

        @Override
        public void go(Hit hit) {
            visits.add("go " + hit.id());
        }
    }
}
