package dev.lathe.model.edit;

import dev.lathe.model.edit.Edit.BindDimensions;
import dev.lathe.model.edit.Edit.PruneMagnitude;
import dev.lathe.model.edit.Edit.QuantizeDynamic;
import dev.lathe.model.edit.Edit.QuantizeStatic;
import dev.lathe.model.edit.Edit.Simplify;
import dev.lathe.model.edit.EditReport.Refusal;
import dev.lathe.model.edit.EditReport.RewriteCount;
import dev.lathe.model.edit.EditReport.ZeroCount;
import dev.lathe.model.graph.ModelFormat;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Value;
import dev.lathe.model.layer.Rewrite;
import dev.lathe.model.layer.RewriteException;
import dev.lathe.model.prune.MagnitudePruning;
import dev.lathe.model.prune.ZeroCounts;
import dev.lathe.model.quantize.DynamicQuantizer;
import dev.lathe.model.quantize.QuantizationScheme;
import dev.lathe.model.quantize.StaticQuantizer;
import dev.lathe.model.run.ModelRunException;
import dev.lathe.model.shape.DimensionBinding;
import dev.lathe.model.shape.DimensionException;
import dev.lathe.model.simplify.Simplifier;
import dev.lathe.model.work.Progress;
import java.util.HashSet;
import java.util.List;
import java.util.SequencedMap;

/// Makes edits to models. The same model, edit and calibration data give the same result.
public final class Edits {
    private Edits() {}

    /// The model after an edit. The given model is not changed.
    ///
    /// @param tools {@link EditTools#NONE} for edits that need neither data nor a runtime
    /// @throws EditException if the edit cannot be made to this model
    public static EditResult apply(ModelGraph model, Edit edit, EditTools tools, Progress progress)
            throws EditException, InterruptedException {
        refuseTflite(model, edit);
        try {
            return switch (edit) {
                case BindDimensions(var sizes) -> bind(model, sizes);
                case PruneMagnitude prune -> prune(model, prune, progress);
                case QuantizeDynamic(var weight, var granularity, var selection) ->
                        result(
                                new DynamicQuantizer(weight, granularity)
                                        .quantize(model, selection::contains, progress),
                                List.of());
                case QuantizeStatic(
                                var activation,
                                var weight,
                                var granularity,
                                int limit,
                                var selection) ->
                        result(
                                new StaticQuantizer(
                                                new QuantizationScheme(
                                                        activation, weight, granularity),
                                                tools.calibrator(),
                                                limit)
                                        .quantize(model, selection::contains, progress),
                                List.of());
                case Simplify simplify -> simplify(model, simplify, tools, progress);
            };
        } catch (RewriteException | ModelRunException | DimensionException e) {
            throw new EditException(edit, String.valueOf(e.getMessage()), e);
        }
    }

    private static void refuseTflite(ModelGraph model, Edit edit) throws EditException {
        if (model.header().format() == ModelFormat.TFLITE) {
            throw new EditException(
                    edit,
                    "Cannot edit a TensorFlow Lite model: Lathe knows how to change ONNX operators"
                            + " only; edit the ONNX model that it was converted from");
        }
    }

    /// Names the inputs that changed as what was changed: no layer did, only the shapes of all.
    private static EditResult bind(ModelGraph model, SequencedMap<String, Long> sizes)
            throws DimensionException {
        var bound = DimensionBinding.apply(model, sizes);
        var before = new HashSet<>(model.graph().inputs());
        var changed =
                bound.graph().inputs().stream()
                        .filter(input -> !before.contains(input))
                        .map(Value::name)
                        .toList();
        return new EditResult(bound, new EditReport(changed, List.of(), List.of(), List.of()));
    }

    private static EditResult prune(ModelGraph model, PruneMagnitude edit, Progress progress)
            throws RewriteException, InterruptedException {
        var selection = edit.selection();
        var rewrite =
                new MagnitudePruning(edit.amount(), edit.scope())
                        .prune(model, selection::contains, progress);
        var zeros = ZeroCounts.of(rewrite.model().graph(), selection::contains, progress);
        return result(
                rewrite,
                zeros.stream().map(z -> new ZeroCount(z.layer(), z.weights(), z.zeros())).toList());
    }

    private static EditResult simplify(
            ModelGraph model, Simplify edit, EditTools tools, Progress progress)
            throws RewriteException, InterruptedException {
        var simplified =
                new Simplifier(edit.skip(), edit.opset(), tools.runner()).simplify(model, progress);
        return new EditResult(
                simplified.model(),
                new EditReport(
                        List.of(),
                        simplified.undone().stream()
                                .map(u ->
                                        new Refusal(
                                                u.site(),
                                                u.pass().word() + " was undone: " + u.reason()))
                                .toList(),
                        List.of(),
                        simplified.counts().entrySet().stream()
                                .map(e -> new RewriteCount(e.getKey().word(), e.getValue()))
                                .toList(),
                        simplified.notes()));
    }

    private static EditResult result(Rewrite rewrite, List<ZeroCount> zeros) {
        var refused =
                rewrite.refused().stream()
                        .map(layer -> new Refusal(layer.layer(), layer.reason()))
                        .toList();
        return new EditResult(
                rewrite.model(),
                new EditReport(rewrite.changed(), refused, zeros, rewrite.notes()));
    }
}
