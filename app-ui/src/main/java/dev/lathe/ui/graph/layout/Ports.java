package dev.lathe.ui.graph.layout;

import java.util.List;

/// Where the outputs of a box leave it, and how much room their labels take.
final class Ports {
    /// The height of the strip under a box that holds the labels of its outputs.
    static final double STRIP = 15;

    /// The gap between an edge and its label.
    static final double LABEL_GAP = 5;

    /// The most outputs of one box that are labelled.
    private static final int MOST_LABELLED = 4;

    private static final double CLEARANCE = 16;
    private static final double CLOSE = 12;

    private Ports() {}

    /// The distance of each port from the middle of the box: of few the first is in the middle, so
    /// that what reads it can stand straight below; more are spread evenly.
    static double[] offsets(List<OutputPort> outputs, TextMeasure measure) {
        var offsets = new double[outputs.size()];
        for (int i = 1; i < offsets.length; i++) {
            offsets[i] = offsets[i - 1] + distance(outputs, i - 1, measure);
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

    /// How far the labels reach to the right of the middle of the box.
    static double rightReach(List<OutputPort> outputs, double[] offsets, TextMeasure measure) {
        double reach = 0;
        for (int i = 0; i < offsets.length; i++) {
            double label =
                    isLabelled(outputs, i)
                            ? LABEL_GAP + measure.width(outputs.get(i).label(), TextRole.LABEL)
                            : 0;
            reach = Math.max(reach, offsets[i] + label);
        }
        return reach;
    }

    private static double distance(List<OutputPort> outputs, int port, TextMeasure measure) {
        return isLabelled(outputs, port)
                ? measure.width(outputs.get(port).label(), TextRole.LABEL) + LABEL_GAP + CLEARANCE
                : CLOSE;
    }
}
