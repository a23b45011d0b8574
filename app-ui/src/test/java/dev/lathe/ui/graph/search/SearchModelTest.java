package dev.lathe.ui.graph.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.outline.Outline;
import dev.lathe.model.search.Hit;
import dev.lathe.model.shape.InferredTypes;
import dev.lathe.ui.graph.layout.Graphs;
import dev.lathe.ui.job.DirectJobs;
import dev.lathe.ui.job.Job;
import dev.lathe.ui.job.Jobs;
import dev.lathe.ui.job.RunningJob;
import dev.lathe.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.Test;

class SearchModelTest {
    private final SearchModel search = model(new DirectJobs());

    @Test
    void findsInTheModelThatIsShown() {
        search.searchIn(outline(3));
        search.queryProperty().set("op:relu");
        assertThat(search.hits()).containsExactly("relu0", "relu1", "relu2");

        search.searchIn(outline(1));
        assertThat(search.hits()).containsExactly("relu0");

        search.searchIn(Optional.empty());
        assertThat(search.hits()).isEmpty();
    }

    @Test
    void staysAtAHitThatTheNextModelHasToo() {
        search.searchIn(outline(5));
        search.queryProperty().set("relu");
        search.look(3);

        search.searchIn(outline(4));
        assertThat(search.currentProperty().get()).isEqualTo(3);

        search.searchIn(outline(2));
        assertThat(search.currentProperty().get()).isEqualTo(-1);
    }

    @Test
    void remembersWhatWasSearchedFor() {
        search.searchIn(outline(5));
        search.queryProperty().set("relu");
        search.look(2);

        search.clear();
        assertThat(search.hits()).isEmpty();
        search.next();

        assertThat(search.queryProperty().get()).isEqualTo("relu");
        assertThat(search.currentProperty().get()).isEqualTo(3);
    }

    @Test
    void waitsForTheIndex() {
        var late = new LateJobs();
        var waiting = model(late);
        waiting.searchIn(outline(3));

        waiting.queryProperty().set("relu");
        assertThat(waiting.stateProperty().get()).isEqualTo(SearchState.PREPARING);

        late.runAll();
        late.runAll();
        assertThat(waiting.stateProperty().get()).isEqualTo(SearchState.DONE);
        assertThat(waiting.hits()).hasSize(3);
    }

    @Test
    void theNewestQueryCounts() {
        var late = new LateJobs();
        var waiting = model(late);
        waiting.searchIn(outline(3));
        late.runAll();

        waiting.queryProperty().set("relu");
        waiting.queryProperty().set("relu1");
        late.waiting = new ArrayList<>(late.waiting.reversed());
        late.runAll();

        assertThat(waiting.hits()).contains("relu1").doesNotContain("relu0");
        assertThat(late.cancelled).isGreaterThanOrEqualTo(1);
    }

    private static SearchModel model(Jobs jobs) {
        return new SearchModel(
                jobs,
                new Texts(Locale.ENGLISH),
                new SearchVisitor() {
                    @Override
                    public void look(Hit hit) {}

                    @Override
                    public void go(Hit hit) {}
                });
    }

    private static Optional<Outline> outline(int layers) {
        return Optional.of(Outline.of(Graphs.model(Graphs.chain(layers)), InferredTypes.NONE));
    }

    /// Runs jobs when the test wants it, also those that were cancelled.
    private static final class LateJobs implements Jobs {
        List<Runnable> waiting = new ArrayList<>();
        int cancelled;

        void runAll() {
            var all = List.copyOf(waiting);
            waiting.clear();
            all.forEach(Runnable::run);
        }

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
