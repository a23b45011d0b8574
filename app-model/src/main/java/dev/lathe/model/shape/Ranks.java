package dev.lathe.model.shape;

import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Shape;
import java.util.Collections;

/// Shapes of which only the rank is known.
final class Ranks {

    /// No runtime has tensors of more dimensions; a file that claims them is not believed.
    private static final int MOST = 64;

    private Ranks() {}

    static boolean isPossible(long rank) {
        return rank >= 0 && rank <= MOST;
    }

    /// A shape of some rank, of which no size is known.
    ///
    /// @throws NotInferableException if no tensor has that rank
    static Shape unknown(long rank) throws NotInferableException {
        if (!isPossible(rank)) {
            throw new NotInferableException();
        }
        return new Shape(Collections.nCopies((int) rank, Dimension.UNKNOWN));
    }
}
