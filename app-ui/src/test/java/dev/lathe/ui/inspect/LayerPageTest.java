package dev.lathe.ui.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.outline.Outline;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.Labeled;
import javafx.scene.control.TitledPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@Tag("corpus")
@ExtendWith(ApplicationExtension.class)
@Timeout(60)
class LayerPageTest {
    private static final String YOLOX = "models/yolox/yolox_nano.onnx";
    private static final String SILERO = "models/silero-vad/silero_vad.onnx";

    @TempDir static Path folder;
    private Optional<InspectorBench> made = Optional.empty();

    @Start
    void show(Stage stage) {
        made = Optional.of(new InspectorBench(stage, folder));
    }

    @Test
    void theOperatorIsExplainedInTheLanguageOfTheWindow(FxRobot robot) {
        bench().open(YOLOX);
        bench().select("Conv_41");

        assertThat(text(robot, "#operator-summary")).startsWith("Slides learned filters");
        assertThat(text(robot, "#operator-formula")).contains("W[m, c, k]");

        bench().run(() -> bench().texts().switchTo(Locale.SIMPLIFIED_CHINESE));

        assertThat(text(robot, "#operator-summary")).startsWith("用学习得到的卷积核");
    }

    @Test
    void whatTheParametersMeanIsUnfoldedAndStaysSo(FxRobot robot) {
        bench().open(YOLOX);
        bench().select("Conv_41");

        bench().run(() -> parameters(robot).setExpanded(true));
        bench().select("Concat_40");

        assertThat(parameters(robot).isExpanded()).isTrue();
        assertThat(bench().words(robot)).contains("the dimension that grows");
    }

    @Test
    void defaultsThatApplyStandBelowTheAttributes(FxRobot robot) {
        bench().open(YOLOX);
        bench().select("Conv_41");

        var implied =
                robot.lookup(".fact-value.implied").queryAllAs(Labeled.class).stream()
                        .map(Labeled::getText)
                        .toList();

        assertThat(implied).containsExactly("NOTSET");
        assertThat(bench().words(robot)).contains("auto_pad", "kernel_shape", "[3, 3]");
    }

    @Test
    void inputsSayWhatTheyAreForAndWhereTheyComeFrom(FxRobot robot) {
        bench().open(YOLOX);
        bench().select("Slice_4");

        assertThat(bench().words(robot))
                .contains("data", "starts", "ends", "axes", "input of the model", "[2]");
    }

    @Test
    void aWayIsWalkedWithTheKeyboardAndBack(FxRobot robot) {
        bench().open(YOLOX);
        bench().select("Conv_41");

        bench().run(() -> bench().link(robot, "Concat_40").requestFocus());
        robot.type(KeyCode.ENTER);
        Frames.pass();
        assertThat(bench().workbench().selectedLayers()).containsExactly("Concat_40");

        robot.type(KeyCode.BACK_SPACE);
        Frames.pass();
        assertThat(bench().workbench().selectedLayers()).containsExactly("Conv_41");

        robot.press(KeyCode.ALT).type(KeyCode.RIGHT).release(KeyCode.ALT);
        Frames.pass();
        assertThat(bench().workbench().selectedLayers()).containsExactly("Concat_40");
    }

    @Test
    void theButtonsGoBackAndForth(FxRobot robot) {
        bench().open(YOLOX);
        bench().select("Conv_41");
        bench().select("Concat_40");

        robot.clickOn("#inspect-back");
        Frames.pass();

        assertThat(bench().workbench().selectedLayers()).containsExactly("Conv_41");
        robot.clickOn("#inspect-forth");
        Frames.pass();
        assertThat(bench().workbench().selectedLayers()).containsExactly("Concat_40");
    }

    @Test
    void aLinkLeadsIntoABranchAndFromThereToItsLayers(FxRobot robot) {
        bench().open(SILERO);
        bench().select("If_0");

        bench().click(robot, bench().link(robot, "then_branch (113 layers)"));

        assertThat(bench().workbench().scopeProperty().get()).isEqualTo("If_0 › then_branch");
        assertThat(bench().words(robot))
                .contains("then_branch", "Operators", "Conv × 6", "output of this graph");
    }

    @Test
    void aLayerInsideABranchHasAllThatOthersHave(FxRobot robot) {
        bench().open(SILERO);
        var model = bench().workbench().currentProperty().get().orElseThrow();
        var outline = Outline.of(model.model(), model.types());
        var scope = outline.scope("If_0 › then_branch").orElseThrow();
        var conv =
                scope.graph().nodes().stream()
                        .filter(node -> node.opType().equals("Conv"))
                        .findFirst()
                        .orElseThrow();

        bench().select(scope.id(conv));

        assertThat(bench().words(robot)).contains("Conv", scope.id(conv), "kernel_shape");
        assertThat(bench().links(robot)).isNotEmpty();
    }

    @Test
    void whatIsChosenIsCopied(FxRobot robot) {
        bench().open(YOLOX);
        bench().select("Conv_41");

        bench().run(() -> robot.lookup("#attributes").query().requestFocus());
        robot.type(KeyCode.DOWN, KeyCode.DOWN);
        robot.press(KeyCode.CONTROL).type(KeyCode.C).release(KeyCode.CONTROL);

        var copied = InspectorBench.call(() -> Clipboard.getSystemClipboard().getString());
        assertThat(copied).isEqualTo("[3, 3]");
    }

    @Test
    void manyReadersAreAListThatIsWalkedWithKeys(FxRobot robot) {
        bench().open("models/topology/phi-4-mm-speech.onnx");
        var model = bench().workbench().currentProperty().get().orElseThrow().model().graph();
        var busy =
                model.nodes().stream()
                        .filter(node -> !node.outputs().isEmpty())
                        .filter(node -> !node.outputs().getFirst().isEmpty())
                        .filter(node -> model.constant(node.outputs().getFirst()).isEmpty())
                        .filter(node -> model.consumers(node.outputs().getFirst()).size() > 8)
                        .findFirst()
                        .orElseThrow();
        bench().select(model.layerName(busy));

        bench().run(() -> robot.lookup(".layer-link-list").query().requestFocus());
        robot.type(KeyCode.DOWN, KeyCode.ENTER);
        Frames.pass();

        var readers = model.consumers(busy.outputs().getFirst());
        assertThat(bench().workbench().selectedLayers())
                .isSubsetOf(
                        Set.of(model.layerName(readers.get(0)), model.layerName(readers.get(1))))
                .hasSize(1);
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryLabeled().getText();
    }

    private static TitledPane parameters(FxRobot robot) {
        return robot.lookup("#operator-parameters").queryAs(TitledPane.class);
    }

    private InspectorBench bench() {
        return made.orElseThrow();
    }
}
