package dev.lathe.profiler.measure;

import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.ModelFormat;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.Value;
import dev.lathe.model.graph.ValueType.TensorType;
import java.util.Map;
import java.util.Set;

/// The batch of a TensorFlow Lite model whose batch is free.
///
/// Such a file states every shape, with the free first dimension left open in each value that has
/// the batch. Shapes are not inferred for it, so the size of the batch has to be put there.
final class FreeBatch {
    private FreeBatch() {}

    /// The model with the size of the batch in all its values, as far as that can be told: nothing
    /// but the first dimensions of inputs may be free, and all have to have the same size.
    ///
    /// @param bindings sizes of free dimensions by name
    static ModelGraph bind(ModelGraph model, Map<String, Long> bindings) {
        var sizes = Set.copyOf(bindings.values());
        boolean onlyFirst = bindings.keySet().stream().allMatch(name -> name.endsWith("[0]"));
        if (model.header().format() != ModelFormat.TFLITE || sizes.size() != 1 || !onlyFirst) {
            return model;
        }
        var batch = Dimension.of(sizes.iterator().next());
        var editor = model.graph().edit();
        editor.inputs().replaceAll(value -> bound(value, batch));
        editor.outputs().replaceAll(value -> bound(value, batch));
        model.graph().values().values().forEach(value -> editor.put(bound(value, batch)));
        return model.withGraph(editor.build());
    }

    private static Value bound(Value value, Dimension batch) {
        return value.tensorType()
                .filter(type -> type.shape().filter(FreeBatch::isFree).isPresent())
                .map(type -> value.withType(bound(type, batch)))
                .orElse(value);
    }

    private static TensorType bound(TensorType type, Dimension batch) {
        return new TensorType(type.element(), type.shape().map(shape -> shape.with(0, batch)));
    }

    private static boolean isFree(Shape shape) {
        return shape.rank() > 0 && shape.size(0).isEmpty();
    }
}
