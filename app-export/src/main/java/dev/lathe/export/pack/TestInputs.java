package dev.lathe.export.pack;

import dev.lathe.model.data.Dataset;
import dev.lathe.model.data.DatasetException;
import dev.lathe.model.graph.DataType;
import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/// Inputs to try a model with: spread evenly over a data set, or random with fixed seeds.
final class TestInputs {
    /// How many inputs a package has.
    static final int COUNT = 4;

    private TestInputs() {}

    /// Whether the inputs of a model can be taken from a data set: it has one, of floats.
    static boolean canComeFromData(ModelGraph model) {
        var inputs = model.graph().requiredInputs();
        return inputs.size() == 1
                && inputs.getFirst()
                        .tensorType()
                        .filter(t -> t.element() == DataType.FLOAT)
                        .isPresent();
    }

    /// Inputs from a data set.
    static List<SequencedMap<String, Tensor>> of(ModelGraph model, Dataset data)
            throws ExportException {
        var value = model.graph().requiredInputs().getFirst();
        var inputs = new ArrayList<SequencedMap<String, Tensor>>();
        for (int i = 0; i < COUNT; i++) {
            try {
                int position = (int) ((long) i * data.size() / COUNT);
                var sample = data.read(position).input();
                var input = new LinkedHashMap<String, Tensor>();
                input.put(value.name(), batch(value, sample));
                inputs.add(input);
            } catch (DatasetException e) {
                throw new ExportException(
                        "Cannot take test inputs from the data: " + e.getMessage(), e);
            }
        }
        return inputs;
    }

    /// Random inputs.
    ///
    /// @param freeSize the size of free dimensions, other than the first of several and those with
    ///   its symbol, which are the batch and 1
    static List<SequencedMap<String, Tensor>> random(ModelGraph model, long freeSize)
            throws ExportException {
        var batches = batches(model.graph().requiredInputs());
        var inputs = new ArrayList<SequencedMap<String, Tensor>>();
        for (int seed = 0; seed < COUNT; seed++) {
            var random = new RandomTensors(seed, freeSize, batches);
            var byName = new LinkedHashMap<String, Tensor>();
            for (Value value : model.graph().requiredInputs()) {
                byName.put(value.name(), random.next(value));
            }
            inputs.add(byName);
        }
        return inputs;
    }

    /// The symbols that the first of several dimensions of an input has.
    private static Set<Dimension> batches(List<Value> inputs) {
        return inputs.stream()
                .flatMap(input -> input.shape().stream())
                .filter(shape -> shape.rank() > 1)
                .map(shape -> shape.get(0))
                .filter(Dimension.Symbolic.class::isInstance)
                .collect(Collectors.toSet());
    }

    /// The sample in the shape of the input; repeated if the input wants a batch of several.
    private static Tensor batch(Value value, Tensor sample) throws ExportException {
        long[] sizes = value.shape().map(shape -> fitted(shape, sample)).orElse(withBatch(sample));
        long elements = 1;
        for (long size : sizes) {
            elements = Math.multiplyExact(elements, size);
        }
        if (elements == 0 || elements % sample.elements() != 0) {
            throw new ExportException(
                    "Cannot take test inputs from the data: a sample is "
                            + sample.shape()
                            + " and the input '"
                            + value.name()
                            + "' is "
                            + value.shape().map(Shape::toString).orElse("of unknown shape")
                            + "; use the preprocessing that the model was trained with");
        }
        float[] one = sample.toFloats();
        var all = new float[Math.toIntExact(elements)];
        for (int at = 0; at < all.length; at += one.length) {
            System.arraycopy(one, 0, all, at, one.length);
        }
        return Tensor.ofFloats(value.name(), all, sizes);
    }

    /// The shape with its free dimensions as in the sample, the batch 1.
    private static long[] fitted(Shape shape, Tensor sample) {
        var sizes = new long[shape.rank()];
        int offset = shape.rank() - sample.sizes().size();
        for (int axis = 0; axis < sizes.length; axis++) {
            long free = axis < offset ? 1 : sample.sizes().get(axis - Math.max(offset, 0));
            sizes[axis] = shape.size(axis).orElse(offset < 0 ? 1 : free);
        }
        return sizes;
    }

    private static long[] withBatch(Tensor sample) {
        var sizes = new long[sample.sizes().size() + 1];
        sizes[0] = 1;
        for (int axis = 1; axis < sizes.length; axis++) {
            sizes[axis] = sample.sizes().get(axis - 1);
        }
        return sizes;
    }
}
