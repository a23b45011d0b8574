package dev.lathe.model.quantize;

import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.layer.LayerWeight;
import dev.lathe.model.layer.Rewrite;
import dev.lathe.model.layer.RewriteException;
import dev.lathe.model.opset.OpsetRaise;
import dev.lathe.model.run.ModelRunException;
import dev.lathe.model.shape.ShapeInference;
import dev.lathe.model.simplify.BatchNormalizations;
import dev.lathe.model.work.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Puts QuantizeLinear and DequantizeLinear around layers, with activation ranges measured on
/// calibration data, so that a runtime can fuse them to integer operators.
///
/// Before that the operator set is raised to 13 and batch normalizations and channel-wise additions
/// after convolutions are folded into them.
///
/// @param limit the number of calibration samples to use at most
public record StaticQuantizer(QuantizationScheme scheme, Calibrator calibrator, int limit) {

    /// The first operator set in which scales can be per channel.
    private static final int OPSET = 13;

    /// Quantizes the layers that are selected by name, and the operators between them.
    ///
    /// @throws RewriteException if no layer can be quantized
    /// @throws ModelRunException if the ranges cannot be measured
    public Rewrite quantize(ModelGraph model, Predicate<String> selected, Progress progress)
            throws RewriteException, ModelRunException, InterruptedException {
        FloatLayers.find(model.graph(), selected, StaticQuantizer::obstacle);
        var notes = new ArrayList<String>();
        var prepared = prepare(model, selected, notes);
        var graph = prepared.graph();
        var layers = FloatLayers.find(graph, selected, StaticQuantizer::obstacle);

        var types = ShapeInference.infer(prepared);
        var plan = QdqPlan.of(graph, types, layers.layers().keySet(), selected);
        var ranges = calibrator.ranges(prepared, plan.sources(), limit, progress);
        var parameters = parameters(plan, ranges);
        var rewriting =
                new StaticRewriting(
                        scheme, plan, parameters, new GraphWriter(graph, types), progress);
        return new Rewrite(
                prepared.withGraph(rewriting.rewrite(layers.layers())),
                List.copyOf(plan.integerNodes()),
                layers.refused(),
                notes);
    }

    private static ModelGraph prepare(
            ModelGraph model, Predicate<String> selected, List<String> notes)
            throws RewriteException {
        var raised = OpsetRaise.raise(model, OPSET);
        notes.addAll(raised.notes());
        var graph = raised.model().graph();
        var biased = BiasFolding.fold(graph, selected);
        note(notes, graph, biased, "channel-wise additions");
        var folded = BatchNormalizations.fold(biased, selected);
        note(notes, biased, folded, "batch normalizations");
        return raised.model().withGraph(folded);
    }

    private static void note(List<String> notes, Graph before, Graph after, String what) {
        int fewer = before.nodes().size() - after.nodes().size();
        if (fewer > 0) {
            notes.add("%d %s were folded into convolutions.".formatted(fewer, what));
        }
    }

    private static Optional<String> obstacle(LayerWeight weight) {
        return switch (weight.node().opType()) {
            case "Conv", "ConvTranspose", "Gemm" -> Optional.empty();
            case "MatMul" ->
                    weight.input() == 1
                            ? Optional.empty()
                            : Optional.of("its constant is the left operand of the product");
            default ->
                    Optional.of(
                            "there is no quantized form of %s that runs on integers"
                                    .formatted(weight.node().opType()));
        };
    }

    private Map<String, AffineParameters> parameters(QdqPlan plan, Map<String, ValueRange> ranges)
            throws RewriteException {
        var parameters = new LinkedHashMap<String, AffineParameters>();
        for (var entry : plan.ranges().entrySet()) {
            var range = ranges.get(entry.getValue());
            if (range == null) {
                throw new RewriteException(
                        "Cannot quantize the model: value '%s' never occurred on the calibration data; exclude the layers that read it"
                                .formatted(entry.getValue()));
            }
            if (!Float.isFinite(range.min()) || !Float.isFinite(range.max())) {
                throw new RewriteException(
                        "Cannot quantize the model: value '%s' was infinite or not a number on the calibration data; check the preprocessing, or exclude the layers that read it"
                                .formatted(entry.getValue()));
            }
            parameters.put(entry.getKey(), AffineParameters.of(range, scheme.activation()));
        }
        return parameters;
    }
}
