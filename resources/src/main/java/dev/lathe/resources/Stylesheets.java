package dev.lathe.resources;

import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The stylesheets of the window, on top of a Primer theme.
public final class Stylesheets {
    private static final List<String> COMMON =
            List.of("lathe.css", "shell.css", "inspect.css", "tensor.css", "panes.css", "diff.css");

    private Stylesheets() {}

    /// The stylesheets for a light window, in the order in which they apply.
    public static List<String> light() {
        return with("light.css");
    }

    /// The stylesheets for a dark window, in the order in which they apply.
    public static List<String> dark() {
        return with("dark.css");
    }

    private static List<String> with(String colours) {
        return Stream.concat(Stream.of(colours), COMMON.stream()).map(Stylesheets::url).toList();
    }

    private static String url(String name) {
        URL resource = Stylesheets.class.getResource("css/" + name);
        return Objects.requireNonNull(resource, name).toExternalForm();
    }
}
