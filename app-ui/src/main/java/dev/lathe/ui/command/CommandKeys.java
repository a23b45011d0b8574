package dev.lathe.ui.command;

import dev.lathe.ui.command.Command.Reach;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Does commands by their keys.
public final class CommandKeys {
    private final Commands commands;

    private CommandKeys(Commands commands) {
        this.commands = commands;
    }

    /// Makes the keys of commands work in all of a window, wherever the focus is, unless what has
    /// it uses the key itself.
    public static void install(Node root, Commands commands) {
        root.addEventHandler(KeyEvent.KEY_PRESSED, new CommandKeys(commands)::press);
    }

    private void press(KeyEvent event) {
        if (event.getTarget() instanceof TextInputControl && editsText(event)) {
            return;
        }
        commands.list().stream()
                .filter(command -> command.reach() == Reach.WINDOW)
                .filter(command -> command.keys().stream().anyMatch(key -> key.match(event)))
                .findFirst()
                .ifPresent(command -> {
                    event.consume();
                    command.run();
                });
    }

    private static boolean editsText(KeyEvent event) {
        return event.isShortcutDown()
                && (event.getCode() == KeyCode.Z || event.getCode() == KeyCode.Y);
    }
}
