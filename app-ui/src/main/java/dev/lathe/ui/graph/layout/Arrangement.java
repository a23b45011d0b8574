package dev.lathe.ui.graph.layout;

import java.util.List;

/// Where everything in a plan goes, across and along the flow, from its corner.
///
/// @param across the near side of each cell across the flow; those of reminders come last
/// @param reminders what the cells beyond those of the plan remind of
/// @param sources the cell that each edge leaves: that of the plan, or a reminder
/// @param paths of each edge: across and along in turn
/// @param width its size across the flow
/// @param height its size along the flow
@SuppressWarnings("ArrayRecordComponent") // numbers by the thousand; not changed once made
record Arrangement(
        double[] across,
        double[] along,
        List<Reminder> reminders,
        int[] sources,
        double[][] paths,
        double width,
        double height) {

    /// A reminder of what a cell puts out at a port.
    record Reminder(int cell, int port) {}
}
