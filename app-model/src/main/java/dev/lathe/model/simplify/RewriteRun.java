package dev.lathe.model.simplify;

import dev.lathe.model.graph.Attribute;
import dev.lathe.model.graph.AttributeValue.GraphValue;
import dev.lathe.model.graph.AttributeValue.GraphsValue;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.LocalFunction;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.shape.InferredTypes;
import dev.lathe.model.shape.ShapeInference;
import dev.lathe.model.simplify.ConstantFolding.Folded;
import dev.lathe.model.simplify.ConstantFolding.Place;
import dev.lathe.model.simplify.Surroundings.Kind;
import dev.lathe.model.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Rewrites a model, its subgraphs and its functions until nothing is left to rewrite.
final class RewriteRun {
    private static final int MOST_ROUNDS = 40;

    private final Gate gate;
    private final ConstantFolding folding;
    private final Progress progress;
    private Map<Graph, Folded> folded = Map.of();

    RewriteRun(Gate gate, ConstantFolding folding, Progress progress) {
        this.gate = gate;
        this.folding = folding;
        this.progress = progress;
    }

    /// The rewritten model.
    ModelGraph run(ModelGraph original) throws InterruptedException {
        var model = original;
        var names = Names.of(model);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            progress.checkCancelled();
            int before = gate.admitted();
            model = round(model, names);
            if (gate.admitted() == before) {
                break;
            }
        }
        return model;
    }

    private ModelGraph round(ModelGraph model, Names names) throws InterruptedException {
        var functions = Functions.of(model);
        var around =
                new Surroundings(
                        "",
                        Kind.MAIN,
                        ShapeInference.infer(model),
                        model.header().opset(),
                        _ -> Optional.empty(),
                        functions,
                        names);
        if (gate.isOpen(Pass.CONSTANT_FOLDING)) {
            var places = new ArrayList<Place>();
            gather(model.graph(), around, places);
            folded = folding.fold(model, places, progress);
        }
        var graph = graph(model.graph(), around);
        var rewritten = isSame(graph, model.graph()) ? model : model.withGraph(graph);
        return functions(rewritten, functions, names);
    }

    /// The graph and all graphs inside its nodes, outer ones first.
    private static void gather(Graph graph, Surroundings around, List<Place> places) {
        places.add(new Place(graph, around));
        for (Node node : graph.nodes()) {
            for (Graph inner : node.subgraphs()) {
                gather(inner, around.inside(graph.layerName(node), graph, inner), places);
            }
        }
    }

    private Graph graph(Graph graph, Surroundings around) throws InterruptedException {
        progress.checkCancelled();
        var work = new WorkGraph(withRewrittenSubgraphs(graph, around), around);
        for (SimplifyPass pass : passes(folded.getOrDefault(graph, Folded.NONE))) {
            if (gate.isOpen(pass.kind())) {
                progress.checkCancelled();
                pass.run(new Rewriting(work, pass.kind(), gate));
            }
        }
        return work.build();
    }

    private static List<SimplifyPass> passes(Folded folded) {
        return List.of(
                new FoldedConstants(folded),
                new ConstantNodes(),
                new ShapeFolding(),
                new NoOps(),
                new Casts(),
                new Reshapes(),
                new Transposes(),
                new BatchNormalizations(),
                new CommonSubexpressions(),
                new ConstantIf(),
                new Unused());
    }

    private Graph withRewrittenSubgraphs(Graph graph, Surroundings around)
            throws InterruptedException {
        var nodes = new ArrayList<Node>();
        boolean changed = false;
        for (Node node : graph.nodes()) {
            var rewritten =
                    node.subgraphs().isEmpty() ? node : withRewrittenSubgraphs(node, graph, around);
            changed |= !isSame(rewritten, node);
            nodes.add(rewritten);
        }
        return changed ? graph.edit().replaceNodes(nodes).build() : graph;
    }

    private Node withRewrittenSubgraphs(Node node, Graph graph, Surroundings around)
            throws InterruptedException {
        var attributes = new ArrayList<Attribute>();
        var place = graph.layerName(node);
        boolean changed = false;
        for (Attribute attribute : node.attributes()) {
            switch (attribute.value()) {
                case GraphValue(var inner) -> {
                    var rewritten = graph(inner, around.inside(place, graph, inner));
                    changed |= !isSame(rewritten, inner);
                    attributes.add(
                            new Attribute(
                                    attribute.name(),
                                    new GraphValue(rewritten),
                                    attribute.extras()));
                }
                case GraphsValue(var all) -> {
                    var rewritten = new ArrayList<Graph>();
                    for (Graph inner : all) {
                        rewritten.add(graph(inner, around.inside(place, graph, inner)));
                        changed |= !isSame(rewritten.getLast(), inner);
                    }
                    attributes.add(
                            new Attribute(
                                    attribute.name(),
                                    new GraphsValue(rewritten),
                                    attribute.extras()));
                }
                default -> attributes.add(attribute);
            }
        }
        return changed ? node.withAttributes(attributes) : node;
    }

    @SuppressWarnings("ReferenceEquality") // a graph that was not rewritten is the same object
    private static boolean isSame(Object a, Object b) {
        return a == b;
    }

    /// The model with its functions rewritten and without those that nothing calls.
    private ModelGraph functions(ModelGraph model, Functions functions, Names names)
            throws InterruptedException {
        if (model.functions().isEmpty()) {
            return model;
        }
        var kept = new ArrayList<LocalFunction>();
        var called = Calls.in(model);
        for (LocalFunction function : model.functions()) {
            var name = function.domain() + ":" + function.name();
            if (called.contains(function) || !gate.admits(Pass.UNUSED, name)) {
                kept.add(function(function, functions, names));
            }
        }
        return kept.equals(model.functions()) ? model : model.withFunctions(kept);
    }

    private LocalFunction function(LocalFunction function, Functions functions, Names names)
            throws InterruptedException {
        var body = function.body();
        var opsets = function.opsets();
        var around =
                new Surroundings(
                        function.domain() + ":" + function.name() + "/",
                        Kind.FUNCTION,
                        InferredTypes.NONE,
                        opsets.getOrDefault("", opsets.getOrDefault("ai.onnx", 1L)),
                        _ -> Optional.empty(),
                        functions,
                        names);
        var rewritten = graph(body, around);
        return isSame(rewritten, body) ? function : function.withBody(rewritten);
    }
}
