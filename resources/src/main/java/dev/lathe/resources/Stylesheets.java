package dev.lathe.resources;

import java.net.URL;
import java.util.List;
import java.util.Objects;

/// The stylesheets of the window, on top of a Primer theme.
public final class Stylesheets {
    private Stylesheets() {}

    /// The stylesheets for a light window, in the order in which they apply.
    public static List<String> light() {
        return List.of(url("light.css"), url("lathe.css"), url("panes.css"));
    }

    /// The stylesheets for a dark window, in the order in which they apply.
    public static List<String> dark() {
        return List.of(url("dark.css"), url("lathe.css"), url("panes.css"));
    }

    private static String url(String name) {
        URL resource = Stylesheets.class.getResource("css/" + name);
        return Objects.requireNonNull(resource, name).toExternalForm();
    }
}
