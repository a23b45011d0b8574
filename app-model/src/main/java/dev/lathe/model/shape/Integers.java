package dev.lathe.model.shape;

import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.Dimension.Fixed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The elements of a small integer tensor, row-major, each known exactly, as a symbol, or not at
/// all; truth values are 0 and 1.
///
/// @param sizes of the tensor; empty for a scalar
public record Integers(List<Long> sizes, List<Dimension> elements) {
    public Integers {
        sizes = List.copyOf(sizes);
        elements = List.copyOf(elements);
    }

    /// The elements, if all are known.
    public Optional<List<Long>> known() {
        var known = new ArrayList<Long>(elements.size());
        for (Dimension element : elements) {
            if (!(element instanceof Fixed(long number))) {
                return Optional.empty();
            }
            known.add(number);
        }
        return Optional.of(known);
    }
}
