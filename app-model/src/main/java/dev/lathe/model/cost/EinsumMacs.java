package dev.lathe.model.cost;

import dev.lathe.model.graph.Node;
import dev.lathe.model.shape.InferredTypes;
import java.util.HashMap;
import java.util.OptionalLong;

/// Counts an Einsum as one sum of products over all its letters.
final class EinsumMacs {

    private EinsumMacs() {}

    static OptionalLong of(Node node, InferredTypes types) {
        var equation = node.stringAttribute("equation", "").replace(" ", "");
        int arrow = equation.indexOf("->");
        var terms = (arrow < 0 ? equation : equation.substring(0, arrow)).split(",", -1);
        if (terms.length != node.inputs().size() || equation.contains(".")) {
            return OptionalLong.empty();
        }
        if (terms.length < 2) {
            return OptionalLong.of(0);
        }
        var sizes = new HashMap<Character, Long>();
        for (int i = 0; i < terms.length; i++) {
            var shape = MacCount.input(node, types, i);
            if (shape.isEmpty() || shape.get().rank() != terms[i].length()) {
                return OptionalLong.empty();
            }
            for (int axis = 0; axis < terms[i].length(); axis++) {
                var size = shape.get().size(axis);
                if (size.isEmpty()) {
                    return OptionalLong.empty();
                }
                sizes.merge(terms[i].charAt(axis), size.getAsLong(), Math::max);
            }
        }
        long product = 1;
        for (long size : sizes.values()) {
            product = Math.multiplyExact(product, size);
        }
        return OptionalLong.of(product);
    }
}
