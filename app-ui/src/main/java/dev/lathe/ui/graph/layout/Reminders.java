package dev.lathe.ui.graph.layout;

import java.util.List;

/// What reminders of far values look like: pills with the last part of the name of the value.
final class Reminders {
    static final double HEIGHT = 18;

    private static final double MAX_TEXT = 150;
    private static final double PADDING = 10;

    private final TextMeasure measure;

    Reminders(TextMeasure measure) {
        this.measure = measure;
    }

    /// The width of the reminder of a value.
    double width(String value) {
        return Math.ceil(measure.width(title(value), TextRole.LABEL)) + 2 * PADDING;
    }

    /// A reminder of what a box puts out at a port.
    PictureBox box(PictureBox maker, int port) {
        var value = maker.outputs().get(port).value();
        return new PictureBox(
                BoxRole.STUB,
                maker.name(),
                maker.kind(),
                title(value),
                List.of(),
                List.of(new OutputPort(value, "")),
                width(value),
                HEIGHT);
    }

    private String title(String value) {
        return measure.cut(shortName(value), TextRole.LABEL, MAX_TEXT);
    }

    /// The last part of a name with slashes, or the one before it if that says more.
    private static String shortName(String value) {
        var parts = value.split("/", -1);
        var last = parts[parts.length - 1];
        return parts.length > 2 && last.matches("(output|Output|out)_?\\d*")
                ? parts[parts.length - 2]
                : last;
    }
}
