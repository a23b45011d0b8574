package dev.lathe.ui.shell;

import java.util.Locale;
import org.kordamp.ikonli.feather.Feather;

/// What people are doing with the model; it decides what the right side shows.
public enum WorkArea {
    GRAPH(Feather.SHARE_2),
    COMPRESS(Feather.MINIMIZE_2),
    PROFILE(Feather.ACTIVITY),
    EXPORT(Feather.PACKAGE);

    private final Feather icon;

    WorkArea(Feather icon) {
        this.icon = icon;
    }

    Feather icon() {
        return icon;
    }

    /// The id of its switch: `area-graph`.
    public String id() {
        return "area-" + word();
    }

    String titleKey() {
        return "shell.area." + word();
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
