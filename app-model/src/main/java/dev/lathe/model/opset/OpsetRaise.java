package dev.lathe.model.opset;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.AttributeValue.GraphValue;
import dev.lathe.model.graph.AttributeValue.GraphsValue;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.LocalFunction;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.layer.RewriteException;
import dev.lathe.model.shape.InferredTypes;
import dev.lathe.model.shape.ShapeInference;
import java.util.ArrayList;
import java.util.List;

/// Raises the standard operator set of a model, from 7 or later up to 21, without changing what the
/// model computes: nodes of operators that were defined anew in between are rewritten.
public final class OpsetRaise {
    private static final long OLDEST = 7;
    private static final long NEWEST = 21;

    /// The first version of the intermediate representation in which constants need not be inputs.
    private static final long FREE_CONSTANTS = 4;

    private final long from;
    private final long to;

    private OpsetRaise(long from, long to) {
        this.from = from;
        this.to = to;
    }

    /// A raised model.
    ///
    /// @param notes what was done, one sentence each; none if nothing was
    public record Raised(ModelGraph model, List<String> notes) {
        public Raised {
            notes = List.copyOf(notes);
        }
    }

    /// The model with at least the given operator set; a model that uses other operator sets only
    /// stays as it is.
    ///
    /// @param opset at most 21
    /// @throws RewriteException if the model has an operator that cannot be raised
    public static Raised raise(ModelGraph model, long opset) throws RewriteException {
        long from = model.header().opset();
        if (from >= opset || !importsStandardOperators(model)) {
            return new Raised(withFreeConstants(model), List.of());
        }
        if (from < OLDEST || opset > NEWEST) {
            throw new RewriteException(
                    "Cannot raise the operator set of the model from %d to %d: Lathe raises from %d or later up to %d; export the model anew with a newer operator set"
                            .formatted(from, opset, OLDEST, NEWEST));
        }
        var raise = new OpsetRaise(from, opset);
        var domain = model.header().opsets().containsKey("ai.onnx") ? "ai.onnx" : "";
        var header =
                model.header()
                        .withOpset(domain, opset)
                        .withIrVersion(Math.max(model.header().irVersion(), irVersion(opset)));
        var raised =
                model.withGraph(raise.graph(model.graph(), ShapeInference.infer(model)))
                        .withFunctions(functions(model, opset));
        return new Raised(
                withFreeConstants(raised, model.header().irVersion()).withHeader(header),
                List.of("The operator set was raised from %d to %d.".formatted(from, opset)));
    }

    private static boolean importsStandardOperators(ModelGraph model) {
        var opsets = model.header().opsets();
        return opsets.isEmpty() || opsets.containsKey("") || opsets.containsKey("ai.onnx");
    }

    private static List<LocalFunction> functions(ModelGraph model, long opset)
            throws RewriteException {
        var raised = new ArrayList<LocalFunction>();
        for (LocalFunction function : model.functions()) {
            var domain = function.opsets().containsKey("ai.onnx") ? "ai.onnx" : "";
            long from = function.opsets().getOrDefault(domain, opset);
            raised.add(
                    from >= opset
                            ? function
                            : function.withBody(
                                            new OpsetRaise(from, opset)
                                                    .graph(function.body(), InferredTypes.NONE))
                                    .withOpset(domain, opset));
        }
        return raised;
    }

    /// The version of the intermediate representation that came with an operator set.
    private static long irVersion(long opset) {
        if (opset >= 15) {
            return opset >= 21 ? 10 : opset >= 19 ? 9 : 8;
        }
        return opset >= 12 ? 7 : opset == 11 ? 6 : opset == 10 ? 5 : opset == 9 ? 4 : 3;
    }

    private static ModelGraph withFreeConstants(ModelGraph model) {
        long irVersion = model.header().irVersion();
        return irVersion >= FREE_CONSTANTS
                ? model
                : withFreeConstants(model, irVersion)
                        .withHeader(model.header().withIrVersion(FREE_CONSTANTS));
    }

    /// Takes constants out of the declared inputs, where old files have to list them: in newer
    /// files a constant that is an input is only a default that a caller may replace.
    private static ModelGraph withFreeConstants(ModelGraph model, long irVersion) {
        if (irVersion >= FREE_CONSTANTS) {
            return model;
        }
        var editor = model.graph().edit();
        var constants = model.graph().initializers().keySet();
        editor.inputs().removeIf(input -> constants.contains(input.name()));
        return model.withGraph(editor.build());
    }

    private Graph graph(Graph graph, InferredTypes types) throws RewriteException {
        var editor = graph.edit();
        var nodes = new ArrayList<Node>();
        for (Node node : graph.nodes()) {
            var inner = withRaisedSubgraphs(node, types);
            if (inner.isStandard()) {
                nodes.addAll(new NodeRaise(types, editor, from, to).raise(inner));
            } else {
                nodes.add(inner);
            }
        }
        return editor.replaceNodes(nodes).build();
    }

    private Node withRaisedSubgraphs(Node node, InferredTypes types) throws RewriteException {
        if (node.subgraphs().isEmpty()) {
            return node;
        }
        var attributes = new ArrayList<Attribute>();
        for (Attribute attribute : node.attributes()) {
            attributes.add(
                    switch (attribute.value()) {
                        case GraphValue(var graph) ->
                                new Attribute(
                                        attribute.name(),
                                        new GraphValue(graph(graph, types.inside(graph))),
                                        attribute.extras());
                        case GraphsValue(var graphs) -> {
                            var raised = new ArrayList<Graph>();
                            for (Graph graph : graphs) {
                                raised.add(graph(graph, types.inside(graph)));
                            }
                            yield new Attribute(
                                    attribute.name(), new GraphsValue(raised), attribute.extras());
                        }
                        default -> attribute;
                    });
        }
        return node.withAttributes(attributes);
    }
}
