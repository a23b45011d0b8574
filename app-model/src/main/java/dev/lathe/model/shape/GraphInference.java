package dev.lathe.model.shape;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.AttributeValue.GraphValue;
import dev.lathe.model.graph.AttributeValue.GraphsValue;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.Value;
import dev.lathe.model.graph.ValueType;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/// Applies the rules to the nodes of one graph in topological order.
final class GraphInference {
    private final Graph graph;
    private final Scope scope;

    GraphInference(Graph graph, Scope scope) {
        this.graph = graph;
        this.scope = scope;
    }

    /// Infers a main graph: its inputs are what the file states.
    void run() {
        for (Value input : graph.inputs()) {
            input.type()
                    .filter(_ -> !graph.initializers().containsKey(input.name()))
                    .map(type -> TypeMerge.bind(type, scope.bindings()))
                    .map(type -> TypeMerge.name(type, input.name(), scope.bindings()))
                    .ifPresent(type -> scope.put(input.name(), type));
        }
        inferNodes();
    }

    /// Infers a graph inside a node: its inputs are what the node puts in.
    ///
    /// @param types of the declared inputs in their order; what is not known there is as stated
    void run(List<Optional<ValueType>> types) {
        for (int i = 0; i < graph.inputs().size(); i++) {
            var input = graph.inputs().get(i);
            var stated = input.type().map(type -> TypeMerge.bind(type, scope.bindings()));
            var given = i < types.size() ? types.get(i) : Optional.<ValueType>empty();
            given.map(type -> stated.map(s -> TypeMerge.refine(type, s)).orElse(type))
                    .or(() -> stated)
                    .ifPresent(type -> scope.put(input.name(), type));
        }
        inferNodes();
    }

    private void inferNodes() {
        for (Tensor constant : graph.initializers().values()) {
            scope.put(constant.name(), TypeMerge.ofConstant(constant));
        }
        for (Node node : graph.topologicalOrder()) {
            infer(node, scope, graph);
        }
    }

    /// Infers one node of a function's body, where nothing is stated.
    static void infer(Node node, Scope scope) {
        var call = apply(node, scope);
        for (int i = 0; i < call.outputs(); i++) {
            put(call, i, call.given(i), scope);
        }
    }

    private static void infer(Node node, Scope scope, Graph graph) {
        boolean isTflite = TfliteTypes.isTflite(node);
        if (isTflite) {
            TfliteTypes.takeStatedInputs(node, graph, scope);
        }
        var call = apply(node, scope);
        for (int i = 0; i < call.outputs(); i++) {
            var stated =
                    graph.statedType(node.outputs().get(i))
                            .map(type -> TypeMerge.bind(type, scope.bindings()))
                            .map(type -> isTflite ? TfliteTypes.filled(node, type, scope) : type);
            var known =
                    call.given(i)
                            .map(type -> stated.map(s -> TypeMerge.refine(type, s)).orElse(type))
                            .or(() -> stated);
            put(call, i, known, scope);
        }
    }

    private static Call apply(Node node, Scope scope) {
        var call = new Call(node, scope);
        try {
            if (scope.spends(1 + node.inputs().size() + node.outputs().size())) {
                RuleBook.rule(node, scope).apply(call);
            }
        } catch (NotInferableException
                | ArithmeticException
                | IndexOutOfBoundsException
                | NoSuchElementException
                | IllegalArgumentException _) {
            // The node breaks its operator's specification or asks for more than is known: what
            // the rule said before stays, the rest is unknown.
        }
        for (Attribute attribute : node.attributes()) {
            if (attribute.value() instanceof GraphValue(var subgraph)) {
                inferAlone(subgraph, call);
            } else if (attribute.value() instanceof GraphsValue(var subgraphs)) {
                subgraphs.forEach(each -> inferAlone(each, call));
            }
        }
        return call;
    }

    /// Infers a graph that the node's rule did not go into, from what the graph states itself.
    private static void inferAlone(Graph subgraph, Call call) {
        if (call.scope().hasInferred(subgraph)) {
            return;
        }
        try {
            ControlFlowRules.runApart(call, subgraph);
        } catch (NotInferableException _) {
            // It is nested too deep and stays as it is stated.
        }
    }

    private static void put(Call call, int output, Optional<ValueType> type, Scope scope) {
        var name = call.node().outputs().get(output);
        if (name.isEmpty()) {
            return;
        }
        type.ifPresent(known -> scope.put(name, known));
        call.givenContent(output).ifPresent(content -> scope.put(name, content));
    }
}
