package dev.lathe.ui.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.ui.command.Command.Reach;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.Test;

class CommandMatchTest {
    private static final Command ZOOM_IN = command("graph.zoom-in", "Zoom in", true);
    private static final Command ZOOM_OUT = command("graph.zoom-out", "Zoom out", true);
    private static final Command OPEN = command("file.open", "Open a model", true);
    private static final Command RECENT = command("file.recent-1", "", true);
    private static final Command UNDO = command("edit.undo", "Undo", false);
    private static final List<Command> ALL = List.of(UNDO, ZOOM_IN, ZOOM_OUT, OPEN, RECENT);

    @Test
    void everyWordHasToBeFound() {
        assertThat(CommandMatch.find("out zoom", ALL, List.of())).containsExactly(ZOOM_OUT);
        assertThat(CommandMatch.find("zoom model", ALL, List.of())).isEmpty();
    }

    @Test
    void lettersOfAWordAreEnough() {
        assertThat(CommandMatch.find("zin", ALL, List.of())).containsExactly(ZOOM_IN);
    }

    @Test
    void theBeginningOfAWordIsBetterThanItsMiddle() {
        var reopen = command("x.y", "Reopen", true);

        assertThat(CommandMatch.find("open", List.of(reopen, OPEN), List.of()))
                .containsExactly(OPEN, reopen);
    }

    @Test
    void idsAreFoundInEveryLanguage() {
        var fit = command("graph.fit", "显示整个图", true);

        assertThat(CommandMatch.find("fit", List.of(fit), List.of())).containsExactly(fit);
        assertThat(CommandMatch.find("整个", List.of(fit), List.of())).containsExactly(fit);
    }

    @Test
    void withoutAQueryTheLastChosenComeFirstAndTheUnusableLast() {
        assertThat(CommandMatch.find(" ", ALL, List.of(OPEN, ZOOM_OUT)))
                .containsExactly(OPEN, ZOOM_OUT, ZOOM_IN, UNDO);
    }

    private static Command command(String id, String title, boolean enabled) {
        return new Command(
                id,
                new SimpleStringProperty(title),
                List.of(),
                Reach.WINDOW,
                new SimpleBooleanProperty(enabled),
                () -> {});
    }
}
