package dev.lathe.model.simplify;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.AttributeValue.IntsValue;
import dev.lathe.model.graph.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The order in which a Transpose puts axes: axis i of the output is axis `axes[i]` of the input.
record Permutation(List<Long> axes) {
    Permutation {
        axes = List.copyOf(axes);
    }

    /// The permutation of a Transpose; without the attribute it turns the axes around.
    static Optional<Permutation> of(WorkGraph graph, Node node) {
        return node.intsAttribute("perm")
                .map(Permutation::new)
                .filter(Permutation::isValid)
                .or(() ->
                        node.attribute("perm").isPresent()
                                ? Optional.empty()
                                : node.input(0)
                                        .flatMap(graph::shape)
                                        .map(shape -> reversed(shape.rank())));
    }

    int rank() {
        return axes.size();
    }

    boolean isIdentity() {
        for (int i = 0; i < rank(); i++) {
            if (axes.get(i) != i) {
                return false;
            }
        }
        return true;
    }

    /// What this one and then another one do together.
    Permutation then(Permutation next) {
        return new Permutation(next.axes.stream().map(axis -> axes.get(axis.intValue())).toList());
    }

    /// A node that transposes another value.
    Node onto(Node node, String input) {
        return node.withInputs(List.of(input))
                .withAttributes(List.of(new Attribute("perm", new IntsValue(axes))));
    }

    private boolean isValid() {
        return axes.stream().sorted().toList().equals(ascending(rank()));
    }

    private static Permutation reversed(int rank) {
        return new Permutation(ascending(rank).reversed());
    }

    private static List<Long> ascending(int rank) {
        var axes = new ArrayList<Long>();
        for (long axis = 0; axis < rank; axis++) {
            axes.add(axis);
        }
        return axes;
    }
}
