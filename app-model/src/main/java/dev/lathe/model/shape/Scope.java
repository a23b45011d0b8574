package dev.lathe.model.shape;

import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.LocalFunction;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.ValueType;
import dev.lathe.model.shape.InferredTypes.FunctionCall;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is known so far of the values of one graph, of the graphs around it, and of the model.
final class Scope {

    /// Graphs nested deeper than this are left unknown, so that no file can exhaust the stack.
    static final int DEEPEST = 32;

    private final Model model;
    private final @Nullable Scope outer;
    private final int depth;
    private final Map<String, Long> bindings;
    private final Map<String, Long> opsets;
    private final Map<String, Tensor> constants;
    private final Map<String, ValueType> types = new HashMap<>();
    private final Map<String, ValueType> captured = new HashMap<>();
    private final Map<String, Content> contents = new HashMap<>();
    private final IdentityHashMap<Graph, InferredTypes> subgraphs = new IdentityHashMap<>();
    private final IdentityHashMap<Node, FunctionCall> calls = new IdentityHashMap<>();

    /// What is the same in all scopes of one model.
    static final class Model {
        private final Map<String, LocalFunction> functions;
        private long budget;

        /// @param functions by domain, colon and name
        /// @param budget the values that may be looked at; nested loops, and functions that call
        ///   functions, could ask for any number
        Model(Map<String, LocalFunction> functions, long budget) {
            this.functions = functions;
            this.budget = budget;
        }
    }

    private Scope(
            Model model,
            @Nullable Scope outer,
            int depth,
            Map<String, Long> bindings,
            Map<String, Long> opsets,
            Map<String, Tensor> constants) {
        this.model = model;
        this.outer = outer;
        this.depth = depth;
        this.bindings = bindings;
        this.opsets = opsets;
        this.constants = constants;
    }

    /// The scope of a main graph.
    ///
    /// @param bindings sizes of symbols
    static Scope of(
            Model model, Map<String, Long> bindings, Map<String, Long> opsets, Graph graph) {
        return new Scope(model, null, 0, bindings, opsets, graph.initializers());
    }

    /// The scope of a graph inside a node of this scope's graph.
    Scope inside(Graph subgraph) {
        return new Scope(model, this, depth + 1, bindings, opsets, subgraph.initializers());
    }

    /// The scope of a graph inside a node that runs it on inputs of its own making, so that its
    /// symbols are its own.
    Scope apart(Graph subgraph) {
        return new Scope(model, this, depth + 1, Map.of(), opsets, subgraph.initializers());
    }

    /// The scope of a function that is called here, which sees nothing of this one.
    Scope ofFunction(LocalFunction function) {
        return new Scope(model, null, depth + 1, bindings, function.opsets(), Map.of());
    }

    /// Takes values from the budget, and says whether there were so many left.
    boolean spends(int values) {
        model.budget -= values;
        return model.budget >= 0;
    }

    boolean isTooDeep() {
        return depth > DEEPEST;
    }

    /// The version of an operator set; 1 if the model names none.
    long opset(String domain) {
        var version = opsets.get(domain);
        if (version == null && domain.isEmpty()) {
            version = opsets.get("ai.onnx");
        }
        if (version == null && domain.equals("ai.onnx")) {
            version = opsets.get("");
        }
        return version == null ? 1 : version;
    }

    Optional<LocalFunction> function(Node node) {
        return model.functions.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(model.functions.get(node.domain() + ":" + node.opType()));
    }

    Map<String, Long> bindings() {
        return bindings;
    }

    Optional<ValueType> type(String value) {
        var own = types.get(value);
        if (own != null) {
            return Optional.of(own);
        }
        for (Scope scope = outer; scope != null; scope = scope.outer) {
            var type = scope.types.get(value);
            if (type != null) {
                captured.put(value, type);
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    Optional<Content> content(String value) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            var content = scope.contents.get(value);
            if (content != null) {
                return Optional.of(content);
            }
            var constant = scope.constants.get(value);
            if (constant != null) {
                var read = ContentReader.read(constant);
                var place = scope;
                read.ifPresent(known -> place.contents.put(value, known));
                return read;
            }
            if (scope.types.containsKey(value)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    void put(String value, ValueType type) {
        types.put(value, type);
    }

    void put(String value, Content content) {
        contents.put(value, content);
    }

    boolean hasInferred(Graph subgraph) {
        return subgraphs.containsKey(subgraph);
    }

    void put(Graph subgraph, InferredTypes inferred) {
        subgraphs.put(subgraph, inferred);
    }

    void put(Node call, FunctionCall body) {
        calls.put(call, body);
    }

    /// The types of this graph's values, and of those that it reads from the graphs around it.
    InferredTypes inferred() {
        captured.putAll(types);
        var integers = new HashMap<String, Integers>();
        contents.forEach((value, content) -> {
            if (!constants.containsKey(value)
                    && content.elements().stream().allMatch(Scalar.Whole.class::isInstance)) {
                integers.put(value, new Integers(content.sizes(), content.dimensions()));
            }
        });
        return new InferredTypes(captured, integers, subgraphs, calls);
    }
}
