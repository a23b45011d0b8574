package dev.lathe.model.simplify;

import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.layer.Constants;
import dev.lathe.model.layer.Sweep;
import dev.lathe.model.shape.InferredTypes;
import dev.lathe.model.simplify.Surroundings.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// Folds each BatchNormalization into the convolution or Gemm before it.
public final class BatchNormalizations implements SimplifyPass {

    /// Any version: folding does not depend on it.
    private static final long OPSET = 13;

    private final Predicate<Cell> selected;
    private final List<String> abandoned = new ArrayList<>();

    BatchNormalizations() {
        this(_ -> true);
    }

    private BatchNormalizations(Predicate<Cell> selected) {
        this.selected = selected;
    }

    /// The graph with the normalizations after selected layers folded; the same graph if there are
    /// none.
    ///
    /// @param layers the layers by name
    public static Graph fold(Graph graph, Predicate<String> layers) {
        var around =
                new Surroundings(
                        "",
                        Kind.MAIN,
                        InferredTypes.NONE,
                        OPSET,
                        _ -> Optional.empty(),
                        Functions.NONE,
                        Names.of(graph));
        var work = new WorkGraph(graph, around);
        var pass = new BatchNormalizations(cell -> layers.test(graph.layerName(cell.origin())));
        pass.run(
                new Rewriting(work, Pass.BATCH_NORMALIZATION, Gate.open()),
                value -> Constants.find(graph, value));
        return pass.abandoned.isEmpty() ? graph : Sweep.of(work.build(), pass.abandoned);
    }

    @Override
    public Pass kind() {
        return Pass.BATCH_NORMALIZATION;
    }

    @Override
    public void run(Rewriting rewriting) {
        run(rewriting, rewriting.graph()::constant);
    }

    private void run(Rewriting rewriting, Function<String, Optional<Tensor>> constants) {
        var graph = rewriting.graph();
        Function<String, Optional<Tensor>> floats =
                value ->
                        constants
                                .apply(value)
                                .filter(tensor -> tensor.type() == DataType.FLOAT)
                                .filter(tensor -> tensor.bytes().isPresent());
        for (Cell cell : graph.cells()) {
            var node = cell.node();
            if (!node.is("BatchNormalization") || WorkGraph.isParametric(node)) {
                continue;
            }
            var layer =
                    node.input(0)
                            .filter(value -> graph.soleReader(value).isPresent())
                            .flatMap(graph::producer)
                            .filter(above -> FoldedNormalization.isLayer(above.node()))
                            .filter(above -> !WorkGraph.isParametric(above.node()))
                            .filter(selected);
            var folded = layer.flatMap(above -> FoldedNormalization.of(above.node(), node, floats));
            if (folded.isPresent() && rewriting.admits(cell)) {
                fold(graph, layer.get(), cell, folded.get());
            }
        }
    }

    private void fold(WorkGraph graph, Cell layer, Cell cell, FoldedNormalization folded) {
        var node = layer.node();
        var normalization = cell.node();
        var old = node.inputs().get(1);
        var weights = graph.newConstant(folded.weights().withName(old + "_folded"));
        var biasName = node.input(2).map(name -> name + "_folded").orElse(old + "_bias");
        var bias = graph.newConstant(folded.bias().withName(biasName));
        graph.remove(cell);
        graph.replace(
                layer,
                withPlainBias(node)
                        .withInputs(List.of(node.inputs().getFirst(), weights, bias))
                        .withOutputs(List.of(normalization.outputs().getFirst())));
        node.inputs().stream().skip(1).filter(v -> !v.isEmpty()).forEach(abandoned::add);
        abandoned.addAll(normalization.inputs().subList(1, 5));
    }

    /// The layer with its bias taken as it is.
    private static Node withPlainBias(Node node) {
        return node.withAttributes(
                node.attributes().stream()
                        .filter(attribute -> !(node.is("Gemm") && attribute.name().equals("beta")))
                        .toList());
    }
}
