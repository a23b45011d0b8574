package dev.lathe.ui.graph;

import dev.lathe.ui.graph.layout.LaidOutGraph;
import dev.lathe.ui.graph.paint.PictureIndex;
import java.util.BitSet;
import java.util.OptionalInt;

/// What of a picture is marked.
///
/// @param selected boxes
/// @param hits boxes that the search found
/// @param cursor the box that keys act on, if it is to be seen
record Marks(
        PictureIndex picture,
        BitSet selected,
        BitSet hits,
        OptionalInt pointedBox,
        OptionalInt pointedEdge,
        OptionalInt cursor) {

    static final Marks NONE =
            new Marks(
                    new PictureIndex(LaidOutGraph.EMPTY),
                    new BitSet(),
                    new BitSet(),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    OptionalInt.empty());

    boolean isEmpty() {
        return selected.isEmpty()
                && hits.isEmpty()
                && pointedBox.isEmpty()
                && pointedEdge.isEmpty()
                && cursor.isEmpty();
    }
}
