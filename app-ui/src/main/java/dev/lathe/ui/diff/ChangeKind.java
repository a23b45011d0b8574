package dev.lathe.ui.diff;

import dev.lathe.ui.graph.paint.ChangeMarks.Mark;
import java.util.Locale;

/// What a line of the list of changes tells.
public enum ChangeKind {
    ADDED(Mark.ADDED.sign()),
    REMOVED(Mark.REMOVED.sign()),
    CHANGED(Mark.CHANGED.sign()),
    /// It does the same under another name, or with other notes.
    RENAMED("=");

    private final String sign;

    ChangeKind(String sign) {
        this.sign = sign;
    }

    /// The sign that stands for it.
    public String sign() {
        return sign;
    }

    /// The word in ids, style classes and message keys.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
