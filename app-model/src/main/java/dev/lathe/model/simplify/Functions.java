package dev.lathe.model.simplify;

import dev.lathe.model.graph.LocalFunction;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;
import java.util.HashSet;
import java.util.Set;

/// The operators that a model defines itself.
final class Functions {

    /// No functions.
    static final Functions NONE = new Functions();

    private final Set<String> names = new HashSet<>();

    private Functions() {}

    static Functions of(ModelGraph model) {
        var functions = new Functions();
        for (LocalFunction function : model.functions()) {
            functions.names.add(key(function.domain(), function.name()));
        }
        return functions;
    }

    /// Whether a node calls one of them.
    boolean contains(Node node) {
        return names.contains(key(node.domain(), node.opType()));
    }

    private static String key(String domain, String name) {
        return (domain.equals("ai.onnx") ? "" : domain) + ":" + name;
    }
}
