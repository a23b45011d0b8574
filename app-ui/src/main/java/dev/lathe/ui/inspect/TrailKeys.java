package dev.lathe.ui.inspect;

import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys of a browser: Backspace and Alt+Left go back, Alt+Right goes forth.
final class TrailKeys {
    private final Runnable back;
    private final Runnable forth;

    private TrailKeys(Runnable back, Runnable forth) {
        this.back = back;
        this.forth = forth;
    }

    static void install(Node pane, Runnable back, Runnable forth) {
        var keys = new TrailKeys(back, forth);
        pane.addEventHandler(KeyEvent.KEY_PRESSED, keys::press);
    }

    private void press(KeyEvent event) {
        if (event.getTarget() instanceof TextInputControl) {
            return;
        }
        boolean alt = event.isAltDown();
        if (event.getCode() == KeyCode.BACK_SPACE || (alt && event.getCode() == KeyCode.LEFT)) {
            event.consume();
            back.run();
        } else if (alt && event.getCode() == KeyCode.RIGHT) {
            event.consume();
            forth.run();
        }
    }
}
