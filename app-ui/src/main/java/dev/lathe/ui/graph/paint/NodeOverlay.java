package dev.lathe.ui.graph.paint;

import java.util.Map;

/// Values that colour the boxes of a graph instead of the kinds of operators, such as latencies.
///
/// @param title what is shown, for the legend
/// @param ratings by layer name; a layer that is absent is drawn in grey
/// @param lowest what the low end of the scale means: `0 ms`
/// @param highest what the high end means: `4.2 ms`
public record NodeOverlay(
        String title, Map<String, Rating> ratings, String lowest, String highest) {

    /// No overlay.
    public static final NodeOverlay NONE = new NodeOverlay("", Map.of(), "", "");

    public NodeOverlay {
        ratings = Map.copyOf(ratings);
    }

    /// The value of one layer.
    ///
    /// @param share where it is on the scale, 0 to 1
    /// @param label what it is: `1.23 ms`
    public record Rating(double share, String label) {}

    /// Whether this is no overlay.
    public boolean isNone() {
        return ratings.isEmpty();
    }
}
