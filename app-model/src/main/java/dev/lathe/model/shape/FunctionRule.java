package dev.lathe.model.shape;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.AttributeValue.ReferenceValue;
import dev.lathe.model.graph.LocalFunction;
import dev.lathe.model.graph.Node;
import dev.lathe.model.shape.InferredTypes.FunctionCall;
import java.util.ArrayList;

/// Infers a call of a function that the model defines itself, through the function's body.
final class FunctionRule {

    private FunctionRule() {}

    static void apply(Call call) throws NotInferableException {
        var caller = call.scope();
        var function = caller.function(call.node()).orElseThrow(NotInferableException::new);
        var scope = caller.ofFunction(function);
        if (scope.isTooDeep()) {
            throw new NotInferableException();
        }
        for (int i = 0; i < function.inputs().size(); i++) {
            var name = function.inputs().get(i);
            call.findType(i).ifPresent(type -> scope.put(name, type));
            call.findContent(i).ifPresent(content -> scope.put(name, content));
        }
        var body = new ArrayList<Node>(function.nodes().size());
        for (Node node : function.nodes()) {
            var resolved = resolved(node, call.node());
            GraphInference.infer(resolved, scope);
            body.add(resolved);
        }
        giveOutputs(call, function, scope);
        caller.put(call.node(), new FunctionCall(body, scope.inferred()));
    }

    private static void giveOutputs(Call call, LocalFunction function, Scope scope) {
        int count = Math.min(function.outputs().size(), call.outputs());
        for (int i = 0; i < count; i++) {
            int output = i;
            var name = function.outputs().get(i);
            scope.type(name).ifPresent(type -> call.give(output, type));
            scope.content(name).ifPresent(content -> call.give(output, content));
        }
    }

    /// A node of the body with the caller's attributes in place of references to them.
    private static Node resolved(Node node, Node caller) {
        if (node.attributes().stream().noneMatch(a -> a.value() instanceof ReferenceValue)) {
            return node;
        }
        var attributes = new ArrayList<Attribute>();
        for (Attribute attribute : node.attributes()) {
            if (attribute.value() instanceof ReferenceValue(var name)) {
                caller.attribute(name)
                        .ifPresent(value -> attributes.add(new Attribute(attribute.name(), value)));
            } else {
                attributes.add(attribute);
            }
        }
        return node.withAttributes(attributes);
    }
}
