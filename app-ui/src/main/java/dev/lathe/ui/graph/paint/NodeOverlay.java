package dev.lathe.ui.graph.paint;

import dev.lathe.ui.graph.layout.BoxRole;
import dev.lathe.ui.graph.layout.PictureBox;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Values that colour the boxes of a graph instead of the kinds of operators, such as latencies.
///
/// @param title what is shown, for the legend
/// @param layers ratings by layer id; a layer that is absent is drawn in grey
/// @param groups ratings by group id
/// @param scale what the colours mean
public record NodeOverlay(
        String title, Map<String, Rating> layers, Map<String, Rating> groups, Scale scale) {

    /// No overlay.
    public static final NodeOverlay NONE = new NodeOverlay("", Map.of(), Map.of(), Scale.NONE);

    public NodeOverlay {
        layers = Map.copyOf(layers);
        groups = Map.copyOf(groups);
    }

    /// The value of one layer or group.
    ///
    /// @param share where it is on the scale, 0 to 1; empty if the value is not known
    /// @param label what it is: `1.23 ms`
    public record Rating(OptionalDouble share, String label) {

        /// A known value.
        public Rating(double share, String label) {
            this(OptionalDouble.of(share), label);
        }

        /// Of something that has a value that is not known.
        public static Rating unknown(String label) {
            return new Rating(OptionalDouble.empty(), label);
        }
    }

    /// What the colours mean.
    ///
    /// @param lowest what the low end means: `0 ms`
    /// @param highest what the high end means: `4.2 ms`
    /// @param notes what else is to be known of the values, a line each
    public record Scale(String lowest, String highest, Map<Note, String> notes) {
        static final Scale NONE = new Scale("", "", Map.of());

        public Scale {
            notes = Map.copyOf(notes);
        }

        /// A scale without notes.
        public Scale(String lowest, String highest) {
            this(lowest, highest, Map.of());
        }
    }

    /// What a note is about.
    public enum Note {
        /// The values of groups.
        GROUPS,
        /// The boxes whose value is not known.
        UNKNOWN,
        /// The boxes that have no value.
        ABSENT
    }

    /// Whether this is no overlay.
    public boolean isNone() {
        return layers.isEmpty() && groups.isEmpty();
    }

    /// Whether boxes of a role are coloured: those that hold what the value is of, not those that
    /// show it in parts.
    public static boolean colours(BoxRole role) {
        return role == BoxRole.NODE || role == BoxRole.GROUP;
    }

    /// The rating of what a box stands for.
    public Optional<Rating> ratingOf(PictureBox box) {
        if (box.role().isLayer()) {
            return Optional.ofNullable(layers.get(box.name()));
        }
        return box.role().isGroup()
                ? Optional.ofNullable(groups.get(box.name()))
                : Optional.empty();
    }
}
