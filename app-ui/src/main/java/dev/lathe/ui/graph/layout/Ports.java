package dev.lathe.ui.graph.layout;

import java.util.List;

/// Where the outputs of a box leave it, and how much room their labels take.
final class Ports {
    /// The height of a label.
    static final double LABEL_HEIGHT = 13;

    /// The gap between an edge and its label.
    static final double LABEL_GAP = 5;

    /// The gap between a box and the labels of its outputs.
    static final double LABEL_DROP = 2;

    /// The gap between an edge that runs to the right and the label under it.
    static final double LABEL_UNDER = 2;

    /// The most outputs of one box that are labelled.
    private static final int MOST_LABELLED = 4;

    private static final double CLEARANCE = 16;
    private static final double CLOSE = 12;

    private final Direction direction;
    private final TextMeasure measure;

    Ports(Direction direction, TextMeasure measure) {
        this.direction = direction;
        this.measure = measure;
    }

    /// The distance of each port from the middle of the box: of few the first is in the middle, so
    /// that what reads it can stand straight below; more are spread evenly.
    double[] offsets(List<OutputPort> outputs) {
        var offsets = new double[outputs.size()];
        for (int i = 1; i < offsets.length; i++) {
            offsets[i] = offsets[i - 1] + distance(outputs, i - 1);
        }
        if (offsets.length <= MOST_LABELLED) {
            return offsets;
        }
        double middle = offsets[offsets.length - 1] / 2;
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] -= middle;
        }
        return offsets;
    }

    /// Whether the output at a position has a label.
    static boolean isLabelled(List<OutputPort> outputs, int port) {
        return outputs.size() <= MOST_LABELLED && !outputs.get(port).label().isEmpty();
    }

    /// How far ports and labels reach to the high side of the middle of the box.
    double reach(List<OutputPort> outputs, double[] offsets) {
        double reach = 0;
        for (int i = 0; i < offsets.length; i++) {
            double label = isLabelled(outputs, i) ? labelAcross(outputs.get(i)) : 0;
            reach = Math.max(reach, offsets[i] + label);
        }
        return reach;
    }

    /// The room that labels take behind the box.
    double strip(List<OutputPort> outputs) {
        double strip = 0;
        for (int i = 0; i < outputs.size(); i++) {
            if (isLabelled(outputs, i)) {
                strip =
                        Math.max(
                                strip,
                                direction == Direction.DOWN
                                        ? LABEL_HEIGHT + LABEL_DROP
                                        : width(outputs.get(i)) + 2 * LABEL_GAP);
            }
        }
        return strip;
    }

    private double labelAcross(OutputPort output) {
        return direction == Direction.DOWN ? LABEL_GAP + width(output) : LABEL_UNDER + LABEL_HEIGHT;
    }

    private double distance(List<OutputPort> outputs, int port) {
        if (!isLabelled(outputs, port)) {
            return CLOSE;
        }
        return direction == Direction.DOWN
                ? labelAcross(outputs.get(port)) + CLEARANCE
                : labelAcross(outputs.get(port)) + LABEL_UNDER + 1;
    }

    private double width(OutputPort output) {
        return measure.width(output.label(), TextRole.LABEL);
    }
}
