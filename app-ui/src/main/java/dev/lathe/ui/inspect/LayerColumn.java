package dev.lathe.ui.inspect;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A column of the layer table.
enum LayerColumn {
    NAME(Content.TEXT, 150),
    OPERATOR(Content.TEXT, 92),
    SHAPE(Content.TEXT, 112),
    TYPE(Content.TEXT, 68),
    PARAMETERS(Content.FIGURE, 72),
    BYTES(Content.FIGURE, 80),
    MACS(Content.FIGURE, 72),
    LATENCY(Content.FIGURE, 80),
    ZEROS(Content.FIGURE, 68),
    GROUP(Content.TEXT, 128);

    /// What the cells of a column hold.
    enum Content {
        TEXT,
        FIGURE
    }

    private final Content content;
    private final double width;

    LayerColumn(Content content, double width) {
        this.content = content;
        this.width = width;
    }

    Content content() {
        return content;
    }

    /// The width that it starts with, in pixels.
    double width() {
        return width;
    }

    /// The id of the column: `layers-name`.
    String id() {
        return "layers-" + word();
    }

    /// The key of its title in the message files.
    String titleKey() {
        return "layers." + word();
    }

    /// Those that are shown until people choose.
    ///
    /// @param timed whether the model was measured
    static List<LayerColumn> usual(boolean timed) {
        return timed
                ? List.of(NAME, OPERATOR, LATENCY, SHAPE, PARAMETERS, MACS)
                : List.of(NAME, OPERATOR, SHAPE, PARAMETERS, MACS);
    }

    /// Those with the given ids, in that order; the name always, and first if it is not among them.
    static List<LayerColumn> of(List<String> ids) {
        var chosen =
                ids.stream()
                        .flatMap(id -> Stream.of(values()).filter(column -> column.id().equals(id)))
                        .distinct()
                        .toList();
        return chosen.contains(NAME)
                ? chosen
                : Stream.concat(Stream.of(NAME), chosen.stream()).toList();
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
