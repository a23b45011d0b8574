package dev.lathe.ui.inspect;

import javafx.animation.AnimationTimer;

/// Does something once, when the next frame is drawn, however often it is asked for until then.
final class NextFrame extends AnimationTimer {
    private final Runnable action;

    NextFrame(Runnable action) {
        this.action = action;
    }

    @Override
    public void handle(long now) {
        stop();
        action.run();
    }
}
