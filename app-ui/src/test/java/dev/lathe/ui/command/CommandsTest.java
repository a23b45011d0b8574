package dev.lathe.ui.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.ui.command.Command.Reach;
import dev.lathe.ui.text.Texts;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class CommandsTest {
    private final ObjectProperty<List<String>> recent = new SimpleObjectProperty<>(List.of());
    private final Commands commands = new Commands(recent);
    private final Texts texts = new Texts(Locale.ENGLISH);
    private int opened;

    @Test
    void whatIsChosenIsDoneAndRemembered() {
        commands.add(list(Reach.WINDOW).add("file.open", () -> opened++, "Shortcut+O").all());

        commands.choose(commands.find("file.open").orElseThrow());

        assertThat(opened).isEqualTo(1);
        assertThat(recent.get()).containsExactly("file.open");
        assertThat(commands.recent()).hasSize(1);
    }

    @Test
    void oneKeyCannotDoTwoThingsInTheWindow() {
        commands.add(list(Reach.WINDOW).add("file.open", () -> {}, "Shortcut+O").all());
        var other = list(Reach.WINDOW).add("file.save", () -> {}, "Shortcut+O").all();

        assertThatThrownBy(() -> commands.add(other)).hasMessageContaining("file.open");
    }

    @Test
    void aPaneMayUseAKeyForSomethingElse() {
        commands.add(list(Reach.WINDOW).add("file.open", () -> {}, "Shortcut+O").all());

        commands.add(list(Reach.PANE).add("graph.fit", () -> {}, "Shortcut+O").all());

        assertThat(commands.list()).hasSize(2);
    }

    @Test
    void aKeyThatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> list(Reach.WINDOW).add("file.open", () -> {}, "Escape"))
                .hasMessage("there is no key Escape");
    }

    private CommandList list(Reach reach) {
        return new CommandList(reach, texts);
    }
}
