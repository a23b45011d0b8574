package dev.lathe.model.simplify;

import dev.lathe.model.graph.LocalFunction;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The functions that a model calls, directly or through others.
final class Calls {
    private final Map<String, List<LocalFunction>> functions = new HashMap<>();
    private final Set<String> called = new HashSet<>();

    private Calls() {}

    static Calls in(ModelGraph model) {
        var calls = new Calls();
        for (LocalFunction function : model.functions()) {
            calls.functions.merge(
                    key(function.domain(), function.name()),
                    List.of(function),
                    (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
        }
        var open = new ArrayDeque<Node>(model.graph().nodesIncludingSubgraphs());
        while (!open.isEmpty()) {
            var node = open.remove();
            var key = key(node.domain(), node.opType());
            if (calls.functions.containsKey(key) && calls.called.add(key)) {
                for (LocalFunction function : calls.functions.get(key)) {
                    open.addAll(function.nodes());
                }
            }
            node.subgraphs().forEach(graph -> open.addAll(graph.nodes()));
        }
        return calls;
    }

    boolean contains(LocalFunction function) {
        return called.contains(key(function.domain(), function.name()));
    }

    private static String key(String domain, String name) {
        return (domain.equals("ai.onnx") ? "" : domain) + ":" + name;
    }
}
