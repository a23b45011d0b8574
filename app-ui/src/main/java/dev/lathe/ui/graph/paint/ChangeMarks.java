package dev.lathe.ui.graph.paint;

import dev.lathe.ui.theme.ChangeColors;
import dev.lathe.ui.theme.Tint;
import java.util.Map;
import java.util.Optional;

/// What became of the boxes of a graph that is compared with another.
///
/// @param layers by layer identifier; a layer that is absent stayed as it was
/// @param ends by the value of an input or output of the graph
/// @param groups how much changed in a group, by its identifier
/// @param holders how much changed in a layer with graphs inside, by its identifier, and in such a
///   graph, by its path
public record ChangeMarks(
        Map<String, Mark> layers,
        Map<String, Mark> ends,
        Map<String, Counts> groups,
        Map<String, Counts> holders) {

    /// No comparison.
    public static final ChangeMarks NONE = new ChangeMarks(Map.of(), Map.of(), Map.of(), Map.of());

    public ChangeMarks {
        layers = Map.copyOf(layers);
        ends = Map.copyOf(ends);
        groups = Map.copyOf(groups);
        holders = Map.copyOf(holders);
    }

    /// What became of one box.
    public enum Mark {
        ADDED("+", 0),
        REMOVED("−", 7),
        CHANGED("~", 2.5);

        private final String sign;
        private final double dash;

        Mark(String sign, double dash) {
            this.sign = sign;
            this.dash = dash;
        }

        /// The sign that stands for it: `+`, `−` or `~`.
        public String sign() {
            return sign;
        }

        /// The colour that stands for it.
        public Tint tint(ChangeColors colors) {
            return switch (this) {
                case ADDED -> colors.added();
                case REMOVED -> colors.removed();
                case CHANGED -> colors.changed();
            };
        }

        /// The length of the dashes of a line that stands for it; 0 for a solid one.
        double dash() {
            return dash;
        }
    }

    /// How many layers were added, removed and changed.
    public record Counts(int added, int removed, int changed) {
        public static final Counts NONE = new Counts(0, 0, 0);

        /// With one more of a kind.
        public Counts plus(Mark mark) {
            return switch (mark) {
                case ADDED -> new Counts(added + 1, removed, changed);
                case REMOVED -> new Counts(added, removed + 1, changed);
                case CHANGED -> new Counts(added, removed, changed + 1);
            };
        }

        /// The sum of both.
        public Counts plus(Counts other) {
            return new Counts(
                    added + other.added, removed + other.removed, changed + other.changed);
        }

        /// How many of a kind.
        public int of(Mark mark) {
            return switch (mark) {
                case ADDED -> added;
                case REMOVED -> removed;
                case CHANGED -> changed;
            };
        }

        /// What all of them have in common; {@link Mark#CHANGED} if they are of several kinds.
        Optional<Mark> common() {
            int total = added + removed + changed;
            if (total == 0) {
                return Optional.empty();
            }
            return Optional.of(
                    added == total ? Mark.ADDED : removed == total ? Mark.REMOVED : Mark.CHANGED);
        }
    }

    /// Whether nothing is compared.
    public boolean isNone() {
        return layers.isEmpty() && ends.isEmpty() && groups.isEmpty();
    }
}
