package dev.lathe.ui.shell;

import dev.lathe.ui.session.Workbench;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// The keys of the window.
final class ShellKeys {
    private final Map<KeyCombination, Runnable> keys = new LinkedHashMap<>();

    private ShellKeys(Workbench workbench, ShellModel model, FileCommands files, Runnable find) {
        on(files::open, KeyCode.O, KeyCombination.SHORTCUT_DOWN);
        on(files::save, KeyCode.S, KeyCombination.SHORTCUT_DOWN);
        on(find, KeyCode.F, KeyCombination.SHORTCUT_DOWN);
        on(workbench::undo, KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
        on(workbench::redo, KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
        on(workbench::redo, KeyCode.Y, KeyCombination.SHORTCUT_DOWN);
        on(workbench::reload, KeyCode.F5);
        on(model::escape, KeyCode.ESCAPE);
        for (int digit = 1; digit <= 9; digit++) {
            int position = digit - 1;
            on(
                    () -> files.openRecent(position),
                    KeyCode.valueOf("DIGIT" + digit),
                    KeyCombination.SHORTCUT_DOWN);
        }
        var areas = WorkArea.values();
        for (int i = 0; i < areas.length; i++) {
            var area = areas[i];
            on(
                    () -> model.areaProperty().set(area),
                    KeyCode.valueOf("DIGIT" + (i + 1)),
                    KeyCombination.ALT_DOWN);
        }
    }

    /// Makes the keys work wherever the focus is, unless what has it uses the key itself.
    static void install(
            Node root, Workbench workbench, ShellModel model, FileCommands files, Runnable find) {
        var keys = new ShellKeys(workbench, model, files, find);
        root.addEventHandler(KeyEvent.KEY_PRESSED, keys::press);
    }

    private void on(Runnable command, KeyCode code, KeyCombination.Modifier... modifiers) {
        keys.put(new KeyCodeCombination(code, modifiers), command);
    }

    private void press(KeyEvent event) {
        if (event.getTarget() instanceof TextInputControl && editsText(event)) {
            return;
        }
        keys.forEach((key, command) -> {
            if (key.match(event)) {
                event.consume();
                command.run();
            }
        });
    }

    private static boolean editsText(KeyEvent event) {
        return event.isShortcutDown()
                && (event.getCode() == KeyCode.Z || event.getCode() == KeyCode.Y);
    }
}
