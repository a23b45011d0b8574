package dev.lathe.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.shape.InferredTypes;
import dev.lathe.ui.graph.layout.BoxRole;
import dev.lathe.ui.graph.layout.Direction;
import dev.lathe.ui.graph.layout.Graphs;
import dev.lathe.ui.graph.layout.LlmGraphs;
import dev.lathe.ui.graph.layout.PictureBox;
import dev.lathe.ui.job.DirectJobs;
import dev.lathe.ui.job.Job;
import dev.lathe.ui.job.Jobs;
import dev.lathe.ui.job.RunningJob;
import dev.lathe.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.Test;

class GraphViewModelTest {
    private final GraphViewModel model =
            new GraphViewModel(new DirectJobs(), new Texts(Locale.ENGLISH));

    @Test
    void hasNothingToShowAtFirst() {
        assertThat(model.stateProperty().get()).isEqualTo(GraphState.EMPTY);
    }

    @Test
    void showsAModel() {
        model.show(Graphs.model(Graphs.residual()), InferredTypes.NONE);

        assertThat(model.stateProperty().get()).isEqualTo(GraphState.READY);
        assertThat(model.pictureProperty().get().graph().nodes()).isEqualTo(4);
    }

    @Test
    void keepsTheSelectionThatTheNextModelHasToo() {
        model.show(Graphs.model(Graphs.residual()), InferredTypes.NONE);
        model.selectOnly(List.of("conv1", "add"));

        var shorter =
                Graphs.of(
                        List.of(),
                        Graphs.node("conv1", "Relu", "x", "a"),
                        Graphs.node("other", "Relu", "a", "y"));
        model.show(Graphs.model(shorter), InferredTypes.NONE);

        assertThat(model.selectedLayers()).containsExactly("conv1");
    }

    @Test
    void opensAndClosesAGroup() {
        showLayers();
        var group = box("layers.2");

        model.toggle(group);
        assertThat(box("layers.2").role()).isEqualTo(BoxRole.OPEN_GROUP);

        model.toggle(box("layers.2"));
        assertThat(box("layers.2").role()).isEqualTo(BoxRole.GROUP);
    }

    @Test
    void selectingALayerOpensWhatItIsIn() {
        showLayers();

        model.select("/model/layers.2/self_attn/Softmax");

        var graph = model.pictureProperty().get().graph();
        int found = graph.boxOf("/model/layers.2/self_attn/Softmax").orElseThrow();
        assertThat(graph.boxes().get(found).box().role()).isEqualTo(BoxRole.NODE);
        assertThat(model.revealProperty().get().orElseThrow().layer())
                .isEqualTo("/model/layers.2/self_attn/Softmax");
    }

    @Test
    void showsAGroupByItselfAndLeavesItAgain() {
        showLayers();

        model.enter(box("layers.2"));
        assertThat(model.wayProperty().get())
                .containsExactly(Location.MAIN, new Location("", "layers.2"));

        model.leave();
        assertThat(model.locationProperty().get()).isEqualTo(Location.MAIN);
    }

    @Test
    void selectingALayerElsewhereLeavesTheGroupThatIsShownByItself() {
        showLayers();
        model.enter(box("layers.2"));

        model.select("/model/layers.3/Add");

        assertThat(model.locationProperty().get()).isEqualTo(Location.MAIN);
    }

    @Test
    void opensAndClosesEverything() {
        showLayers();

        model.openAll();
        assertThat(roles()).contains(BoxRole.OPEN_GROUP).doesNotContain(BoxRole.GROUP);

        model.closeAll();
        assertThat(roles()).contains(BoxRole.GROUP).doesNotContain(BoxRole.OPEN_GROUP);
    }

    @Test
    void drawsWithoutGroups() {
        showLayers();

        model.groupingProperty().set(false);

        assertThat(roles()).doesNotContain(BoxRole.GROUP, BoxRole.OPEN_GROUP);
        assertThat(model.pictureProperty().get().graph().nodes()).isEqualTo(32 * 55 + 8);
    }

    @Test
    void drawsToTheRight() {
        showLayers();

        model.directionProperty().set(Direction.RIGHT);

        var graph = model.pictureProperty().get().graph();
        assertThat(graph.direction()).isEqualTo(Direction.RIGHT);
        assertThat(graph.width()).isGreaterThan(graph.height());
    }

    @Test
    void keepsGroupsOpenThatTheNextVersionHasToo() {
        showLayers();
        model.toggle(box("layers.2"));

        model.show(LlmGraphs.model(31), InferredTypes.NONE);

        assertThat(box("layers.2").role()).isEqualTo(BoxRole.OPEN_GROUP);
    }

    private void showLayers() {
        model.show(LlmGraphs.model(32), InferredTypes.NONE);
    }

    private PictureBox box(String group) {
        var graph = model.pictureProperty().get().graph();
        return graph.boxes().get(graph.boxOfGroup(group).orElseThrow()).box();
    }

    private List<BoxRole> roles() {
        return model.pictureProperty().get().graph().boxes().stream()
                .map(box -> box.box().role())
                .distinct()
                .toList();
    }

    @Test
    void saysWhyThereIsNoPicture() {
        model.fail("Cannot open m.onnx: it is empty.");

        assertThat(model.stateProperty().get()).isEqualTo(GraphState.FAILED);
        assertThat(model.messageProperty().get()).isEqualTo("Cannot open m.onnx: it is empty.");
    }

    @Test
    void forgetsTheModel() {
        model.show(Graphs.model(Graphs.residual()), InferredTypes.NONE);

        model.clear();

        assertThat(model.stateProperty().get()).isEqualTo(GraphState.EMPTY);
        assertThat(model.pictureProperty().get().graph().boxes()).isEmpty();
    }

    @Test
    void findsLayersByEveryWord() {
        model.show(Graphs.model(Graphs.residual()), InferredTypes.NONE);

        model.search().queryProperty().set("op:conv 2");

        assertThat(model.search().hits()).containsExactly("conv2");
    }

    @Test
    void goesThroughTheHitsInACircle() {
        model.show(Graphs.model(Graphs.residual()), InferredTypes.NONE);
        model.search().queryProperty().set("CONV");

        model.search().next();
        model.search().next();
        model.search().next();

        assertThat(model.search().hits()).containsExactly("conv1", "conv2");
        assertThat(model.search().currentProperty().get()).isEqualTo(0);
        assertThat(model.selectedLayers()).containsExactly("conv1");
    }

    @Test
    void theNewestRequestWins() {
        var late = new LateJobs();
        var newest = new GraphViewModel(late, new Texts(Locale.ENGLISH));
        newest.show(Graphs.model(Graphs.chain(3)), InferredTypes.NONE);
        newest.show(Graphs.model(Graphs.residual()), InferredTypes.NONE);

        List.copyOf(late.waiting).reversed().forEach(Runnable::run);

        assertThat(late.cancelled).isEqualTo(1);
        assertThat(newest.pictureProperty().get().graph().nodes()).isEqualTo(4);
    }

    @Test
    void aClickWhileTheNextModelIsLaidOutDoesNotLoseIt() {
        var late = new LateJobs();
        var newest = new GraphViewModel(late, new Texts(Locale.ENGLISH));
        newest.show(Graphs.model(Graphs.chain(3)), InferredTypes.NONE);
        late.waiting.removeFirst().run();
        newest.show(Graphs.model(Graphs.residual()), InferredTypes.NONE);

        newest.closeAll();
        List.copyOf(late.waiting).forEach(Runnable::run);

        assertThat(newest.pictureProperty().get().graph().nodes()).isEqualTo(4);
    }

    /// Runs jobs when the test wants it, also those that were cancelled.
    private static final class LateJobs implements Jobs {
        final List<Runnable> waiting = new ArrayList<>();
        int cancelled;

        @Override
        public <T> Handle start(Job<T> job) {
            waiting.add(() -> new DirectJobs().start(job));
            return () -> cancelled++;
        }

        @Override
        public <T> Handle startInTurn(Job<T> job) {
            return start(job);
        }

        @Override
        public ObservableList<RunningJob> running() {
            return FXCollections.emptyObservableList();
        }
    }
}
