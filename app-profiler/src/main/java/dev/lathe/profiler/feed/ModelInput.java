package dev.lathe.profiler.feed;

import dev.lathe.model.data.Dataset;
import dev.lathe.model.data.DatasetException;
import dev.lathe.model.data.Sample;
import dev.lathe.model.graph.Dimension;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Node;
import dev.lathe.model.graph.Shape;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.Value;
import dev.lathe.model.graph.ValueType.TensorType;
import dev.lathe.model.run.ModelRunException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// How the samples of a data set become the input of a model.
///
/// The samples are real numbers. Where the input is of integers and states a scale and a zero
/// point, they become the integers that stand for them; else they are rounded.
///
/// @param sizes of the input for one batch; the first is the batch if `batched`, and -1 if that is
///   free
/// @param batch how many samples are run at once
/// @param filling how the elements of a sample become those of the input
public record ModelInput(
        String name, List<Long> sizes, boolean batched, int batch, SampleFilling filling) {
    private static final int MAX_BATCH = 32;

    /// How many elements a batch should have: with more, activations leave the CPU's caches, and a
    /// sample takes longer in a batch than alone.
    private static final long BATCH_ELEMENTS = 1 << 16;

    public ModelInput {
        sizes = List.copyOf(sizes);
    }

    /// Fits a data set to a model.
    ///
    /// A free batch dimension becomes up to 32, fewer for large samples. It becomes 1 if the model
    /// finds ranges while it runs or does not hand the batch on to its outputs, so that a result
    /// does not depend on the neighbours of a sample. A sample is reshaped if only sizes of 1
    /// differ or if the model takes it flat, and its channels are moved if it fits then only.
    ///
    /// @throws ModelRunException if the model does not take just one tensor of numbers
    /// @throws DatasetException if the samples do not have the shape that the model takes
    public static ModelInput of(ModelGraph model, Dataset data)
            throws ModelRunException, DatasetException {
        if (data.size() == 0) {
            throw new DatasetException(
                    "The data set has no samples; choose another, or skip fewer of them");
        }
        var input = onlyInput(model);
        var type =
                input.tensorType()
                        .filter(each -> SampleFilling.canMake(each.element()))
                        .orElseThrow(() -> refusal(input, "is no tensor of numbers"));
        var shape = type.shape().orElseThrow(() -> refusal(input, "has no shape"));
        return fit(
                model, input, shape, data.read(0).input(), SampleFilling.of(input, type.element()));
    }

    /// The same with fewer samples at once.
    public ModelInput withBatch(int samples) {
        return new ModelInput(name, sizes, batched, samples, filling);
    }

    /// The tensor of a batch that another model was fed with.
    public Tensor assemble(Batch other) {
        return assemble(other.samples().stream().map(Sample::input).toList());
    }

    /// A tensor of some samples; where the batch has a fixed size that is not reached, the last one
    /// is repeated.
    Tensor assemble(List<Tensor> samples) {
        return filling.stack(name, sizesOf(samples.size()), samples, slots(samples.size()));
    }

    /// How many samples a run over so many takes.
    public int slots(int samples) {
        if (!batched) {
            return 1;
        }
        return sizes.getFirst() >= 0 ? Math.toIntExact(sizes.getFirst()) : samples;
    }

    private List<Long> sizesOf(int samples) {
        if (!batched) {
            return sizes;
        }
        var result = new ArrayList<>(sizes);
        result.set(0, (long) slots(samples));
        return result;
    }

    private static Value onlyInput(ModelGraph model) throws ModelRunException {
        var inputs = model.graph().requiredInputs();
        if (inputs.size() != 1) {
            throw new ModelRunException(
                    "Cannot feed the data set to the model: it has "
                            + inputs.size()
                            + " inputs ("
                            + inputs.stream().map(Value::name).collect(Collectors.joining(", "))
                            + "), and a data set gives one");
        }
        return inputs.getFirst();
    }

    private static ModelRunException refusal(Value input, String clause) {
        return new ModelRunException(
                "Cannot feed the data set to the model: its input '"
                        + input.name()
                        + "' "
                        + clause);
    }

    private static ModelInput fit(
            ModelGraph model, Value input, Shape shape, Tensor sample, SampleFilling filling)
            throws DatasetException {
        for (Arrangement each : Arrangement.values()) {
            var fitted = fitArranged(model, input.name(), shape, sample, filling.with(each));
            if (fitted.isPresent()) {
                return fitted.get();
            }
        }
        throw new DatasetException(
                "The data set does not fit the model: its samples are "
                        + sample.shape()
                        + ", and the input '"
                        + input.name()
                        + "' is "
                        + shape
                        + "; choose a preprocessing that makes them fit");
    }

    private static Optional<ModelInput> fitArranged(
            ModelGraph model, String name, Shape shape, Tensor sample, SampleFilling filling) {
        var given = filling.arrangement().sizes(sample.sizes());
        if (shape.rank() > 0 && matches(tail(shape), given)) {
            long fixed = shape.size(0).orElse(-1);
            var sizes = new ArrayList<Long>();
            sizes.add(fixed);
            sizes.addAll(resolve(tail(shape), given));
            int batch = fixed > 0 ? Math.toIntExact(fixed) : freeBatch(model, sample);
            return Optional.of(new ModelInput(name, sizes, true, batch, filling));
        }
        return matches(shape.dimensions(), given)
                ? Optional.of(
                        new ModelInput(name, resolve(shape.dimensions(), given), false, 1, filling))
                : Optional.empty();
    }

    private static List<Dimension> tail(Shape shape) {
        return shape.dimensions().subList(1, shape.rank());
    }

    /// Whether a sample can have these dimensions without its elements being mixed up.
    private static boolean matches(List<Dimension> dimensions, List<Long> sample) {
        var wanted = new Shape(dimensions);
        if (wanted.isFixed()) {
            var squeezed = squeeze(wanted);
            var given = new Shape(sample.stream().map(Dimension::of).toList());
            return squeezed.equals(squeeze(given))
                    || (squeezed.size() <= 1 && wanted.elements().equals(given.elements()));
        }
        if (wanted.rank() != sample.size()) {
            return false;
        }
        for (int axis = 0; axis < wanted.rank(); axis++) {
            long size = sample.get(axis);
            if (wanted.size(axis).orElse(size) != size) {
                return false;
            }
        }
        return true;
    }

    private static List<Dimension> squeeze(Shape shape) {
        return shape.dimensions().stream().filter(d -> !d.equals(Dimension.of(1))).toList();
    }

    /// The sizes, free ones taken from the sample.
    private static List<Long> resolve(List<Dimension> dimensions, List<Long> sample) {
        var shape = new Shape(dimensions);
        var sizes = new ArrayList<Long>();
        for (int axis = 0; axis < shape.rank(); axis++) {
            var size = shape.size(axis);
            sizes.add(size.isPresent() ? size.getAsLong() : sample.get(axis));
        }
        return sizes;
    }

    private static int freeBatch(ModelGraph model, Tensor sample) {
        boolean dynamic =
                model.graph().nodesIncludingSubgraphs().stream()
                        .map(Node::opType)
                        .anyMatch(op -> op.startsWith("DynamicQuantize"));
        boolean handedOn =
                model.graph().outputs().stream()
                        .allMatch(output ->
                                output.tensorType().map(ModelInput::hasFreeStart).orElse(false));
        return dynamic || !handedOn
                ? 1
                : Math.clamp(BATCH_ELEMENTS / Math.max(1, sample.elements()), 1, MAX_BATCH);
    }

    private static boolean hasFreeStart(TensorType type) {
        return type.shape().isEmpty()
                || (type.shape().get().rank() > 0 && type.shape().get().size(0).isEmpty());
    }
}
