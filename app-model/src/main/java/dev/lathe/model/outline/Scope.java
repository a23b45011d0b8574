package dev.lathe.model.outline;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.AttributeValue.GraphValue;
import dev.lathe.model.graph.AttributeValue.GraphsValue;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.LocalFunction;
import dev.lathe.model.graph.Node;
import dev.lathe.model.group.Group;
import dev.lathe.model.group.GroupTree;
import dev.lathe.model.shape.InferredTypes;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One graph at one place of a model: the main graph, a branch of an If, the body of a Loop or
/// Scan, or what one call of a function does.
///
/// Scopes inside are made when they are first asked for. May be used by several threads.
public final class Scope {
    /// Stands between the parts of an identifier; no exporter puts it into names.
    public static final String SEPARATOR = " › ";

    private final String path;
    private final String label;
    private final Graph graph;
    private final InferredTypes types;
    private final Common common;
    private final @Nullable Scope outer;
    private final @Nullable Node holder;
    private final IdentityHashMap<Node, List<Scope>> inner = new IdentityHashMap<>();
    private @Nullable GroupTree groups;

    /// What all scopes of a model share.
    ///
    /// @param grouping makes the groups of a graph
    record Common(List<LocalFunction> functions, Function<Graph, GroupTree> grouping) {}

    Scope(String path, String label, Graph graph, InferredTypes types, Common common) {
        this(path, label, graph, types, common, null, null);
    }

    private Scope(
            String path,
            String label,
            Graph graph,
            InferredTypes types,
            Common common,
            @Nullable Scope outer,
            @Nullable Node holder) {
        this.path = path;
        this.label = label;
        this.graph = graph;
        this.types = types;
        this.common = common;
        this.outer = outer;
        this.holder = holder;
    }

    /// The identifier of this scope: empty for the main graph, else that of the node that holds it
    /// and the label.
    public String path() {
        return path;
    }

    /// The name of the attribute that holds the graph (`then_branch`), or of the function.
    public String label() {
        return label;
    }

    public Graph graph() {
        return graph;
    }

    /// What is known of the types of the values of this graph.
    public InferredTypes types() {
        return types;
    }

    /// The scope that this one is in; empty for a graph that no node holds.
    public Optional<Scope> outer() {
        return Optional.ofNullable(outer);
    }

    /// The node of the outer scope that holds this one.
    public Optional<Node> holder() {
        return Optional.ofNullable(holder);
    }

    /// The groups of this graph.
    public synchronized GroupTree groups() {
        var tree = groups;
        if (tree == null) {
            tree = common.grouping().apply(graph);
            groups = tree;
        }
        return tree;
    }

    /// The identifier of a node of this graph, unique in the model: in the main graph its layer
    /// name.
    public String id(Node node) {
        return inside(graph.layerName(node));
    }

    /// The identifier of a group of this graph, unique among the groups of the model.
    public String id(Group group) {
        return inside(group.path());
    }

    /// The graphs in a node of this graph: branches and bodies by attribute, or the body of the
    /// function that it calls. A function that is already being called is not entered again.
    public synchronized List<Scope> inside(Node node) {
        return inner.computeIfAbsent(node, this::open);
    }

    private List<Scope> open(Node node) {
        var scopes = new ArrayList<Scope>(2);
        for (Attribute attribute : node.attributes()) {
            switch (attribute.value()) {
                case GraphValue(var held) -> scopes.add(held(node, attribute.name(), held));
                case GraphsValue(var all) -> {
                    for (int i = 0; i < all.size(); i++) {
                        scopes.add(held(node, attribute.name() + "[" + i + "]", all.get(i)));
                    }
                }
                default -> {}
            }
        }
        common.functions().stream()
                .filter(f -> f.name().equals(node.opType()) && f.domain().equals(node.domain()))
                .filter(f -> !isCalling(f))
                .findFirst()
                .ifPresent(function -> scopes.add(called(node, function)));
        return List.copyOf(scopes);
    }

    private Scope held(Node node, String name, Graph held) {
        return within(node, name, held, types.inside(held));
    }

    private Scope called(Node node, LocalFunction function) {
        var call = types.call(node);
        var nodes = call.map(InferredTypes.FunctionCall::nodes).orElse(function.nodes());
        var body = function.body();
        var graph =
                new Graph(
                        function.name(),
                        nodes,
                        body.inputs(),
                        body.outputs(),
                        List.of(),
                        List.of(),
                        body.extras());
        var known = call.map(InferredTypes.FunctionCall::types).orElse(InferredTypes.NONE);
        return within(node, function.name(), graph, known);
    }

    private Scope within(Node node, String name, Graph held, InferredTypes known) {
        return new Scope(id(node) + SEPARATOR + name, name, held, known, common, this, node);
    }

    private boolean isCalling(LocalFunction function) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            var node = scope.holder;
            if (node != null
                    && node.opType().equals(function.name())
                    && node.domain().equals(function.domain())) {
                return true;
            }
        }
        return false;
    }

    private String inside(String name) {
        return path.isEmpty() ? name : path + SEPARATOR + name;
    }

    @Override
    public String toString() {
        return "Scope[" + path + "]";
    }
}
