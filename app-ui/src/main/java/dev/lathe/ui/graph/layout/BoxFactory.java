package dev.lathe.ui.graph.layout;

import dev.lathe.ui.theme.OperatorKind;
import java.util.ArrayList;
import java.util.List;

/// Makes boxes that are just large enough for their texts, and cuts texts that are too long.
final class BoxFactory {
    private final TextMeasure measure;
    private final Ports ports;

    BoxFactory(TextMeasure measure) {
        this.measure = measure;
        this.ports = new Ports(Direction.DOWN, measure);
    }

    PictureBox box(
            BoxRole role, String name, OperatorKind kind, NodeText text, List<OutputPort> outputs) {
        var title = measure.cut(text.title(), TextRole.TITLE, BoxStyle.MAX_TEXT);
        double inner = measure.width(title, TextRole.TITLE) + 2 * BoxStyle.TITLE_INSET;
        var lines = new ArrayList<BoxLine>(text.lines().size());
        for (BoxLine line : text.lines()) {
            var fitting = fit(line);
            lines.add(fitting);
            inner = Math.max(inner, width(fitting) + 2 * BoxStyle.LINE_INSET);
        }
        double height =
                BoxStyle.BAND
                        + (lines.isEmpty()
                                ? 0
                                : lines.size() * BoxStyle.LINE + 2 * BoxStyle.LINES_INSET);
        double stack = role == BoxRole.GROUP ? BoxStyle.STACK : 0;
        double width = Math.max(Math.max(BoxStyle.MIN_WIDTH, inner) + stack, portSpan(outputs));
        return new PictureBox(
                role, name, kind, title, lines, outputs, evenCeiling(width), height + stack);
    }

    private BoxLine fit(BoxLine line) {
        var label = measure.cut(line.label(), TextRole.LINE, BoxStyle.MAX_TEXT / 2);
        double left =
                label.isEmpty() ? 0 : measure.width(label, TextRole.LINE) + BoxStyle.LABEL_GAP;
        return new BoxLine(
                label,
                measure.cut(line.text(), TextRole.LINE, BoxStyle.MAX_TEXT - left),
                line.style());
    }

    private double width(BoxLine line) {
        double label =
                line.label().isEmpty()
                        ? 0
                        : measure.width(line.label(), TextRole.LINE) + BoxStyle.LABEL_GAP;
        return label + measure.width(line.text(), TextRole.LINE);
    }

    private double portSpan(List<OutputPort> outputs) {
        if (outputs.size() < 2) {
            return 0;
        }
        var offsets = ports.offsets(outputs);
        return 2 * (offsets[offsets.length - 1] + BoxStyle.TITLE_INSET);
    }

    /// An even number, so that half of it keeps the axis of a box on whole pixels.
    private static double evenCeiling(double width) {
        return 2 * Math.ceil(width / 2);
    }
}
