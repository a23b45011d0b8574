package dev.lathe.ui.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.group.Group;
import dev.lathe.model.group.GroupTree;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
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
class PartPageTest {
    @TempDir static Path folder;
    private Optional<InspectorBench> made = Optional.empty();

    @Start
    void show(Stage stage) {
        made = Optional.of(new InspectorBench(stage, folder));
    }

    @Test
    void aGroupShowsWhatItIsMadeOfAndItsTwins(FxRobot robot) {
        bench().open("models/topology/llm32.onnx");
        var tree = GroupTree.of(model());
        var block =
                tree.root().stream()
                        .filter(group -> tree.repetitions(group).size() == 32)
                        .max(Comparator.comparingInt(Group::nodeCount))
                        .orElseThrow();

        bench().selectGroup(block.path());

        assertThat(bench().words(robot))
                .contains("Operators", "Comes in", "Goes out", "Groups like it", "32")
                .contains("Groups of the same form");
    }

    @Test
    void aGroupThatIsGoneSaysSo(FxRobot robot) {
        bench().open("models/yolox/yolox_nano.onnx");

        bench().selectGroup("no/such/group");

        assertThat(bench().words(robot)).contains("This version of the model has no such group.");
    }

    @Test
    void severalLayersAreAddedUp(FxRobot robot) {
        bench().open("models/yolox/yolox_nano.onnx");

        bench().select("Conv_41", "Concat_40");

        assertThat(bench().words(robot)).contains("2 layers", "74.8 M · 14.3 %", "Concat × 1");
        assertThat(bench().links(robot)).contains("Sigmoid_42").doesNotContain("Concat_40");
    }

    @Test
    void aLinkLeadsFromAGroupToTheLayerThatFeedsIt(FxRobot robot) {
        bench().open("models/yolox/yolox_nano.onnx");
        bench().select("Conv_41", "Sigmoid_42");

        bench().click(robot, bench().link(robot, "Concat_40"));

        assertThat(bench().workbench().selectedLayers()).containsExactly("Concat_40");
    }

    private ModelGraph model() {
        return bench().workbench().currentProperty().get().orElseThrow().model();
    }

    private InspectorBench bench() {
        return made.orElseThrow();
    }
}
