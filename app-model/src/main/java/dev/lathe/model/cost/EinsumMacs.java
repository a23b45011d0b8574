package dev.lathe.model.cost;

import dev.lathe.model.graph.Node;
import dev.lathe.model.shape.InferredTypes;
import java.util.HashMap;
import java.util.OptionalLong;

/// Counts an Einsum as one sum of products over all its letters.
final class EinsumMacs {

    /// No letter that an equation may use.
    private static final char FIRST_OF_DOTS = '\ue000';

    private EinsumMacs() {}

    static OptionalLong of(Node node, InferredTypes types) {
        var equation = node.stringAttribute("equation", "").replace(" ", "");
        int arrow = equation.indexOf("->");
        var terms = (arrow < 0 ? equation : equation.substring(0, arrow)).split(",", -1);
        if (terms.length != node.inputs().size()) {
            return OptionalLong.empty();
        }
        if (terms.length < 2) {
            return OptionalLong.of(0);
        }
        var sizes = new HashMap<Character, Long>();
        for (int i = 0; i < terms.length; i++) {
            var shape = MacCount.input(node, types, i);
            if (shape.isEmpty()) {
                return OptionalLong.empty();
            }
            var term = spelled(terms[i], shape.get().rank());
            if (term.length() != shape.get().rank()) {
                return OptionalLong.empty();
            }
            for (int axis = 0; axis < term.length(); axis++) {
                var size = shape.get().size(axis);
                if (size.isEmpty()) {
                    return OptionalLong.empty();
                }
                sizes.merge(term.charAt(axis), size.getAsLong(), Math::max);
            }
        }
        long product = 1;
        for (long size : sizes.values()) {
            product = Math.multiplyExact(product, size);
        }
        return OptionalLong.of(product);
    }

    /// A term with a letter for each dimension that its dots stand for, the same at the same
    /// distance from the end of the dots.
    private static String spelled(String term, int rank) {
        int dots = term.indexOf("...");
        if (dots < 0) {
            return term;
        }
        var letters = new StringBuilder();
        for (int i = rank - (term.length() - 3); i > 0; i--) {
            letters.append((char) (FIRST_OF_DOTS + i));
        }
        return term.substring(0, dots) + letters + term.substring(dots + 3);
    }
}
