package dev.lathe.model.shape;

import java.util.List;
import java.util.stream.Collectors;

/// A dimension of a model's inputs that the model leaves open.
///
/// @param name the symbol that the model gives it, or for one without a name that of the input with
///   the position: `data[0]`. Inferred shapes and bindings use this name.
/// @param places where it occurs among the inputs, at least one
public record FreeDimension(String name, List<Place> places) {

    /// A dimension of an input.
    ///
    /// @param axis from 0
    public record Place(String input, int axis) {
        /// How a place is written: `data:0`.
        @Override
        public String toString() {
            return input + ":" + axis;
        }
    }

    public FreeDimension {
        places = List.copyOf(places);
    }

    /// The name and the places: `batch (data:0, mask:0)`, or only the place if that says it all.
    public String description() {
        var where = places.stream().map(Place::toString).collect(Collectors.joining(", "));
        var first = places.getFirst();
        boolean unnamed = name.equals(first.input() + "[" + first.axis() + "]");
        return unnamed ? where : name + " (" + where + ")";
    }
}
