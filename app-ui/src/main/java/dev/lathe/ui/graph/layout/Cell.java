package dev.lathe.ui.graph.layout;

import java.util.Arrays;

/// A box as the layout sees it: how far it reaches along the flow and across it, and where edges
/// leave and enter it. Two boxes that look different may be equal cells.
///
/// Places on it are distances across from its middle.
///
/// @param across its size across the flow: the width if the graph flows down
/// @param along its size along the flow
/// @param ports where each of its outputs leaves it
/// @param reach how far it and the labels of its outputs reach to the high side
/// @param strip the room behind it that those labels take, along the flow
/// @param entries where edges enter that have no choice; empty if all may choose
/// @param reminders how long a reminder of each output would be; 0 where none is needed
/// @param content where what is inside an open box begins, from its corner: across, then along
@SuppressWarnings("ArrayRecordComponent") // numbers by the thousand; not changed once made
record Cell(
        Pin pin,
        double across,
        double along,
        double[] ports,
        double reach,
        double strip,
        double[] entries,
        double[] reminders,
        double[] content) {
    private static final double[] NONE = {};

    /// Which row a cell has to be in, and where in it.
    enum Pin {
        FREE,
        /// At the end of its row, next to what comes after it.
        LOW,
        /// Before all others.
        FIRST,
        /// After all others.
        LAST
    }

    /// A cell of one output that nothing enters.
    static Cell reminder(double across, double along) {
        return new Cell(
                Pin.LOW, across, along, new double[1], across / 2, 0, NONE, new double[1], NONE);
    }

    /// Whether a line can go straight on at a place: at every place of a closed box, in a frame
    /// where an exit is behind an entry.
    boolean isStraightAt(double place) {
        return content.length == 0
                || (Arrays.stream(ports).anyMatch(port -> port == place)
                        && Arrays.stream(entries).anyMatch(entry -> entry == place));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cell that
                && pin == that.pin
                && across == that.across
                && along == that.along
                && reach == that.reach
                && strip == that.strip
                && Arrays.equals(ports, that.ports)
                && Arrays.equals(entries, that.entries)
                && Arrays.equals(reminders, that.reminders)
                && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        int hash = 31 * Double.hashCode(across) + Double.hashCode(along);
        hash = 31 * hash + Arrays.hashCode(ports);
        return 31 * hash + Arrays.hashCode(entries) + pin.name().hashCode();
    }

    @Override
    public String toString() {
        return "Cell[" + pin + ", " + across + " × " + along + "]";
    }
}
