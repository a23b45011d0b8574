package dev.lathe.model.metric;

import dev.lathe.model.graph.Node;
import dev.lathe.model.outline.Outline;
import dev.lathe.model.outline.Scope;
import java.util.ArrayList;
import java.util.List;

/// Lists the graphs of a model.
final class Scopes {
    /// Functions that call functions can stand for more layers than any memory holds.
    private static final int MOST_LAYERS = 200_000;

    private static final int DEEPEST = 32;

    private final List<Scope> found = new ArrayList<>();
    private int layers;

    private Scopes() {}

    /// The graphs of a model, each before those inside it; of a model that has more layers than can
    /// be looked through, the first.
    static List<Scope> of(Outline outline) {
        var scopes = new Scopes();
        outline.roots().forEach(root -> scopes.add(root, 0));
        return scopes.found;
    }

    private void add(Scope scope, int depth) {
        if (depth > DEEPEST || (depth > 0 && layers > MOST_LAYERS)) {
            return;
        }
        found.add(scope);
        layers += scope.graph().nodes().size();
        for (Node node : scope.graph().nodes()) {
            scope.inside(node).forEach(inner -> add(inner, depth + 1));
        }
    }
}
